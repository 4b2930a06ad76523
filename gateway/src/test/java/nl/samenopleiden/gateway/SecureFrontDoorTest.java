package nl.samenopleiden.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Behind a proxy that speaks https with browsers. */
class SecureFrontDoorTest {

  @Test
  void cookiesAndHeadersAreThoseOfHttps() {
    int port = World.freePort();
    Gateways.start(
        Map.of(
            "SERVER_PORT",
            Integer.toString(port),
            "PUBLIC_URL",
            "https://samen.example",
            "OIDC_ISSUER",
            World.issuer.url()));
    Browser browser = new Browser("http://localhost:" + port);

    HttpResponse<String> start = browser.get("/sign-in?back=/");
    assertThat(Browser.all(start, "Set-Cookie"))
        .singleElement()
        .asString()
        .startsWith("SAMEN-IN=")
        .contains("Secure", "SameSite=Lax")
        .containsIgnoringCase("HttpOnly");
    assertThat(Browser.location(start))
        .contains("redirect_uri=https://samen.example/login/oauth2/code/samen");
    assertThat(Browser.all(browser.get("/lang?to=en"), "Set-Cookie").getFirst()).contains("Secure");
    for (String path : List.of("/", "/api", "/nothing")) {
      assertThat(Browser.all(browser.get(path), "Strict-Transport-Security"))
          .as(path)
          .containsExactly("max-age=31536000; includeSubDomains");
    }
    assertThat(Browser.location(browser.get("/events")))
        .isEqualTo("https://samen.example/sign-in?back=%2Fevents");
    assertThat(browser.post("/events", "Origin", "https://samen.example").statusCode())
        .isEqualTo(401);
    assertThat(browser.post("/events", "Origin", "http://localhost:" + port).statusCode())
        .isEqualTo(403);
  }

  @Test
  void aWrongAddressStopsTheStartWithTheSentenceThatMendsIt() {
    assertThatThrownBy(() -> Gateways.start(Map.of("PUBLIC_URL", "samen.example/x")))
        .rootCause()
        .hasMessageContaining("PUBLIC_URL must be an address without a path");
    assertThatThrownBy(() -> Gateways.start(Map.of("EVENTS_URL", "localhost:8084")))
        .rootCause()
        .hasMessageContaining("EVENTS_URL must be an address without a path");
  }
}
