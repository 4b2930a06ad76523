package nl.samenopleiden.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a command is refused: an expected answer, not an exception. The words come from the message
 * bundles: {@code problem.<type>.title}, {@code .detail} and {@code .remedy} (what to do now).
 *
 * @param type stable name, in lower case with dashes; clients may rely on it
 * @param status the HTTP status that fits: 400, 403, 404, 409, 422 or 429
 * @param field the field that it is about, if it is about one
 * @param arguments for the words, in order; an instant is told in words of the reader's language
 */
public record Refusal(String type, int status, @Nullable String field, List<Object> arguments) {

  public Refusal {
    arguments = List.copyOf(arguments);
  }

  /** What is asked for does not exist, or is not the caller's to see: the two look the same. */
  public static final Refusal NOT_FOUND = new Refusal("not-found", 404, null, List.of());

  /** The state of things does not allow it. */
  public static Refusal conflict(String type, Object... arguments) {
    return new Refusal(type, 409, null, List.of(arguments));
  }

  /** A field holds what it must not hold. */
  public static Refusal invalid(String type, String field, Object... arguments) {
    return new Refusal(type, 422, field, List.of(arguments));
  }
}
