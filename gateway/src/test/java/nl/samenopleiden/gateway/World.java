package nl.samenopleiden.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;

/** What stands around the gateway in tests: four services and a provider, one set for all tests. */
final class World {

  static final Upstream partnership = new Upstream("partnership");
  static final Upstream placement = new Upstream("placement");
  static final Upstream professionalisation = new Upstream("professionalisation");
  static final Upstream events = new Upstream("events");
  static final Issuer issuer = new Issuer(0);
  static final int port = freePort();

  private World() {}

  static List<Upstream> services() {
    return List.of(partnership, placement, professionalisation, events);
  }

  static String url() {
    return "http://localhost:" + port;
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }
}
