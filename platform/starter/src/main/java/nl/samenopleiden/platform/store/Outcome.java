package nl.samenopleiden.platform.store;

import java.util.function.Function;
import nl.samenopleiden.platform.web.Refusal;

/** How a command ended. */
public sealed interface Outcome<T> {

  /**
   * It was carried out, now or before.
   *
   * @param value what it led to
   */
  record Done<T>(T value) implements Outcome<T> {}

  /** It was refused, and nothing changed. */
  record Refused<T>(Refusal refusal) implements Outcome<T> {}

  /** The same outcome with what it led to turned into something else. */
  default <U> Outcome<U> map(Function<? super T, ? extends U> change) {
    return switch (this) {
      case Done<T>(T value) -> new Done<>(change.apply(value));
      case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
    };
  }

  /** Carried out, with this. */
  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  /** Refused, for this reason. */
  static <T> Outcome<T> refused(Refusal refusal) {
    return new Refused<>(refusal);
  }
}
