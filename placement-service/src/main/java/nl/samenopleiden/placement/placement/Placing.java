package nl.samenopleiden.placement.placement;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenopleiden.placement.capacity.Capacities;
import nl.samenopleiden.placement.capacity.CapacityId;
import nl.samenopleiden.placement.capacity.Kind;
import nl.samenopleiden.placement.capacity.Period;
import nl.samenopleiden.placement.capacity.Taking;
import nl.samenopleiden.placement.school.KnownSchool;
import nl.samenopleiden.placement.school.Schools;
import nl.samenopleiden.placement.student.Placement;
import nl.samenopleiden.placement.student.Student;
import nl.samenopleiden.placement.student.Students;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.web.Refusal;
import org.springframework.stereotype.Component;

/**
 * Places a student by hand. The place belongs to the board and the student to the pabo, so there
 * are two aggregates and no transaction:
 *
 * <ol>
 *   <li>the placement takes a place of the capacity, which gives it a turn;
 *   <li>the student's side concludes: either the student is placed by that turn, which is the fact
 *       that others hear of, or it is written down that the turn is over;
 *   <li>the capacity settles the taking, or frees the place again.
 * </ol>
 *
 * A place is freed only after the student's side has said that its turn is over. So however slow
 * one of two competing attempts is, and wherever a process dies, a place that was freed can never
 * become a placement: there are never more placements than places. What was left between two steps
 * is finished by {@link FinishingPlacements}.
 */
@Component
final class Placing {

  /**
   * Who shall be placed where, as it was typed.
   *
   * @param school the location code
   */
  record Words(String student, String school, String period, String kind) {}

  /**
   * How placing ended.
   *
   * @param again whether the student had been placed there before
   */
  record Placed(Student student, Placement placement, boolean again) {}

  private final Students students;
  private final Capacities capacities;
  private final Schools schools;
  private final Clock clock;

  Placing(Students students, Capacities capacities, Schools schools, Clock clock) {
    this.students = students;
    this.capacities = capacities;
    this.schools = schools;
    this.clock = clock;
  }

  /** Places a student of the caller's pabo at a school of one of its partners. */
  Outcome<Placed> place(Access access, Words words) {
    Optional<Period> period = Period.parse(words.period());
    if (period.isEmpty()) {
      return Outcome.refused(Refusal.invalid("unknown-period", "period"));
    }
    Optional<Kind> kind = Kind.parse(words.kind());
    if (kind.isEmpty()) {
      return Outcome.refused(Refusal.invalid("unknown-kind", "kind"));
    }
    if (words.student().isBlank()) {
      return Outcome.refused(Refusal.invalid("student-needed", "student"));
    }
    Optional<Student> student = students.find(access, words.student().strip());
    if (student.isEmpty()) {
      return Outcome.refused(new Refusal("unknown-student", 404, "student", List.of()));
    }
    if (words.school().isBlank()) {
      return Outcome.refused(Refusal.invalid("school-needed", "school"));
    }
    Optional<KnownSchool> school =
        access.partners().isEmpty()
            ? Optional.empty()
            : schools.open(new Scope(access.partners()), words.school().strip());
    if (school.isEmpty()) {
      return Outcome.refused(new Refusal("unknown-school", 404, "school", List.of()));
    }
    CapacityId where =
        new CapacityId(school.get().board(), school.get().code(), period.get(), kind.get());
    return place(access, student.get(), where, school.get().name());
  }

  private Outcome<Placed> place(
      Access access, Student student, CapacityId where, String schoolName) {
    Optional<Placement> had = student.at(where);
    if (had.isPresent()) {
      return Outcome.done(new Placed(student, had.get(), true));
    }
    Optional<Refusal> hindrance = student.hindrance(where);
    if (hindrance.isPresent()) {
      return Outcome.refused(hindrance.get());
    }
    String by = access.caller().person();
    String pabo = access.home().code();
    String placement = Placement.idOf(student.id(), where.period());
    Instant now = clock.instant();
    return switch (capacities.take(by, where, placement, pabo, now)) {
      case Outcome.Refused<Taking>(var refusal) -> Outcome.refused(refusal);
      case Outcome.Done<Taking>(var taking) -> {
        Student after =
            students.conclude(
                by,
                new OwnedId(access.home(), student.id()),
                where,
                schoolName,
                taking.turn(),
                now);
        yield settleOrRelease(by, pabo, after, where, taking);
      }
    };
  }

  private Outcome<Placed> settleOrRelease(
      String by, String pabo, Student student, CapacityId where, Taking taking) {
    Optional<Placement> placed =
        student.at(where).filter(placement -> placement.turn() >= taking.turn());
    if (placed.isPresent()) {
      capacities.settle(by, where, taking.placement(), pabo, placed.get().turn());
      return Outcome.done(new Placed(student, placed.get(), false));
    }
    capacities.release(by, where, taking.placement(), pabo, taking.turn());
    return Outcome.refused(
        student.hindrance(where).orElseGet(() -> Refusal.conflict("placing-was-interrupted")));
  }

  /** Ends a placement of a student of the caller's pabo; its place is free again. */
  Outcome<Student> end(Access access, String placementId) {
    int tilde = placementId.indexOf('~');
    if (tilde < 1) {
      return Outcome.refused(Refusal.NOT_FOUND);
    }
    String by = access.caller().person();
    OwnedId id = new OwnedId(access.home(), placementId.substring(0, tilde));
    Outcome<Student> outcome = students.end(by, id, placementId, clock.instant());
    if (outcome instanceof Outcome.Done<Student>(var student)) {
      student.ended().stream()
          .filter(ended -> !ended.freed() && ended.placement().id().equals(placementId))
          .forEach(ended -> free(by, id, ended.placement()));
    }
    return outcome;
  }

  /** Gives the school its place back, and notes that it has it. */
  void free(String by, OwnedId student, Placement placement) {
    capacities.release(
        by, placement.where(), placement.id(), student.owner().code(), placement.turn());
    students.freed(by, student, placement);
  }

  /** Finishes what somebody left who took a place and was never heard of again. */
  void finish(String by, Capacities.Unsettled left) {
    Taking taking = left.taking();
    OwnedId id =
        new OwnedId(
            Owner.pabo(taking.pabo()),
            taking.placement().substring(0, taking.placement().indexOf('~')));
    if (students.find(Scope.of(id.owner()), id.value()).isEmpty()) {
      capacities.release(by, left.capacity(), taking.placement(), taking.pabo(), taking.turn());
      return;
    }
    Student student = students.keepOrGiveUp(by, id, left.capacity(), taking.turn());
    settleOrRelease(by, taking.pabo(), student, left.capacity(), taking);
  }
}
