package nl.samenopleiden.professionalisation.attendance;

import com.mongodb.client.model.Filters;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.samenopleiden.platform.store.AggregateStore;
import nl.samenopleiden.platform.store.Aggregates;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Scope;
import org.springframework.stereotype.Component;

/** Who was at which course, kept per person. */
@Component
public final class AttendanceBook {

  private static final String COURSE = "state.who.course";

  private final AggregateStore<Attendance> store;

  AttendanceBook(Aggregates aggregates) {
    store = aggregates.of("attendance", Attendance.class, _ -> null);
    store.collection().index(false, COURSE);
  }

  /** What is known of the person with this registration, for work that nobody asked for by hand. */
  public Optional<Attendance> read(OwnedId registration) {
    return store.find(Scope.of(registration.owner()), registration).map(Stored::state);
  }

  /** What is known of those of these registrations that are in scope. */
  public Map<OwnedId, Attendance> find(Scope scope, Collection<OwnedId> registrations) {
    List<String> ids = registrations.stream().map(OwnedId::toString).toList();
    Map<OwnedId, Attendance> found = new HashMap<>();
    store
        .list(scope, Filters.in("_id", ids), null, Math.max(1, ids.size()))
        .forEach(each -> found.put(each.id(), each.state()));
    return found;
  }

  /** How many people in scope were there. */
  public long present(Scope scope, OwnedId course) {
    return store.count(
        scope,
        Filters.and(Filters.eq(COURSE, course.toString()), Filters.eq("state.is", "present")));
  }

  Outcome<Stored<Attendance>> change(
      String by, OwnedId id, Function<Optional<Attendance>, Decision<Attendance>> decide) {
    return store.change(by, id, decide);
  }

  void changeAll(String by, Scope scope, List<AggregateStore.Command<Attendance>> commands) {
    store.changeAll(by, scope, commands);
  }
}
