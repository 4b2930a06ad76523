package nl.samenopleiden.platform.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one line of a file was left out; the words are {@code import.problem.<code>}.
 *
 * @param line counted from 1; a row of more lines is named by its first
 * @param column as the file calls it; null when the whole line is meant
 * @param code stable; clients may rely on it
 * @param arguments for the words, in order
 */
public record LineProblem(int line, @Nullable String column, String code, List<String> arguments) {

  public LineProblem {
    arguments = List.copyOf(arguments);
  }

  /** About one column. */
  public static LineProblem of(int line, String column, String code, String... arguments) {
    return new LineProblem(line, column, code, List.of(arguments));
  }

  /** About the whole line. */
  static LineProblem ofLine(int line, String code, String... arguments) {
    return new LineProblem(line, null, code, List.of(arguments));
  }
}
