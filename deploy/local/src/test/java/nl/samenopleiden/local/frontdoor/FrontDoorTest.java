package nl.samenopleiden.local.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import nl.samenopleiden.local.platform.Addresses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FrontDoorTest {

  private static final String TOKEN = tokenUntil(4_000_000_000L);

  private final HttpServer server = server();
  private final List<String> requests = new ArrayList<>();
  private FrontDoor door = door(server);

  @BeforeEach
  void start() {
    server.createContext(
        "/demo/tokens", exchange -> answer(exchange, 200, "{\"docent\":\"" + TOKEN + "\"}"));
    server.start();
    door = door(server);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aVisitorComesWithATokenThatIsFetchedOnce() {
    server.createContext("/api/x", exchange -> answer(exchange, 200, "{\"total\":7}"));

    door.as("docent").get("/api/x");
    assertThat(door.as("docent").get("/api/x").path("total").asInt()).isEqualTo(7);

    assertThat(requests)
        .containsExactly("/demo/tokens -", "/api/x Bearer " + TOKEN, "/api/x Bearer " + TOKEN);
  }

  @Test
  void whoIsAskedToComeBackLaterDoesSo() {
    var tries = new java.util.concurrent.atomic.AtomicInteger();
    server.createContext(
        "/api/x",
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "1");
          answer(exchange, tries.incrementAndGet() == 1 ? 429 : 200, "{}");
        });

    assertThat(door.as("docent").ask("/api/x").status()).isEqualTo(200);
    assertThat(tries).hasValue(2);
  }

  @Test
  void aRefusalIsTheProblemInWords() {
    server.createContext(
        "/api/x",
        exchange ->
            answer(
                exchange,
                409,
                "{\"type\":\"urn:samen:problem:full\",\"title\":\"Full\",\"remedy\":\"Wait.\"}"));

    assertThatThrownBy(() -> door.as("docent").post("/api/x", List.of()))
        .isInstanceOf(RefusedException.class)
        .hasMessage("POST /api/x was answered with 409: Full / Wait.");
  }

  private void answer(HttpExchange exchange, int status, String body) throws IOException {
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    requests.add(exchange.getRequestURI().getPath() + " " + (token == null ? "-" : token));
    exchange.getRequestBody().readAllBytes();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  private static FrontDoor door(HttpServer server) {
    String address = "http://localhost:" + server.getAddress().getPort();
    return new FrontDoor(new Addresses(address, address, "", "", "", true), "key");
  }

  private static String tokenUntil(long seconds) {
    String claims = "{\"exp\":" + seconds + "}";
    return "e30."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".c2ln";
  }
}
