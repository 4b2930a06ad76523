package nl.samenopleiden.partnership.colleague;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.samenopleiden.partnership.colleague.Colleague.Details;
import nl.samenopleiden.partnership.school.Schools;
import nl.samenopleiden.platform.importing.Column;
import nl.samenopleiden.platform.importing.Effect;
import nl.samenopleiden.platform.importing.ImportKind;
import nl.samenopleiden.platform.importing.ImportRun;
import nl.samenopleiden.platform.importing.LineProblem;
import nl.samenopleiden.platform.importing.Reading;
import nl.samenopleiden.platform.importing.Row;
import nl.samenopleiden.platform.tenancy.Owner;
import org.springframework.stereotype.Component;

/**
 * A board's list of its people: name, mail address, school (location code), roles and themes.
 * Several roles or themes are separated by {@code |}, a comma, a semicolon or a space. Who is not
 * in the file stays.
 */
@Component
final class ColleagueImport implements ImportKind<Details> {

  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s,;<>\"]{1,64}@[a-z0-9-]+(\\.[a-z0-9-]+)+");
  private static final Pattern BETWEEN = Pattern.compile("[|,;/]");
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_EMAIL = 200;

  private final Colleagues colleagues;
  private final Schools schools;

  ColleagueImport(Colleagues colleagues, Schools schools) {
    this.colleagues = colleagues;
    this.schools = schools;
  }

  @Override
  public String name() {
    return "colleague-import";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.needed("name", "name", "naam"),
        Column.needed("email", "email", "e-mail", "e-mailadres", "mail"),
        Column.needed("school", "school", "vestiging", "vestigingscode", "vestigingsnummer"),
        Column.needed("roles", "roles", "rollen", "rol", "role"),
        Column.optional("themes", "themes", "thema's", "theme", "thema"));
  }

  @Override
  public String duplicate() {
    return "duplicate-colleague";
  }

  @Override
  public String keyColumn() {
    return "email";
  }

  @Override
  public Reading<Details> read(Row row) {
    return reading(row);
  }

  static Reading<Details> reading(Row row) {
    List<LineProblem> problems = new ArrayList<>();
    String name = row.value("name");
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      problems.add(row.problem("name", "name-needed", Integer.toString(LONGEST_NAME)));
    }
    String email = row.value("email").toLowerCase(Locale.ROOT);
    if (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches()) {
      problems.add(row.problem("email", "bad-email", row.value("email")));
    }
    Set<BoardRole> roles = EnumSet.noneOf(BoardRole.class);
    several(row, "roles", "unknown-role", BoardRole::called, roles::add, problems);
    if (row.value("roles").isEmpty()) {
      problems.add(row.problem("roles", "role-needed"));
    }
    Set<Theme> themes = EnumSet.noneOf(Theme.class);
    several(row, "themes", "unknown-theme", Theme::called, themes::add, problems);
    String school = row.value("school").toUpperCase(Locale.ROOT);
    if (school.isEmpty() && !roles.isEmpty() && !roles.contains(BoardRole.BOARD_COORDINATOR)) {
      problems.add(row.problem("school", "school-needed"));
    }
    return problems.isEmpty()
        ? new Reading.Good<>(
            new Details(
                name,
                email,
                school,
                roles.stream().map(BoardRole::text).toList(),
                themes.stream().map(Theme::key).toList()))
        : new Reading.Bad<>(problems);
  }

  private static <T> void several(
      Row row,
      String key,
      String code,
      Function<String, Optional<T>> called,
      Consumer<T> take,
      List<LineProblem> problems) {
    for (String text : BETWEEN.split(row.value(key))) {
      // People say 'young child', machines write 'teacher mentor'.
      String[] each =
          called.apply(text).isPresent() ? new String[] {text} : text.strip().split("\\s+");
      for (String one : each) {
        if (!one.isBlank()) {
          called
              .apply(one)
              .ifPresentOrElse(take, () -> problems.add(row.problem(key, code, one.strip())));
        }
      }
    }
  }

  @Override
  public Session<Details> begin(ImportRun run) {
    Owner board = run.owner();
    Set<String> known = Set.copyOf(schools.ofBoard(board).keySet());
    return new Session<>() {
      @Override
      public String key(Details said) {
        return said.email();
      }

      @Override
      public List<Effect> apply(List<Entry<Details>> rows) {
        List<Entry<Details>> fit = rows.stream().filter(each -> fits(each.value())).toList();
        List<Effect> led =
            new ArrayList<>(
                colleagues.list(run.by(), board, fit.stream().map(Entry::value).toList()));
        return rows.stream()
            .map(
                each ->
                    fits(each.value())
                        ? led.removeFirst()
                        : Effect.rejected(
                            each.row(), "school", "unknown-school", each.value().school()))
            .toList();
      }

      private boolean fits(Details said) {
        return said.school().isEmpty() || known.contains(said.school());
      }
    };
  }
}
