package nl.samenopleiden.partnership.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.samenopleiden.partnership.board.Boards;
import nl.samenopleiden.partnership.school.Locations;
import nl.samenopleiden.partnership.school.Locations.Location;
import nl.samenopleiden.partnership.school.Schools;
import nl.samenopleiden.partnership.school.Schools.Registration;
import nl.samenopleiden.platform.importing.Column;
import nl.samenopleiden.platform.importing.Effect;
import nl.samenopleiden.platform.importing.ImportKind;
import nl.samenopleiden.platform.importing.ImportRun;
import nl.samenopleiden.platform.importing.Reading;
import nl.samenopleiden.platform.importing.Row;
import nl.samenopleiden.platform.tenancy.OwnedId;
import org.springframework.stereotype.Component;

/**
 * The national file of school locations. A location that is under another board than before is
 * closed there first and then registered here. What a national file does not hold is only reported.
 */
@Component
final class RegisterImport implements ImportKind<RegisterRow> {

  private final Boards boards;
  private final Schools schools;
  private final Locations locations;
  private final Missing missing;
  private final Counting counting;

  RegisterImport(
      Boards boards, Schools schools, Locations locations, Missing missing, Counting counting) {
    this.boards = boards;
    this.schools = schools;
    this.locations = locations;
    this.missing = missing;
    this.counting = counting;
  }

  @Override
  public String name() {
    return "school-import";
  }

  @Override
  public List<Column> columns() {
    return RegisterRow.COLUMNS;
  }

  @Override
  public String duplicate() {
    return "duplicate-location";
  }

  @Override
  public String keyColumn() {
    return RegisterRow.CODE;
  }

  @Override
  public Reading<RegisterRow> read(Row row) {
    return RegisterRow.read(row);
  }

  @Override
  public Session<RegisterRow> begin(ImportRun run) {
    return new Registering(run);
  }

  private final class Registering implements Session<RegisterRow> {

    private final ImportRun run;
    private final Set<String> inFile = new HashSet<>();
    private final Set<String> boardsInFile = new HashSet<>();
    private int unreadable;

    private Registering(ImportRun run) {
      this.run = run;
    }

    @Override
    public String key(RegisterRow row) {
      return row.details().code();
    }

    @Override
    public void carriedOutBefore(List<Entry<RegisterRow>> rows) {
      rows.forEach(each -> inFile.add(each.value().details().code()));
    }

    @Override
    public void leftOut(Map<String, String> values) {
      String code = values.getOrDefault(RegisterRow.CODE, "");
      if (RegisterRow.isLocation(code)) {
        inFile.add(code.toUpperCase(Locale.ROOT));
      } else {
        unreadable++;
      }
    }

    @Override
    public List<Effect> apply(List<Entry<RegisterRow>> rows) {
      carriedOutBefore(rows);
      registerBoards(rows);
      Map<String, Location> before =
          locations.find(rows.stream().map(each -> each.value().details().code()).toList());
      closeWhatMoved(rows, before);
      List<Schools.Registering> led =
          schools.register(
              run.by(),
              rows.stream()
                  .map(each -> new Registration(each.value().board(), each.value().details()))
                  .toList());
      List<Effect> effects = new ArrayList<>();
      List<Location> changed = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        RegisterRow row = rows.get(i).value();
        Location now = Location.of(row.board(), row.details());
        Location old = before.get(now.code());
        if (!now.equals(old)) {
          changed.add(now);
        }
        effects.add(effect(led.get(i), old != null && hasMoved(old, row)));
      }
      // Last, so that after a crash a move is still seen as one.
      locations.keep(changed);
      return effects;
    }

    private void registerBoards(List<Entry<RegisterRow>> rows) {
      Map<String, String> unseen = new TreeMap<>();
      for (Entry<RegisterRow> each : rows) {
        if (boardsInFile.add(each.value().board())) {
          unseen.put(each.value().board(), each.value().boardName());
        }
      }
      boards.register(run.by(), unseen);
    }

    private void closeWhatMoved(List<Entry<RegisterRow>> rows, Map<String, Location> before) {
      List<OwnedId> moved = new ArrayList<>();
      for (Entry<RegisterRow> each : rows) {
        Location old = before.get(each.value().details().code());
        if (old != null && hasMoved(old, each.value())) {
          moved.add(old.school());
        }
      }
      schools.close(run.by(), moved);
    }

    private static boolean hasMoved(Location old, RegisterRow row) {
      return old.open() && !old.board().equals(row.board());
    }

    private static Effect effect(Schools.Registering led, boolean moved) {
      return switch (led) {
        case ADDED -> moved ? Effect.Done.MOVED : Effect.Done.ADDED;
        case CHANGED -> Effect.Done.CHANGED;
        case UNCHANGED -> moved ? Effect.Done.MOVED : Effect.Done.UNCHANGED;
      };
    }

    @Override
    public Map<String, Integer> finish() {
      List<Location> open = locations.open();
      counting.count(run.by(), open);
      List<Location> absent = open.stream().filter(each -> !inFile.contains(each.code())).toList();
      // A file with less than half of what is known is a part of the register: nothing is missing.
      if (absent.size() > open.size() / 2) {
        return Map.of();
      }
      missing.keep(run.id().value(), absent);
      return Map.of("missing", absent.size(), "unreadable", unreadable);
    }
  }
}
