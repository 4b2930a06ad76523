package nl.samenopleiden.platform.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for a file of any content. */
class AnyFileTest {

  private static final List<Column> COLUMNS =
      List.of(Column.needed("code", "CODE"), Column.needed("name", "NAAM"));

  /** A row, and how it stands in the file. */
  record Written(String name, boolean quoted) {}

  @Property(tries = 300)
  void everyRowComesBackAsItWasWritten(
      @ForAll("rows") List<Written> rows,
      @ForAll("separators") char separator,
      @ForAll boolean windows,
      @ForAll boolean crLf) {
    Charset charset = windows ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
    String newLine = crLf ? "\r\n" : "\n";
    StringBuilder file = new StringBuilder("CODE" + separator + "NAAM" + newLine);
    for (int i = 0; i < rows.size(); i++) {
      file.append(i).append(separator).append(field(rows.get(i), separator)).append(newLine);
    }
    CsvText text =
        ((CsvText.Opened.Readable) CsvText.open(file.toString().getBytes(charset), COLUMNS)).text();
    List<String> names = new ArrayList<>();
    for (CsvText.Line line : text) {
      names.add(((CsvText.Line.Whole) line).row().value("name"));
    }
    assertThat(names)
        .isEqualTo(rows.stream().map(row -> row.name().replaceAll("\\s+", " ").strip()).toList());
  }

  @Property(tries = 300)
  void oneBrokenLineTakesNoOtherWithIt(
      @ForAll("rows") List<Written> rows, @ForAll("broken") String broken) {
    StringBuilder file = new StringBuilder("CODE;NAAM\n");
    for (int i = 0; i < rows.size(); i++) {
      if (i == rows.size() / 2) {
        file.append(broken).append('\n');
      }
      file.append(i).append(';').append(field(rows.get(i), ';')).append('\n');
    }
    CsvText text =
        ((CsvText.Opened.Readable)
                CsvText.open(file.toString().getBytes(StandardCharsets.UTF_8), COLUMNS))
            .text();
    List<String> codes = new ArrayList<>();
    int brokenLines = 0;
    for (CsvText.Line line : text) {
      if (line instanceof CsvText.Line.Whole(Row row)) {
        codes.add(row.value("code"));
      } else {
        brokenLines++;
      }
    }
    assertThat(codes)
        .isEqualTo(
            java.util.stream.IntStream.range(0, rows.size()).mapToObj(String::valueOf).toList());
    assertThat(brokenLines).isEqualTo(1);
  }

  @Property(tries = 300)
  void anyBytesAreReadOrRefusedAndNeverFail(@ForAll byte[] content) {
    CsvText.Opened opened = CsvText.open(content, COLUMNS);
    if (opened instanceof CsvText.Opened.Readable(CsvText text)) {
      assertThat(text.rows()).isPositive();
    }
  }

  @Property(tries = 300)
  void anyBytesAfterAGoodHeaderAreReadAndNeverFail(@ForAll byte[] content) {
    byte[] header = "CODE;NAAM\n1;een\n".getBytes(StandardCharsets.US_ASCII);
    byte[] file = java.util.Arrays.copyOf(header, header.length + content.length);
    System.arraycopy(content, 0, file, header.length, content.length);
    if (CsvText.open(file, COLUMNS) instanceof CsvText.Opened.Readable(CsvText text)) {
      assertThat(text.iterator().next()).isInstanceOf(CsvText.Line.Whole.class);
      assertThat(text.rows()).isPositive();
    }
  }

  @Provide
  Arbitrary<List<Written>> rows() {
    Arbitrary<String> name =
        Arbitraries.strings()
            .withChars("abcXYZ éëöñ'-.,;\"\t&/")
            .ofMinLength(1)
            .ofMaxLength(30)
            .map(text -> "n" + text);
    return Combinators.combine(name, Arbitraries.of(true, false))
        .as(Written::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }

  @Provide
  Arbitrary<Character> separators() {
    return Arbitraries.of(';', ',', '|');
  }

  @Provide
  Arbitrary<String> broken() {
    return Arbitraries.of(
        "alleen een",
        "x;\"open",
        "\"open;x",
        "\"x\"y;z",
        "een;te;veel",
        "x;fout\uFFFD",
        "x;stuur\u0007",
        "\"");
  }

  private static String field(Written row, char separator) {
    boolean needsQuotes =
        row.quoted()
            || row.name().indexOf(separator) >= 0
            || row.name().indexOf('"') >= 0
            || row.name().startsWith(" ");
    return needsQuotes ? "\"" + row.name().replace("\"", "\"\"") + "\"" : row.name();
  }
}
