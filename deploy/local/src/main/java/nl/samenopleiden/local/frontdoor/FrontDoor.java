package nl.samenopleiden.local.frontdoor;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.samenopleiden.local.demo.SignInUser;
import nl.samenopleiden.local.platform.Addresses;

/** The way into a running platform for a demonstration user. */
public final class FrontDoor {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int TOO_MANY = 429;
  private static final int MOST_TRIES = 20;

  private final Addresses addresses;
  private final Tokens tokens;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /**
   * @param demoKey what the local identity provider wants to see before it hands out tokens
   */
  public FrontDoor(Addresses addresses, String demoKey) {
    this.addresses = addresses;
    this.tokens = new Tokens(addresses.issuer(), demoKey, client);
  }

  /** Acts as this user. */
  public Visitor as(String user) {
    return new Visitor(this, user);
  }

  /** Gets tokens for people who are no demonstration users; they act by their {@code sub}. */
  public void expectStrangers(List<SignInUser> people) {
    tokens.fetchFor(people);
  }

  /** Somebody's access token. */
  public String token(String user) {
    return tokens.of(user);
  }

  /** The pages with the mails that were sent. */
  public Mailbox mailbox() {
    return new Mailbox(addresses.mails(), client);
  }

  /** Sends a request with a token; when asked to come back later, does so. */
  Reply send(Optional<String> token, String path, HttpRequest.Builder request) {
    request.uri(java.net.URI.create(addresses.gateway() + path)).timeout(PATIENCE);
    token.ifPresent(value -> request.setHeader("Authorization", "Bearer " + value));
    try {
      return untilHeard(request.build());
    } catch (IOException away) {
      throw new NoAnswerException(addresses.gateway() + path + " does not answer", away);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new NoAnswerException("interrupted at " + path, stop);
    }
  }

  private Reply untilHeard(HttpRequest request) throws IOException, InterruptedException {
    for (int tries = 1; ; tries++) {
      var response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != TOO_MANY || tries == MOST_TRIES) {
        return new Reply(
            request.method() + " " + request.uri().getPath(),
            response.statusCode(),
            response.headers(),
            response.body());
      }
      Thread.sleep(waitOf(response));
    }
  }

  private static Duration waitOf(HttpResponse<?> response) {
    long seconds = response.headers().firstValueAsLong("Retry-After").orElse(1);
    return Duration.ofSeconds(Math.clamp(seconds, 1, 10));
  }
}
