package nl.samenopleiden.local.story;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import nl.samenopleiden.local.frontdoor.NoAnswerException;
import nl.samenopleiden.local.frontdoor.RefusedException;

/** Tells a chain of steps, one line each; what builds on a step that did not hold is not tried. */
public final class Story {

  private final List<Step> steps;
  private final Consumer<String> tell;

  Story(List<Step> steps, Consumer<String> tell) {
    this.steps = List.copyOf(steps);
    this.tell = tell;
  }

  /** The whole story of a chain. */
  public static Story of(Chain chain, Consumer<String> tell) {
    return new Story(chain.steps(), tell);
  }

  /**
   * Walks the chain.
   *
   * @return whether every step held
   */
  public boolean run() {
    long begin = System.nanoTime();
    for (int n = 0; n < steps.size(); n++) {
      if (!run(n + 1, steps.get(n))) {
        tell.accept("The story broke at step %d of %d.".formatted(n + 1, steps.size()));
        return false;
      }
    }
    tell.accept("Every one of the %d steps held, in %s.".formatted(steps.size(), seconds(begin)));
    return true;
  }

  private boolean run(int number, Step step) {
    long begin = System.nanoTime();
    try {
      String outcome = step.action().happen();
      tell.accept("%2d. %s: %s (%s)".formatted(number, step.what(), outcome, seconds(begin)));
      return true;
    } catch (NotHeldException
        | RefusedException
        | NoAnswerException
        | IllegalStateException failed) {
      tell.accept(
          "%2d. %s: DID NOT HOLD: %s (%s)"
              .formatted(number, step.what(), failed.getMessage(), seconds(begin)));
      return false;
    }
  }

  private static String seconds(long begin) {
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    return took.toMillis() < 1000
        ? took.toMillis() + " ms"
        : String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
  }
}
