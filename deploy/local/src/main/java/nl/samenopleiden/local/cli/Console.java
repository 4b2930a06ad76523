package nl.samenopleiden.local.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Lines for a person at a terminal. */
final class Console {

  private final PrintStream out;

  Console(PrintStream out) {
    this.out = out;
  }

  synchronized void line(String text) {
    out.println(text);
    out.flush();
  }

  /** A line that belongs to the one above. */
  void detail(String text) {
    line("  " + text);
  }

  /** A time as people say it: {@code 7.9 s}, {@code 2 min 5 s}. */
  static String seconds(Duration time) {
    return time.toMinutes() > 0
        ? "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart())
        : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
