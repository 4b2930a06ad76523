package nl.samenopleiden.platform.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of separated values that could be opened: its encoding and separator were found, and every
 * needed column is there. Going through it gives each row, or why that row is broken; a broken row,
 * also one with an open quote, takes no other row with it.
 */
public final class CsvText implements Iterable<CsvText.Line> {

  /** How opening a file ended. */
  public sealed interface Opened {
    /** It can be gone through. */
    record Readable(CsvText text) implements Opened {}

    /**
     * Not one row can be taken from it.
     *
     * @param code stable; the words are {@code import.refusal.<code>}
     * @param arguments for the words, in order
     */
    record Refused(String code, List<String> arguments) implements Opened {}
  }

  /** One row, or why it is broken. */
  public sealed interface Line {
    /** A whole row. */
    record Whole(Row row) implements Line {}

    /**
     * A broken one.
     *
     * @param values what can be read of it all the same
     */
    record Broken(LineProblem problem, Map<String, String> values) implements Line {}
  }

  /** A quoted value that goes on over more lines than this was never meant to. */
  private static final int MOST_LINES_OF_A_ROW = 20;

  private static final String SEPARATORS = ";,\t|";
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final Encoding encoding;
  private final char separator;
  private final List<String> lines;
  private final int first;
  private final List<String> header;
  private final Map<String, Integer> positions;
  private final Map<String, String> names;

  private CsvText(
      Encoding encoding,
      char separator,
      List<String> lines,
      int first,
      List<String> header,
      Map<String, Integer> positions) {
    this.encoding = encoding;
    this.separator = separator;
    this.lines = lines;
    this.first = first;
    this.header = header;
    this.positions = positions;
    this.names = new HashMap<>();
    positions.forEach((key, at) -> names.put(key, header.get(at)));
  }

  /** Opens a file that should have these columns, in any order and among others. */
  public static Opened open(byte[] content, List<Column> columns) {
    Optional<Encoding> encoding = Encoding.of(content);
    if (encoding.isEmpty()) {
      return refused("not-text");
    }
    List<String> lines = encoding.get().decode(content).lines().toList();
    int at = 0;
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
    if (at == lines.size()) {
      return refused("empty-file");
    }
    char separator = separator(lines.get(at));
    List<String> header = fields(lines.get(at), separator);
    if (header == null) {
      return refused("not-csv");
    }
    header = header.stream().map(String::strip).toList();
    Map<String, Integer> positions = new HashMap<>();
    List<String> missing = new ArrayList<>();
    for (Column column : columns) {
      int found = position(column, header);
      if (found >= 0) {
        positions.put(column.key(), found);
      } else if (column.needed()) {
        missing.add(column.name());
      }
    }
    if (positions.isEmpty()) {
      return refused("not-csv");
    }
    if (!missing.isEmpty()) {
      return refused("missing-column", String.join(", ", missing));
    }
    CsvText text =
        new CsvText(encoding.get(), separator, lines, at + 1, header, Map.copyOf(positions));
    return text.iterator().hasNext() ? new Opened.Readable(text) : refused("no-rows");
  }

  /** How the file is written. */
  public Encoding encoding() {
    return encoding;
  }

  /** What stands between two values. */
  public char separator() {
    return separator;
  }

  /** How many rows there are, whole and broken. */
  public int rows() {
    int rows = 0;
    for (Line _ : this) {
      rows++;
    }
    return rows;
  }

  @Override
  public Iterator<Line> iterator() {
    return new Rows();
  }

  private static Opened.Refused refused(String code, String... arguments) {
    return new Opened.Refused(code, List.of(arguments));
  }

  private static int position(Column column, List<String> header) {
    for (int at = 0; at < header.size(); at++) {
      if (column.isCalled(header.get(at))) {
        return at;
      }
    }
    return -1;
  }

  private static char separator(String header) {
    char best = ',';
    long most = 0;
    for (char each : SEPARATORS.toCharArray()) {
      long times = header.chars().filter(character -> character == each).count();
      if (times > most) {
        best = each;
        most = times;
      }
    }
    return best;
  }

  /** The values of one row; null when the text is not exactly one row. */
  private static @Nullable List<String> fields(String text, char separator) {
    try {
      return CsvReader.builder().fieldSeparator(separator).ofSingleCsvRecord(text).getFields();
    } catch (CsvParseException | NoSuchElementException notOneRow) {
      return null;
    }
  }

  /** Whether a value that starts with a quote is still open where the text ends. */
  static boolean endsInsideQuotes(String text, char separator) {
    boolean quoted = false;
    boolean atStart = true;
    for (int at = 0; at < text.length(); at++) {
      char each = text.charAt(at);
      if (quoted) {
        if (each == '"') {
          if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
            at++;
          } else {
            quoted = false;
          }
        }
      } else if (each == '"' && atStart) {
        quoted = true;
      }
      atStart = !quoted && (each == separator || each == '\n');
    }
    return quoted;
  }

  /** Goes through the rows. */
  private final class Rows implements Iterator<Line> {

    private int next = first;

    @Override
    public boolean hasNext() {
      while (next < lines.size() && isEmpty(lines.get(next))) {
        next++;
      }
      return next < lines.size();
    }

    @Override
    public Line next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int line = next + 1;
      String text = lines.get(next);
      next++;
      if (endsInsideQuotes(text, separator)) {
        return overMoreLines(line, text);
      }
      List<String> fields = fields(text, separator);
      return fields == null
          ? new Line.Broken(LineProblem.ofLine(line, "not-a-row"), Map.of())
          : line(line, fields);
    }

    private Line overMoreLines(int line, String start) {
      StringBuilder text = new StringBuilder(start);
      int last = Math.min(lines.size(), next + MOST_LINES_OF_A_ROW - 1);
      for (int at = next; at < last; at++) {
        text.append('\n').append(lines.get(at));
        if (!endsInsideQuotes(text.toString(), separator)) {
          List<String> fields = fields(text.toString(), separator);
          if (fields != null && fields.size() == header.size()) {
            next = at + 1;
            return line(line, fields);
          }
          break;
        }
      }
      // Only this line is given up: what follows is read as rows of their own.
      return new Line.Broken(LineProblem.ofLine(line, "open-quote"), Map.of());
    }

    private Line line(int line, List<String> fields) {
      if (fields.size() != header.size()) {
        return new Line.Broken(
            LineProblem.ofLine(
                line,
                "wrong-number-of-values",
                Integer.toString(fields.size()),
                Integer.toString(header.size())),
            Map.of());
      }
      Map<String, String> values = new HashMap<>();
      LineProblem problem = null;
      for (var column : positions.entrySet()) {
        String value = SPACES.matcher(fields.get(column.getValue())).replaceAll(" ").strip();
        String code = problemOf(value);
        if (code == null) {
          values.put(column.getKey(), value);
        } else {
          problem = LineProblem.of(line, header.get(column.getValue()), code, encoding.text());
        }
      }
      return problem == null
          ? new Line.Whole(new Row(line, values, names))
          : new Line.Broken(problem, values);
    }

    private @Nullable String problemOf(String value) {
      if (value.indexOf(Encoding.UNREADABLE) >= 0 || encoding.looksMistaken(value)) {
        return "wrong-encoding";
      }
      return value.chars().anyMatch(Character::isISOControl) ? "control-character" : null;
    }

    private boolean isEmpty(String line) {
      return line.chars().allMatch(each -> each == separator || Character.isWhitespace(each));
    }
  }
}
