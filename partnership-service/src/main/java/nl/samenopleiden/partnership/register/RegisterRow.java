package nl.samenopleiden.partnership.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.samenopleiden.partnership.school.SchoolDetails;
import nl.samenopleiden.platform.importing.Column;
import nl.samenopleiden.platform.importing.LineProblem;
import nl.samenopleiden.platform.importing.Reading;
import nl.samenopleiden.platform.importing.Row;

/**
 * One row of the national register: a location and the board that it is under.
 *
 * @param board the board's number
 * @param boardName what the file calls the board; empty when it does not, as DUO's
 */
record RegisterRow(String board, String boardName, SchoolDetails details) {

  static final String CODE = "code";

  /** The columns, under the names of the editions that we know. */
  static final List<Column> COLUMNS =
      List.of(
          Column.needed(CODE, "VESTIGINGSNUMMER", "VESTIGINGSCODE", "VESTIGINGS CODE"),
          Column.needed("brin", "BRIN NUMMER", "INSTELLINGSCODE", "BRINNUMMER", "BRIN"),
          Column.needed("board", "BEVOEGD GEZAG NUMMER", "BEVOEGD GEZAG CODE", "BEVOEGD GEZAG"),
          Column.needed("name", "VESTIGINGSNAAM", "INSTELLINGSNAAM VESTIGING"),
          Column.needed("postcode", "POSTCODE", "POSTCODE VESTIGING"),
          Column.needed("place", "PLAATSNAAM", "PLAATSNAAM VESTIGING"),
          Column.optional("street", "STRAATNAAM", "STRAATNAAM VESTIGING"),
          Column.optional("house", "HUISNUMMER-TOEVOEGING", "HUISNUMMER TOEVOEGING VESTIGING"),
          Column.optional("municipality", "GEMEENTENAAM", "GEMEENTENAAM VESTIGING"),
          Column.optional("province", "PROVINCIE", "PROVINCIE VESTIGING"),
          Column.optional("denomination", "DENOMINATIE", "DENOMINATIE VESTIGING"),
          Column.optional("phone", "TELEFOONNUMMER"),
          Column.optional("website", "INTERNETADRES"),
          Column.optional("boardName", "BEVOEGD GEZAG NAAM", "NAAM BEVOEGD GEZAG"));

  private static final Pattern BOARD = Pattern.compile("[0-9]{1,8}");
  private static final Pattern BRIN = Pattern.compile("[0-9]{2}[A-Z]{2}");
  private static final Pattern LOCATION = Pattern.compile("[0-9]{2}[A-Z]{2}[0-9]{2}");
  private static final Pattern POSTCODE = Pattern.compile("([1-9][0-9]{3}) ?([A-Z]{2})");
  private static final Pattern PROTOCOL = Pattern.compile("(?i)^https?://");
  private static final int LONGEST = 200;

  /** Reads a row, or says everything that is wrong with it. */
  static Reading<RegisterRow> read(Row row) {
    List<LineProblem> problems = new ArrayList<>();
    String code = upper(row, CODE);
    String brin = upper(row, "brin");
    if (!LOCATION.matcher(code).matches()) {
      problems.add(row.problem(CODE, "bad-location-code", row.value(CODE)));
    } else if (BRIN.matcher(brin).matches() && !code.startsWith(brin)) {
      problems.add(row.problem(CODE, "location-of-other-school", code, brin));
    }
    if (!BRIN.matcher(brin).matches()) {
      problems.add(row.problem("brin", "bad-school-code", row.value("brin")));
    }
    String board = row.value("board");
    if (!BOARD.matcher(board).matches()) {
      problems.add(row.problem("board", "bad-board-number", board));
    }
    String name = row.value("name");
    if (name.isEmpty() || name.length() > LONGEST) {
      problems.add(row.problem("name", "name-needed", Integer.toString(LONGEST)));
    }
    Matcher postcode = POSTCODE.matcher(upper(row, "postcode"));
    if (!postcode.matches()) {
      problems.add(row.problem("postcode", "bad-postcode", row.value("postcode")));
    }
    return problems.isEmpty()
        ? new Reading.Good<>(
            new RegisterRow(
                board,
                row.value("boardName"),
                new SchoolDetails(
                    code,
                    brin,
                    name,
                    (row.value("street") + " " + row.value("house")).strip(),
                    postcode.group(1) + " " + postcode.group(2),
                    PlaceName.written(row.value("place")),
                    PlaceName.written(row.value("municipality")),
                    row.value("province"),
                    row.value("denomination"),
                    row.value("phone"),
                    PROTOCOL.matcher(row.value("website")).replaceFirst(""))))
        : new Reading.Bad<>(problems);
  }

  /** The code of the location, as far as it can be one. */
  static boolean isLocation(String text) {
    return LOCATION.matcher(text.toUpperCase(Locale.ROOT)).matches();
  }

  private static String upper(Row row, String key) {
    return row.value(key).toUpperCase(Locale.ROOT);
  }
}
