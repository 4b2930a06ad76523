package nl.samenopleiden.local.story;

/** Something happened otherwise than the story goes. */
final class NotHeldException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotHeldException(String message) {
    super(message);
  }

  /** Complains unless it holds. */
  static void unless(boolean holds, String otherwise, Object... values) {
    if (!holds) {
      throw new NotHeldException(otherwise.formatted(values));
    }
  }
}
