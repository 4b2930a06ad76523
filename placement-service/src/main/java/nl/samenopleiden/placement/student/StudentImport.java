package nl.samenopleiden.placement.student;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.samenopleiden.platform.importing.Column;
import nl.samenopleiden.platform.importing.Effect;
import nl.samenopleiden.platform.importing.ImportKind;
import nl.samenopleiden.platform.importing.ImportRun;
import nl.samenopleiden.platform.importing.Reading;
import nl.samenopleiden.platform.importing.Row;
import nl.samenopleiden.platform.store.AggregateStore;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import org.springframework.stereotype.Component;

/**
 * A pabo's list of its students: number, name, mail address, year and themes. Several themes are
 * separated by {@code |}, a comma, a semicolon or a space. Who is not in the file stays.
 */
@Component
final class StudentImport implements ImportKind<Enrolment> {

  private final Students students;

  StudentImport(Students students) {
    this.students = students;
  }

  @Override
  public String name() {
    return "student-import";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.needed("number", "number", "nummer", "studentnummer", "student number"),
        Column.needed("name", "name", "naam"),
        Column.needed("email", "email", "e-mail", "e-mailadres", "mail"),
        Column.needed("year", "year", "jaar", "leerjaar", "studiejaar"),
        Column.optional("themes", "themes", "thema's", "theme", "thema"));
  }

  @Override
  public String duplicate() {
    return "duplicate-student";
  }

  @Override
  public String keyColumn() {
    return "email";
  }

  @Override
  public Reading<Enrolment> read(Row row) {
    return reading(row);
  }

  static Reading<Enrolment> reading(Row row) {
    return switch (Enrolment.read(
        new Enrolment.Words(
            row.value("number"),
            row.value("name"),
            row.value("email"),
            row.value("year"),
            row.value("themes")))) {
      case Outcome.Done<Enrolment>(var enrolment) -> new Reading.Good<>(enrolment);
      case Outcome.Refused<Enrolment>(var refusal) -> {
        String column = refusal.field() == null ? "number" : refusal.field();
        yield new Reading.Bad<>(
            List.of(
                row.problem(
                    column,
                    refusal.type(),
                    refusal.arguments().isEmpty()
                        ? row.value(column)
                        : refusal.arguments().getFirst().toString())));
      }
    };
  }

  @Override
  public Session<Enrolment> begin(ImportRun run) {
    return new Enrolling(run);
  }

  /** Enrols the students of one file. */
  private final class Enrolling implements Session<Enrolment> {

    private final Owner pabo;
    private final String by;
    private final Map<String, String> numbers = new HashMap<>();

    Enrolling(ImportRun run) {
      pabo = run.owner();
      by = run.by();
    }

    @Override
    public String key(Enrolment enrolment) {
      return enrolment.email();
    }

    @Override
    public void carriedOutBefore(List<Entry<Enrolment>> rows) {
      rows.forEach(row -> numbers.put(row.value().number(), Enrolment.idOf(row.value().email())));
    }

    @Override
    public List<Effect> apply(List<Entry<Enrolment>> rows) {
      know(rows);
      List<Effect> effects = new ArrayList<>();
      List<AggregateStore.Command<Student>> commands = new ArrayList<>();
      for (Entry<Enrolment> row : rows) {
        Enrolment enrolment = row.value();
        String id = Enrolment.idOf(enrolment.email());
        if (!numbers.computeIfAbsent(enrolment.number(), _ -> id).equals(id)) {
          effects.add(Effect.rejected(row.row(), "number", "number-in-use", enrolment.number()));
          continue;
        }
        effects.add(Effect.Done.UNCHANGED);
        int place = effects.size() - 1;
        commands.add(
            new AggregateStore.Command<>(
                new OwnedId(pabo, id),
                before -> {
                  Decision<Student> decision = Student.enrol(before, enrolment);
                  if (decision instanceof Decision.Accepted<Student>) {
                    effects.set(place, before.isEmpty() ? Effect.Done.ADDED : Effect.Done.CHANGED);
                  }
                  return decision;
                }));
      }
      students.enrolAll(by, pabo, commands);
      return effects;
    }

    /** Whose the numbers of these rows are until now. */
    private void know(List<Entry<Enrolment>> rows) {
      students
          .numbered(Scope.of(pabo), rows.stream().map(row -> row.value().number()).toList())
          .forEach(student -> numbers.putIfAbsent(student.enrolment().number(), student.id()));
    }
  }
}
