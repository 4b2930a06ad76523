package nl.samenopleiden.placement.student;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.samenopleiden.placement.capacity.CapacityId;
import nl.samenopleiden.platform.store.AggregateStore;
import nl.samenopleiden.platform.store.Aggregates;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.web.Refusal;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** The students of each pabo. */
@Component
public final class Students {

  private static final int MOST_AT_ONCE = 200;
  private static final Bson BY_NAME = Sorts.ascending("state.enrolment.name", "_id");

  private final AggregateStore<Student> store;

  Students(Aggregates aggregates) {
    store =
        aggregates.of(
            "student",
            Student.class,
            student ->
                String.join(
                    " ",
                    student.enrolment().name(),
                    student.enrolment().number(),
                    student.enrolment().email()));
    store.collection().index(false, "state.enrolment.name");
    store.collection().index(false, "state.enrolment.number");
  }

  /** Enrols one student, or changes what is known of one. */
  Outcome<Stored<Student>> enrol(Access access, Enrolment.Words words) {
    return switch (Enrolment.read(words)) {
      case Outcome.Refused<Enrolment>(var refusal) -> Outcome.refused(refusal);
      case Outcome.Done<Enrolment>(var enrolment) -> {
        String id = Enrolment.idOf(enrolment.email());
        if (numbered(access.own(), List.of(enrolment.number())).stream()
            .anyMatch(student -> !student.id().equals(id))) {
          yield Outcome.refused(
              new Refusal("number-in-use", 409, "number", List.of(enrolment.number())));
        }
        yield store.change(
            access.caller().person(),
            new OwnedId(access.home(), id),
            before -> Student.enrol(before, enrolment));
      }
    };
  }

  /** Enrols many at once; the outcomes are in the order of the enrolments. */
  List<Outcome<Stored<Student>>> enrolAll(
      String by, Owner pabo, List<AggregateStore.Command<Student>> commands) {
    return store.changeAll(by, Scope.of(pabo), commands);
  }

  /** The students that have one of these numbers. */
  List<Student> numbered(Scope scope, List<String> numbers) {
    return store
        .list(scope, Filters.in("state.enrolment.number", numbers), null, 2 * MOST_AT_ONCE)
        .stream()
        .map(Stored::state)
        .toList();
  }

  /** The students of the reader's own pabo, by name. */
  public Page<Student> page(Access access, String words, PageRequest page) {
    return store.page(access.own(), null, words, BY_NAME, page).map(Stored::state);
  }

  /** How many students the reader's own pabo has. */
  public long count(Access access) {
    return store.count(access.own(), null);
  }

  /** How many of them have no placement in force at all. */
  public long countWithoutPlacement(Access access) {
    return store.count(access.own(), Filters.exists("state.placements.0", false));
  }

  /** A student of the reader's own pabo; who is a student finds only itself. */
  public Optional<Student> find(Access access, String id) {
    boolean mayRead =
        access.caller().is(Role.PROGRAMME_MANAGER, Role.SUPERVISOR)
            || (access.caller().is(Role.STUDENT)
                && id.equals(Enrolment.idOf(access.caller().email())));
    return mayRead ? find(access.own(), id) : Optional.empty();
  }

  /** The student that the reader is. */
  public Optional<Student> self(Access access) {
    return access.caller().email().isBlank()
        ? Optional.empty()
        : find(access.own(), Enrolment.idOf(access.caller().email()));
  }

  /** A student, for the service's own work. */
  public Optional<Student> find(Scope scope, String id) {
    return store.find(scope, id).map(Stored::state);
  }

  /** Places the student, or writes down that this turn is over: the student as it then is. */
  public Student conclude(
      String by, OwnedId student, CapacityId where, String schoolName, long turn, Instant now) {
    return required(change(by, student, each -> each.conclude(where, schoolName, turn, now)));
  }

  /** Makes the turn the placement's, or writes down that it is over: the student as it then is. */
  public Student keepOrGiveUp(String by, OwnedId student, CapacityId where, long turn) {
    return required(change(by, student, each -> each.keepOrGiveUp(where, turn)));
  }

  /** Ends a placement of the student. */
  public Outcome<Student> end(String by, OwnedId student, String placement, Instant now) {
    return change(by, student, each -> each.end(placement, now));
  }

  /** The school has its place of this ended placement back. */
  public void freed(String by, OwnedId student, Placement placement) {
    change(by, student, each -> each.freed(placement));
  }

  /** An ended placement whose school has not got its place back. */
  public record Unfreed(OwnedId student, Placement placement, Instant endedAt) {}

  /** Ended placements of any owner that still hold a place; for whoever finishes them. */
  public List<Unfreed> unfreed(Instant before) {
    List<Unfreed> found = new ArrayList<>();
    store.collection().waiting(Filters.gt("state.unfreed", 0), MOST_AT_ONCE).stream()
        .map(each -> OwnedId.parse(each.getString("_id").getValue()))
        .flatMap(id -> store.find(Scope.of(id.owner()), id).stream())
        .forEach(
            stored ->
                stored.state().ended().stream()
                    .filter(each -> !each.freed() && each.at().isBefore(before))
                    .forEach(
                        each -> found.add(new Unfreed(stored.id(), each.placement(), each.at()))));
    return found;
  }

  private Outcome<Student> change(
      String by, OwnedId id, Function<Student, Decision<Student>> decide) {
    return store
        .change(
            by,
            id,
            student -> student.map(decide).orElseGet(() -> Decision.refuse(Refusal.NOT_FOUND)))
        .map(Stored::state);
  }

  private static Student required(Outcome<Student> outcome) {
    return switch (outcome) {
      case Outcome.Done<Student>(var student) -> student;
      case Outcome.Refused<Student>(var refusal) ->
          throw new IllegalStateException("a student is gone: " + refusal.type());
    };
  }
}
