package nl.samenopleiden.local.frontdoor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mails that the platform sent, as the local mail catcher shows them. */
public final class Mailbox {

  /**
   * A mail.
   *
   * @param calendar the iCalendar object that came with it
   */
  public record Mail(
      String id, String to, String subject, String text, @Nullable String calendar) {}

  private record Summary(String id, String subject) {}

  private record Found(List<Summary> items) {}

  private final String pages;
  private final HttpClient client;

  Mailbox(String pages, HttpClient client) {
    this.pages = pages;
    this.client = client;
  }

  /** The mails to an address whose subject holds the words, the latest first. */
  public List<Mail> to(String address, String subject) {
    String query = "?size=20&to=" + UrlText.of(address) + "&subject=" + UrlText.of(subject);
    return get(query).as(Found.class).items().stream()
        .map(summary -> get("/" + UrlText.of(summary.id())).as(Mail.class))
        .toList();
  }

  /** How many mails there are whose subject holds the words. */
  public long count(String subject) {
    return get("?size=1&subject=" + UrlText.of(subject)).json().path("total").asLong();
  }

  private Reply get(String rest) {
    String address = pages + "/api/messages" + rest;
    try {
      var response =
          client.send(
              HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(10)).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      return new Reply("GET " + address, response.statusCode(), response.headers(), response.body())
          .orThrow();
    } catch (IOException away) {
      throw new NoAnswerException("the mailbox does not answer", away);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new NoAnswerException("interrupted", stop);
    }
  }
}
