package nl.samenopleiden.partnership.school;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenopleiden.platform.store.AggregateStore;
import nl.samenopleiden.platform.store.AggregateStore.Command;
import nl.samenopleiden.platform.store.Aggregates;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** The schools, kept under their boards. */
@Component
public final class Schools {

  /** What registering a location led to. */
  public enum Registering {
    ADDED,
    CHANGED,
    UNCHANGED
  }

  /**
   * A location as the register has it.
   *
   * @param board the number of the board that it is under
   */
  public record Registration(String board, SchoolDetails details) {

    OwnedId id() {
      return new OwnedId(Owner.board(board), details.code());
    }
  }

  private static final Bson REGISTERED = Filters.eq("state.kind", "registered");

  private final AggregateStore<School> store;

  Schools(Aggregates aggregates) {
    store =
        aggregates.of(
            "school",
            School.class,
            school -> school instanceof School.Registered ? school.details().searchText() : null);
    store.collection().index(false, "state.details.name");
    store.collection().index(false, "state.details.code");
  }

  /**
   * The school with this location code, if it is in scope. One that went from one board in scope to
   * another is found where it is now.
   */
  public Optional<Stored<School>> find(Scope scope, String code) {
    return store.list(scope, Filters.eq("state.details.code", code), null, 50).stream()
        .min(Comparator.comparing(each -> each.state() instanceof School.Closed));
  }

  /** The open schools in scope that these words find, by name. */
  public Page<Stored<School>> search(Scope scope, String words, PageRequest page) {
    return store.page(scope, REGISTERED, words, Sorts.ascending("state.details.name", "_id"), page);
  }

  /** The open schools of one board, by their location codes. */
  public Map<String, SchoolDetails> ofBoard(Owner board) {
    return store.list(Scope.of(board), REGISTERED, null, 5_000).stream()
        .map(each -> each.state().details())
        .collect(Collectors.toMap(SchoolDetails::code, details -> details));
  }

  /** What the open schools of one board are called, by their location codes. */
  public Map<String, String> namesOf(Owner board) {
    Map<String, String> names = new HashMap<>();
    ofBoard(board).forEach((code, details) -> names.put(code, details.name()));
    return names;
  }

  /** How many open schools there are in scope. */
  public long count(Scope scope) {
    return store.count(scope, REGISTERED);
  }

  /**
   * Registers locations, each where its board is.
   *
   * @return what each led to, in the same order
   */
  public List<Registering> register(String by, List<Registration> registrations) {
    Registering[] led = new Registering[registrations.size()];
    Arrays.fill(led, Registering.UNCHANGED);
    List<Command<School>> commands = new ArrayList<>();
    for (int i = 0; i < led.length; i++) {
      Registration each = registrations.get(i);
      int at = i;
      commands.add(
          new Command<>(
              each.id(),
              now -> {
                led[at] = led(now, each.details());
                return School.register(now, each.details());
              }));
    }
    carryOut(by, commands);
    return List.of(led);
  }

  /** Closes these locations; those that are closed already stay so. */
  public long close(String by, List<OwnedId> locations) {
    return carryOut(by, locations.stream().map(each -> new Command<>(each, School::close)).toList())
        .stream()
        .filter(outcome -> outcome instanceof Outcome.Done<Stored<School>>)
        .count();
  }

  private List<Outcome<Stored<School>>> carryOut(String by, List<Command<School>> commands) {
    if (commands.isEmpty()) {
      return List.of();
    }
    Scope scope =
        new Scope(commands.stream().map(each -> each.id().owner()).collect(Collectors.toSet()));
    return store.changeAll(by, scope, commands);
  }

  private static Registering led(Optional<School> now, SchoolDetails details) {
    if (now.isEmpty() || now.get() instanceof School.Closed) {
      return Registering.ADDED;
    }
    return now.get().details().equals(details) ? Registering.UNCHANGED : Registering.CHANGED;
  }
}
