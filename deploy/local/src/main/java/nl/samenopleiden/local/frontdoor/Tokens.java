package nl.samenopleiden.local.frontdoor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.samenopleiden.local.demo.SignInUser;
import tools.jackson.databind.JsonNode;

/**
 * Access tokens of demonstration users, from the local identity provider; kept while they are
 * valid.
 */
final class Tokens {

  private static final Duration MARGIN = Duration.ofSeconds(30);

  private static final int AT_ONCE = 2_000;
  private static final int MINUTES = 60;

  private record Held(String token, Instant until) {}

  private final String issuer;
  private final String key;
  private final HttpClient client;
  private final Map<String, Held> held = new ConcurrentHashMap<>();

  Tokens(String issuer, String key, HttpClient client) {
    this.issuer = issuer;
    this.key = key;
    this.client = client;
  }

  String of(String user) {
    Held known = held.get(user);
    if (known == null || Instant.now().isAfter(known.until())) {
      fetch(Map.of("users", List.of(user)));
    }
    Held fetched = held.get(user);
    if (fetched == null) {
      throw new IllegalArgumentException(
          "there is no demonstration user '" + user + "': ./samen users lists them");
    }
    return fetched.token();
  }

  /** Signing is slow work: a crowd gets them in parts, for longer than its rush takes. */
  void fetchFor(List<SignInUser> people) {
    for (int from = 0; from < people.size(); from += AT_ONCE) {
      List<SignInUser> some = people.subList(from, Math.min(people.size(), from + AT_ONCE));
      fetch(Map.of("people", some, "minutes", MINUTES));
    }
  }

  private void fetch(Map<String, ?> wanted) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer + "/demo/tokens"))
            .timeout(Duration.ofSeconds(30))
            .header("X-Demo-Key", key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Reply.JSON.writeValueAsBytes(wanted)))
            .build();
    try {
      var response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      Reply reply =
          new Reply(
              "POST /demo/tokens", response.statusCode(), response.headers(), response.body());
      reply.orThrow().json().propertyStream().forEach(this::hold);
    } catch (IOException away) {
      throw new NoAnswerException("the identity provider does not answer", away);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new NoAnswerException("interrupted", stop);
    }
  }

  private void hold(Map.Entry<String, JsonNode> entry) {
    String token = entry.getValue().asString();
    held.put(entry.getKey(), new Held(token, expiry(token).minus(MARGIN)));
  }

  private static Instant expiry(String token) {
    byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
    return Instant.ofEpochSecond(
        Reply.JSON.readTree(new String(claims, StandardCharsets.UTF_8)).path("exp").asLong());
  }
}
