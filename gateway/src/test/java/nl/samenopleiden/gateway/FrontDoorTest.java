package nl.samenopleiden.gateway;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A started gateway between the services and the provider of {@link World}. */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
abstract class FrontDoorTest {

  static final Upstream partnership = World.partnership;
  static final Upstream placement = World.placement;
  static final Upstream professionalisation = World.professionalisation;
  static final Upstream events = World.events;
  static final Issuer issuer = World.issuer;

  @DynamicPropertySource
  static void environment(DynamicPropertyRegistry environment) {
    environment.add("SERVER_PORT", () -> World.port);
    environment.add("PUBLIC_URL", World::url);
    environment.add("OIDC_ISSUER", issuer::url);
    environment.add("OIDC_CLIENT_SECRET", () -> "geheim");
    environment.add("PARTNERSHIP_URL", partnership::url);
    environment.add("PLACEMENT_URL", placement::url);
    environment.add("PROFESSIONALISATION_URL", professionalisation::url);
    environment.add("EVENTS_URL", events::url);
    environment.add("TIMEOUT_ANSWER", () -> "3s");
    environment.add("TIMEOUT_TILE", () -> "3s");
    environment.add("BREAKER_OPEN", () -> "2s");
  }

  @BeforeEach
  void fresh() {
    World.services().forEach(Upstream::reset);
    issuer.reset();
  }

  static Browser browser() {
    return new Browser();
  }

  /** Sends this token as a program does. */
  static String[] bearer(String token, String... more) {
    String[] headers = new String[more.length + 2];
    headers[0] = "Authorization";
    headers[1] = "Bearer " + token;
    System.arraycopy(more, 0, headers, 2, more.length);
    return headers;
  }
}
