package nl.samenopleiden.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The gateway starts before the provider does. */
class ProviderAwayTest {

  @Test
  void theDoorOpensWithoutTheProviderAndSignsInOnceItIsThere() {
    int port = World.freePort();
    Issuer later = new Issuer(0);
    String token = later.token("noor", "90001");
    later.stop();
    Gateways.start(
        Map.of(
            "SERVER_PORT",
            Integer.toString(port),
            "PUBLIC_URL",
            "http://localhost:" + port,
            "OIDC_ISSUER",
            later.url(),
            "OIDC_CLIENT_SECRET",
            "geheim",
            "EVENTS_URL",
            World.events.url()));
    try {
      Browser browser = new Browser("http://localhost:" + port);
      assertThat(browser.get("/").statusCode()).isEqualTo(200);
      assertThat(browser.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
      HttpResponse<String> signIn = browser.get("/sign-in?back=/");
      assertThat(signIn.statusCode()).isEqualTo(503);
      assertThat(signIn.body()).contains("De inlogdienst is nu niet bereikbaar");
      HttpResponse<String> api =
          browser.get("/api/events/evenings", "Authorization", "Bearer " + token);
      assertThat(api.statusCode()).isEqualTo(503);
      assertThat(api.body()).contains("urn:samen:problem:provider-away");
      assertThat(api.headers().firstValue("Retry-After")).hasValue("5");

      later.start();
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () -> assertThat(browser.get("/sign-in?back=/").statusCode()).isEqualTo(302));
      assertThat(browser.follow("/events").statusCode()).isEqualTo(200);
    } finally {
      later.stop();
    }
  }
}
