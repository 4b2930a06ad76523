package nl.samenopleiden.gateway;

import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** More gateways, for tests that need one that is set up in another way. */
final class Gateways {

  private Gateways() {}

  /**
   * Starts one with this environment. It stays up until the tests end: stopping it would stop the
   * threads that all gateways here share.
   */
  static void start(Map<String, String> environment) {
    new SpringApplicationBuilder(GatewayApplication.class)
        .run(
            environment.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new));
  }
}
