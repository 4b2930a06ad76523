package nl.samenopleiden.local.frontdoor;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The platform said no; the message says to what, and why. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;

  RefusedException(Reply reply) {
    super(inWords(reply));
    this.status = reply.status();
    this.type = reply.json().path("type").asString("");
  }

  public int status() {
    return status;
  }

  /** The problem's type, for example {@code urn:samen:problem:not-found}. */
  public String type() {
    return type;
  }

  private static String inWords(Reply reply) {
    JsonNode problem = reply.json();
    String reason =
        Stream.of("title", "detail", "remedy")
            .map(field -> problem.path(field).asString(""))
            .filter(text -> !text.isBlank())
            .distinct()
            .collect(Collectors.joining(" / "));
    return reply.to()
        + " was answered with "
        + reply.status()
        + (reason.isEmpty() ? "" : ": " + reason);
  }
}
