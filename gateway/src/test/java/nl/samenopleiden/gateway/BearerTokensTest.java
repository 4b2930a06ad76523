package nl.samenopleiden.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BearerTokensTest extends FrontDoorTest {

  private static final String API = "/api/placement/students";

  @Test
  void aGoodTokenPassesAndReachesTheServiceAsItIs() {
    String token = issuer.token("noor", "90001");
    HttpResponse<String> answer = browser().get(API + "?q=a%20b", bearer(token));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(placement.last().uri()).isEqualTo(API + "?q=a%20b");
    assertThat(placement.last().header("Authorization")).hasValue("Bearer " + token);
  }

  @Test
  void theOtherAcceptedAlgorithmsPass() {
    for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.ES256, JWSAlgorithm.PS256)) {
      assertThat(browser().get(API, bearer(issuer.signedWith(algorithm))).statusCode())
          .as(algorithm.getName())
          .isEqualTo(200);
    }
  }

  @TestFactory
  Stream<DynamicTest> badTokensAreRefused() {
    Map<String, Supplier<String>> bad =
        Map.ofEntries(
            Map.entry("nonsense", () -> "nonsense"),
            Map.entry("nothing", () -> ""),
            Map.entry("expired", () -> issuer.token("p", "1", c -> c.expirationTime(past()))),
            Map.entry("without an end", () -> issuer.token("p", "1", c -> c.expirationTime(null))),
            Map.entry(
                "not valid yet", () -> issuer.token("p", "1", c -> c.notBeforeTime(future()))),
            Map.entry("another audience", () -> issuer.token("p", "1", c -> c.audience("other"))),
            Map.entry(
                "without audience", () -> issuer.token("p", "1", c -> c.audience((String) null))),
            Map.entry("another issuer", () -> issuer.token("p", "1", c -> c.issuer("http://evil"))),
            Map.entry("of nobody", () -> issuer.token("p", "1", c -> c.subject(null))),
            Map.entry("alg none", issuer::unsigned),
            Map.entry("public key as secret", issuer::signedWithPublicKeyAsSecret),
            Map.entry("RS512", () -> issuer.signedWith(JWSAlgorithm.RS512)),
            Map.entry("a stranger's key", () -> issuer.signedByStranger("stranger")),
            Map.entry("a stranger's key by our name", () -> issuer.signedByStranger("rsa")),
            Map.entry("a logout token", () -> issuer.ofType("logout+jwt")),
            Map.entry("changed", () -> changed(issuer.token("p", "1"))),
            Map.entry("without signature", () -> withoutSignature(issuer.token("p", "1"))));
    return bad.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(), () -> assertRefused(entry.getValue().get())));
  }

  private static void assertRefused(String token) {
    HttpResponse<String> answer = browser().get(API, bearer(token));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .get()
        .asString()
        .startsWith("Bearer");
    assertThat(answer.body())
        .contains("\"type\":\"urn:samen:problem:sign-in-needed\"", "\"status\":401", "\"remedy\":");
    assertThat(placement.arrived()).isEmpty();
    // Nor on pages, and there not even with a session beside it.
    Browser person = browser().signedIn();
    assertThat(person.get("/placement", bearer(token)).statusCode()).isEqualTo(401);
    assertThat(placement.arrived()).isEmpty();
  }

  @Test
  void noTokenIsAskedForOne() {
    HttpResponse<String> answer = browser().get(API, "Accept-Language", "en");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(answer.body()).contains("Sign-in needed");
    assertThat(placement.arrived()).isEmpty();
  }

  @Test
  void aSessionIsNoTicketToTheApi() {
    Browser person = browser().signedIn();
    assertThat(person.get(API).statusCode()).isEqualTo(401);
    assertThat(placement.arrived()).isEmpty();
  }

  @Test
  void twoTokensAtOnceAreNone() {
    String token = issuer.token("noor", "90001");
    HttpResponse<String> answer =
        browser().get(API, bearer(token, "Authorization", "Bearer " + token));
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void aTokenInTheAddressIsNone() {
    String token = issuer.token("noor", "90001");
    assertThat(browser().get(API + "?access_token=" + token).statusCode()).isEqualTo(401);
  }

  @Test
  void toolsMayOpenPagesWithAToken() {
    HttpResponse<String> page = browser().get("/placement", bearer(issuer.token("noor", "90001")));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(placement.last().header("Authorization")).isPresent();
  }

  @Test
  void aPasswordIsNotPassedOn() {
    Browser person = browser().signedIn();
    person.get("/placement", "Authorization", "Basic YTpi");
    assertThat(placement.last().header("Authorization")).get().asString().startsWith("Bearer ey");
  }

  @Test
  void unknownKeysDoNotFloodTheProvider() {
    browser().get(API, bearer(issuer.token("noor", "90001")));
    int before = issuer.keysFetched.get();
    for (int i = 0; i < 20; i++) {
      browser().get(API, bearer(issuer.signedByStranger("unknown" + i)));
    }
    assertThat(issuer.keysFetched.get() - before).isLessThanOrEqualTo(1);
  }

  @Test
  void theDescriptionsArePublic() {
    HttpResponse<String> index = browser().get("/api");
    assertThat(index.statusCode()).isEqualTo(200);
    assertThat(index.body())
        .contains(World.url() + "/api/events/openapi.json", "\"name\":\"partnership\"");
    assertThat(browser().get("/api/events/openapi.json").statusCode()).isEqualTo(200);
    assertThat(events.last().header("Authorization")).isEmpty();
    assertThat(browser().post("/api/events/openapi.json").statusCode()).isEqualTo(401);
    assertThat(browser().get("/api/events/public/keys").statusCode()).isEqualTo(200);
    assertThat(browser().post("/api/events/public/keys").statusCode()).isEqualTo(401);
    assertThat(browser().get("/events/public/page").statusCode()).isEqualTo(200);
    assertThat(browser().get("/events/publicly").statusCode()).isEqualTo(302);
    assertThat(browser().get("/api/nothing").statusCode()).isEqualTo(401);
    assertThat(browser().get("/api/nothing", bearer(issuer.token("a", "1"))).statusCode())
        .isEqualTo(404);
  }

  private static Date past() {
    return Date.from(Instant.now().minus(Duration.ofMinutes(5)));
  }

  private static Date future() {
    return Date.from(Instant.now().plus(Duration.ofMinutes(5)));
  }

  private static String withoutSignature(String token) {
    return token.substring(0, token.lastIndexOf('.') + 1);
  }

  private static String changed(String token) {
    int signature = token.lastIndexOf('.');
    char first = token.charAt(signature + 1);
    return token.substring(0, signature + 1)
        + (first == 'A' ? 'B' : 'A')
        + token.substring(signature + 2);
  }
}
