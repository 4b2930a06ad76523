package nl.samenopleiden.local.platform;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * How to see whether a process is well; as text {@code http://…} for a page that answers 200, or
 * {@code tcp://host:port} for a door that opens.
 *
 * @param where what is asked
 */
public record Health(URI where) {

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  /** The readiness of a Spring Boot application. */
  public static Health ofBoot(int port) {
    return new Health(URI.create("http://localhost:" + port + "/actuator/health/readiness"));
  }

  /** A port that accepts connections. */
  public static Health ofPort(int port) {
    return new Health(URI.create("tcp://localhost:" + port));
  }

  /** Asks now; waits at most 3 seconds. */
  public boolean isGood() {
    try {
      return "tcp".equals(where.getScheme()) ? accepts() : answers();
    } catch (IOException away) {
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean accepts() throws IOException {
    try (var socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(where.getHost(), where.getPort()), (int) PATIENCE.toMillis());
      return true;
    }
  }

  private boolean answers() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(where).timeout(PATIENCE).build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
  }
}
