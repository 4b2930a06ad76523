package nl.samenopleiden.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/** Asks the platform as somebody who does not belong. */
final class Asking {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int TOO_MANY = 429;

  /** What came back. */
  record Got(int status, String body) {}

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final RunningPlatform platform;

  Asking(RunningPlatform platform) {
    this.platform = platform;
  }

  /** A good token of somebody new with this role, of an organisation that works with nobody. */
  String stranger(String role, String board, String pabo) {
    return token(role, board, pabo, 30, "samen");
  }

  String expired(String role, String board) {
    return token(role, board, "", -30, "samen");
  }

  String forAnotherAudience(String role, String board) {
    return token(role, board, "", 30, "somebody-else");
  }

  /** Sends what the endpoint takes at the least, with this in the place of what varies. */
  Got send(String base, Endpoint endpoint, String id, String token) {
    return send(base, endpoint, id, token, List.of());
  }

  /** The same, with headers and parameters that claim to be somebody else's. */
  Got claiming(String base, Endpoint endpoint, String token, String board, String pabo) {
    return send(
        base,
        endpoint,
        "",
        token,
        List.of(
            "X-Tenant", "board:" + board,
            "X-Board", board,
            "X-Pabo", pabo,
            "X-User", "beheer",
            "X-Roles", "operator",
            "X-Forwarded-User", "beheer",
            "X-Forwarded-Host", "evil.example",
            "X-Original-URL", "/actuator/env"));
  }

  private Got send(String base, Endpoint endpoint, String id, String token, List<String> headers) {
    String query = headers.isEmpty() ? "" : "?owner=board:90001&tenant=90001";
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + endpoint.with(id) + query))
            .timeout(Duration.ofSeconds(30))
            .header("Accept-Language", "nl")
            .header(
                "Content-Type",
                endpoint.isApi() ? "application/json" : "application/x-www-form-urlencoded")
            .method(
                endpoint.method(),
                endpoint.method().equals("GET")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(endpoint.isApi() ? "{}" : ""));
    if (!endpoint.isApi() && base.equals(platform.addresses().gateway())) {
      request.header("Sec-Fetch-Site", "same-origin");
    }
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    for (int i = 0; i < headers.size(); i += 2) {
      request.header(headers.get(i), headers.get(i + 1));
    }
    return patiently(request.build());
  }

  private String token(String role, String board, String pabo, int minutes, String audience) {
    Map<String, Object> person = new HashMap<>();
    String sub = UUID.randomUUID().toString();
    person.put("sub", sub);
    person.put("name", "Vreemde");
    person.put("email", sub + "@vreemd.example");
    person.put("roles", List.of(role));
    if (!board.isEmpty()) {
      person.put("board", board);
    }
    if (role.startsWith("school") || role.equals("teacher") || role.equals("mentor")) {
      person.put("school", "98ZZ97");
    }
    if (!pabo.isEmpty()) {
      person.put("pabo", pabo);
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(platform.addresses().issuer() + "/demo/tokens"))
            .header("X-Demo-Key", platform.demoKey())
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    JSON.writeValueAsString(
                        Map.of(
                            "people", List.of(person), "minutes", minutes, "audience", audience))))
            .build();
    return JSON.readTree(patiently(request).body()).path(sub).asString();
  }

  /** Comes back when it is told to: the gateway limits how often one may ask. */
  private Got patiently(HttpRequest request) {
    try {
      while (true) {
        HttpResponse<String> response =
            http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() != TOO_MANY) {
          return new Got(response.statusCode(), response.body());
        }
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(request.method() + " " + request.uri().getPath(), failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
