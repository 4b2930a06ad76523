package nl.samenopleiden.local.frontdoor;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for what other parts of the platform will hear of soon. */
public final class Patience {

  private static final Duration BETWEEN = Duration.ofMillis(50);

  private Patience() {}

  /**
   * Asks again and again until there is an answer.
   *
   * @param what what is waited for, in words; part of the complaint when it does not come
   */
  public static <T> T until(String what, Duration most, Supplier<Optional<T>> question) {
    long end = System.nanoTime() + most.toNanos();
    while (true) {
      Optional<T> answer = question.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "waited %d s in vain: %s".formatted(most.toSeconds(), what));
      }
      pause();
    }
  }

  /** Asks again and again until it holds. */
  public static void untilTrue(String what, Duration most, BooleanSupplier question) {
    until(what, most, () -> question.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", stop);
    }
  }
}
