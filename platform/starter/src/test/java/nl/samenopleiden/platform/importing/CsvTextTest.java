package nl.samenopleiden.platform.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTextTest {

  private static final List<Column> COLUMNS =
      List.of(
          Column.needed("code", "VESTIGINGSNUMMER", "VESTIGINGSCODE"),
          Column.needed("name", "NAAM"),
          Column.optional("place", "PLAATS"));

  @Test
  void separatorAndEncodingAreFoundAndColumnsMayStandInAnyOrderAmongOthers() {
    CsvText text = readable("PLAATS,Iets,Vestigings_Code,naam\nUrk,x,00AA00,Het Anker\n");
    assertThat(text.separator()).isEqualTo(',');
    assertThat(text.encoding()).isEqualTo(Encoding.UTF_8);
    assertThat(rows(text)).containsExactly("2 00AA00 Het Anker Urk");
  }

  @Test
  void semicolonsInWindows1252AreFound() {
    CsvText text =
        readable(
            "VESTIGINGSNUMMER;NAAM\r\n00AA00;De Zeeën\r\n"
                .getBytes(Charset.forName("windows-1252")));
    assertThat(text.separator()).isEqualTo(';');
    assertThat(text.encoding()).isEqualTo(Encoding.WINDOWS_1252);
    assertThat(rows(text)).containsExactly("2 00AA00 De Zeeën ");
  }

  @Test
  void quotedValuesMayHoldSeparatorsQuotesAndLineBreaks() {
    CsvText text =
        readable("VESTIGINGSNUMMER;NAAM\n00AA00;\"A; \"\"B\"\"\"\n00AA01;\"C\nD\"\n00AA02;E\n");
    assertThat(rows(text)).containsExactly("2 00AA00 A; \"B\" ", "3 00AA01 C D ", "5 00AA02 E ");
  }

  @Test
  void anOpenQuoteTakesNoOtherRowWithIt() {
    CsvText text =
        readable("VESTIGINGSNUMMER;NAAM\n00AA00;\"A\n00AA01;B\n00AA02;\"C\"\n00AA03;D\n");
    assertThat(rows(text))
        .containsExactly("2 open-quote", "3 00AA01 B ", "4 00AA02 C ", "5 00AA03 D ");
  }

  @Test
  void aStrayQuoteInsideAValueIsAQuote() {
    assertThat(rows(readable("VESTIGINGSNUMMER;NAAM\n00AA00;5\" hoog\n00AA01;B\n")))
        .containsExactly("2 00AA00 5\" hoog ", "3 00AA01 B ");
  }

  @Test
  void aRowWithTooFewOrTooManyValuesIsBroken() {
    assertThat(rows(readable("VESTIGINGSNUMMER;NAAM\n00AA00\n00AA01;B;C\n\n;\n00AA02;D\n")))
        .containsExactly("2 wrong-number-of-values", "3 wrong-number-of-values", "6 00AA02 D ");
  }

  @Test
  void bytesOfAnotherEncodingBreakOnlyTheirRow() {
    byte[] file =
        "VESTIGINGSNUMMER;NAAM\n00AA00;é\n00AA01;é\n00AA02;x\n".getBytes(StandardCharsets.UTF_8);
    byte[] broken = new byte[file.length - 1];
    int at = 0;
    boolean first = true;
    for (byte each : file) {
      // The first é loses its first byte: what is left is a character of no encoding.
      if (first && each == (byte) 0xC3) {
        first = false;
        continue;
      }
      broken[at++] = each;
    }
    assertThat(rows(readable(broken)))
        .containsExactly("2 wrong-encoding", "3 00AA01 é ", "4 00AA02 x ");
  }

  @Test
  void utf8InAFileOfWindows1252BreaksOnlyItsRow() {
    byte[] windows =
        "VESTIGINGSNUMMER;NAAM\n00AA00;ë\n00AA01;ë\n".getBytes(Charset.forName("windows-1252"));
    byte[] other = "00AA02;ë\n".getBytes(StandardCharsets.UTF_8);
    byte[] file = java.util.Arrays.copyOf(windows, windows.length + other.length);
    System.arraycopy(other, 0, file, windows.length, other.length);
    assertThat(rows(readable(file)))
        .containsExactly("2 00AA00 ë ", "3 00AA01 ë ", "4 wrong-encoding");
  }

  @Test
  void whatIsNoSuchFileIsRefusedWithItsReason() {
    assertThat(refusal("")).isEqualTo("empty-file");
    assertThat(refusal("\uFEFF")).isEqualTo("empty-file");
    assertThat(refusal("\n \n")).isEqualTo("empty-file");
    assertThat(refusal("VESTIGINGSNUMMER;NAAM\n")).isEqualTo("no-rows");
    assertThat(refusal("VESTIGINGSNUMMER;PLAATS\n00AA00;Urk\n")).isEqualTo("missing-column NAAM");
    assertThat(refusal("<html><body>hallo</body></html>\n")).isEqualTo("not-csv");
    assertThat(refusal("PK\u0003\u0004\u0000\u0000")).isEqualTo("not-text");
    assertThat(refusal("\"VESTIGINGSNUMMER;NAAM\n")).isEqualTo("not-csv");
  }

  private static CsvText readable(String file) {
    return readable(file.getBytes(StandardCharsets.UTF_8));
  }

  private static CsvText readable(byte[] file) {
    return ((CsvText.Opened.Readable) CsvText.open(file, COLUMNS)).text();
  }

  private static String refusal(String file) {
    CsvText.Opened.Refused refused =
        (CsvText.Opened.Refused) CsvText.open(file.getBytes(StandardCharsets.UTF_8), COLUMNS);
    return (refused.code() + " " + String.join(",", refused.arguments())).strip();
  }

  private static List<String> rows(CsvText text) {
    List<String> rows = new ArrayList<>();
    for (CsvText.Line line : text) {
      rows.add(
          switch (line) {
            case CsvText.Line.Whole(Row row) ->
                "%d %s %s %s"
                    .formatted(
                        row.line(), row.value("code"), row.value("name"), row.value("place"));
            case CsvText.Line.Broken(LineProblem problem, var _) ->
                problem.line() + " " + problem.code();
          });
    }
    assertThat(text.rows()).isEqualTo(rows.size());
    return rows;
  }
}
