package nl.samenopleiden.local.cli;

/** Ends a command; the message is a sentence that says what is wrong and what to do. */
final class SaidException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SaidException(String message) {
    super(message);
  }
}
