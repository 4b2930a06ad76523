package nl.samenopleiden.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest extends FrontDoorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//partnership/schools",
        "/partnership//schools",
        "/partnership/../actuator/env",
        "/partnership/./schools",
        "/partnership/..",
        "/partnership/%2e%2e/actuator",
        "/partnership/%2E./actuator",
        "/partnership/%252e%252e/actuator",
        "/partnership%2factuator",
        "/partnership/..%2factuator",
        "/partnership/%5c..%5cactuator",
        "/partnership/..\\actuator",
        "/partnership/schools;role=operator",
        "/partnership/schools%3brole=operator",
        "/api/partnership/openapi.json/..;/schools",
        "/api/partnership/..;/..;/actuator",
        "/partnership/a%00b",
        "/partnership/a%0d%0aSet-Cookie:x",
        "/partnership/a%7fb",
        "/partnership/assets/../schools",
        "/partnership/assets/%2e%2e/schools"
      })
  void tricksAreRefusedBeforeAnyoneElseReadsThem(String path) throws IOException {
    String answer = raw("GET", path);
    assertThat(answer).startsWith("HTTP/1.1 400 ");
    World.services().forEach(service -> assertThat(service.arrived()).isEmpty());
  }

  @Test
  void namesWithSpacesAndAccentsAreNoTricks() throws IOException {
    assertThat(raw("GET", "/partnership/assets/caf%C3%A9%20noord.svg")).startsWith("HTTP/1.1 200 ");
    assertThat(partnership.last().uri()).isEqualTo("/partnership/assets/caf%C3%A9%20noord.svg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "CONNECT", "TRACK", "PROPFIND"})
  void oddMethodsAreRefused(String method) throws IOException {
    assertThat(raw(method, "/partnership/schools")).startsWith("HTTP/1.1 405 ");
    assertThat(partnership.arrived()).isEmpty();
  }

  @Test
  void aWholeAddressInTheRequestLineChangesNothing() throws IOException {
    assertThat(raw("GET", "http://evil.example/partnership/assets/samen.css"))
        .startsWith("HTTP/1.1 200 ");
    assertThat(partnership.last().uri()).isEqualTo("/partnership/assets/samen.css");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator",
        "/actuator/env",
        "/actuator/gateway/routes",
        "/actuator/metrics",
        "/partnership-other",
        "/nothing",
        "/login",
        "/logout"
      })
  void whatIsNotOursIsNotFound(String path) {
    HttpResponse<String> page =
        browser().get(path, bearer(issuer.token("noor", "90001"), "Accept-Language", "en"));
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("<html", "Not found");
  }

  @Test
  void healthIsToldAndNothingMore() {
    for (String path :
        new String[] {
          "/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness"
        }) {
      HttpResponse<String> health = browser().get(path);
      assertThat(health.statusCode()).as(path).isEqualTo(200);
      assertThat(health.body()).contains("\"status\":\"UP\"").doesNotContain("components");
    }
    // The health of services is theirs: their actuators cannot be reached through here.
    assertThat(browser().get("/partnership/actuator/health").statusCode()).isEqualTo(302);
  }

  @Test
  void theStyleIsPublic() {
    for (String path : new String[] {"/assets/samen.css", "/gateway/assets/samen.css"}) {
      HttpResponse<String> css = browser().get(path);
      assertThat(css.statusCode()).isEqualTo(200);
      assertThat(css.headers().firstValue("Cache-Control")).hasValue("max-age=3600, public");
      assertThat(css.body()).contains("--brand");
    }
  }

  private static String raw(String method, String path) throws IOException {
    try (Socket socket = new Socket("localhost", World.port)) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .limit(1)
          .collect(Collectors.joining());
    }
  }
}
