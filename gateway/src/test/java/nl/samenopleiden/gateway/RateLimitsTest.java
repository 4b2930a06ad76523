package nl.samenopleiden.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitsTest extends FrontDoorTest {

  private static final String API = "/api/professionalisation/courses";

  @Test
  void whoAsksTooMuchIsRefusedAndTheNeighbourIsNot() {
    String[] hasty = bearer(issuer.token(UUID.randomUUID().toString(), "90001"));
    String[] neighbour = bearer(issuer.token(UUID.randomUUID().toString(), "90001"));

    List<HttpResponse<String>> refused =
        IntStream.range(0, 1_000)
            .parallel()
            .mapToObj(_ -> browser().get(API, hasty))
            .filter(answer -> answer.statusCode() == 429)
            .toList();

    assertThat(refused).isNotEmpty();
    HttpResponse<String> told = refused.getFirst();
    assertThat(told.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(told.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(told.headers().firstValue("RateLimit-Policy")).hasValue("\"person\";q=100;w=2");
    assertThat(told.headers().firstValue("RateLimit"))
        .get()
        .asString()
        .startsWith("\"person\";r=0");
    assertThat(told.body())
        .contains("urn:samen:problem:too-many-requests", "\"limit\":\"person\"", "\"remedy\":");
    HttpResponse<String> other = browser().get(API, neighbour);
    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(other.headers().firstValue("RateLimit"))
        .get()
        .asString()
        .startsWith("\"person\";r=99");
  }
}
