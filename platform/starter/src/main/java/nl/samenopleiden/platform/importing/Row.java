package nl.samenopleiden.platform.importing;

import java.util.Map;

/**
 * One row of a file, its values by the keys of its {@link Column}s.
 *
 * @param line where it starts, counted from 1
 * @param values without spaces around them; a column that the file does not have is absent
 * @param names how the file calls each column
 */
public record Row(int line, Map<String, String> values, Map<String, String> names) {

  public Row {
    values = Map.copyOf(values);
  }

  /** The value, empty when the row has none. */
  public String value(String key) {
    return values.getOrDefault(key, "");
  }

  /** A problem with this column of this row. */
  public LineProblem problem(String key, String code, String... arguments) {
    return LineProblem.of(line, names.getOrDefault(key, key), code, arguments);
  }
}
