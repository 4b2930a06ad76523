package nl.samenopleiden.professionalisation.attendance;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Collection;
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
import nl.samenopleiden.professionalisation.course.Offer;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Who was at which sessions of which course, kept per person. */
@Component
public final class AttendanceBook {

  private static final String COURSE = "state.who.course";
  private static final String PRESENT = "present";

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
    return store.findAll(scope, registrations);
  }

  /** Whether anybody in scope was at any session of the course. */
  public boolean wasAnybodyThere(Scope scope, OwnedId course) {
    List<Bson> there = new ArrayList<>();
    there.add(throughout());
    for (int session = 1; session <= Offer.MOST_SESSIONS; session++) {
      there.add(at(session));
    }
    return store.count(scope, Filters.and(of(course), Filters.or(there))) > 0;
  }

  /** How many people in scope were at the session of this number. */
  long present(Scope scope, OwnedId course, int session) {
    return store.count(scope, Filters.and(of(course), Filters.or(throughout(), at(session))));
  }

  Outcome<Stored<Attendance>> change(
      String by, OwnedId id, Function<Optional<Attendance>, Decision<Attendance>> decide) {
    return store.change(by, id, decide);
  }

  void changeAll(String by, Scope scope, List<AggregateStore.Command<Attendance>> commands) {
    store.changeAll(by, scope, commands);
  }

  private static Bson of(OwnedId course) {
    return Filters.eq(COURSE, course.toString());
  }

  private static Bson throughout() {
    return Filters.eq("state.is", PRESENT);
  }

  private static Bson at(int session) {
    return Filters.eq("state.marks." + session + ".is", PRESENT);
  }
}
