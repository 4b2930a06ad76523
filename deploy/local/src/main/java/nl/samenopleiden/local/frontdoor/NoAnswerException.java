package nl.samenopleiden.local.frontdoor;

/** Nothing came back at all. */
public final class NoAnswerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoAnswerException(String message, Exception why) {
    super(message, why);
  }
}
