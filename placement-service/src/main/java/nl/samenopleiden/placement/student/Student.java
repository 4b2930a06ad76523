package nl.samenopleiden.placement.student;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenopleiden.placement.capacity.CapacityId;
import nl.samenopleiden.placement.capacity.Period;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.web.Refusal;

/**
 * A student of a pabo. Has at most one placement in each period.
 *
 * @param id made of the address
 * @param placements those in force
 * @param ended those that have come to an end, oldest first
 * @param over up to which turn of a capacity this student can no longer be placed by: whoever took
 *     that place must give it back
 */
public record Student(
    String id,
    Enrolment enrolment,
    List<Placement> placements,
    List<Placement.Ended> ended,
    List<Over> over) {

  /** No turn of this capacity up to this one leads to a placement any more. */
  public record Over(CapacityId capacity, long turn) {}

  public Student {
    placements = List.copyOf(placements);
    ended = List.copyOf(ended);
    over = List.copyOf(over);
  }

  /** How many ended placements still hold their school's place. */
  @JsonProperty
  public int unfreed() {
    return (int) ended.stream().filter(each -> !each.freed()).count();
  }

  /** Where the student is placed in this period. */
  public Optional<Placement> in(Period period) {
    return placements.stream().filter(each -> each.where().period().equals(period)).findFirst();
  }

  /** The placement that takes a place of this capacity. */
  public Optional<Placement> at(CapacityId capacity) {
    return placements.stream().filter(each -> each.where().equals(capacity)).findFirst();
  }

  /** Why this student cannot be placed there now, if anything stands in the way. */
  public Optional<Refusal> hindrance(CapacityId where) {
    return in(where.period())
        .filter(placement -> !placement.where().equals(where))
        .map(
            placement ->
                new Refusal(
                    "already-placed",
                    409,
                    "period",
                    List.of(enrolment.name(), placement.schoolName())));
  }

  /** A student enrols, or what is known of the student changes. */
  public static Decision<Student> enrol(Optional<Student> before, Enrolment now) {
    String id = Enrolment.idOf(now.email());
    return before
        .map(
            student ->
                student.enrolment().equals(now)
                    ? Decision.<Student>unchanged()
                    : Decision.accept(student.enrolled(now), StudentChanged.of(id, now)))
        .orElseGet(
            () ->
                Decision.accept(
                    new Student(id, now, List.of(), List.of(), List.of()),
                    StudentEnrolled.of(id, now)));
  }

  /**
   * Concludes what began with taking a place: the student is placed there, or, when that is not
   * possible, it is written down that this turn is over. Look at the state to see which.
   */
  public Decision<Student> conclude(CapacityId where, String schoolName, long turn, Instant now) {
    if (at(where).isPresent() || isOver(where, turn) || in(where.period()).isPresent()) {
      return keepOrGiveUp(where, turn);
    }
    Placement placement =
        new Placement(
            Placement.idOf(id, where.period()), where, schoolName, enrolment.year(), turn, now);
    List<Placement> after = new ArrayList<>(placements);
    after.add(placement);
    return Decision.accept(
        new Student(id, enrolment, after, ended, over), StudentPlaced.of(id, placement));
  }

  /**
   * Concludes for somebody who took a place and was never heard of again: the turn becomes the
   * placement's if the student is placed there, and is over if not.
   */
  public Decision<Student> keepOrGiveUp(CapacityId where, long turn) {
    Optional<Placement> there = at(where);
    if (there.isPresent()) {
      return there.get().turn() >= turn
          ? Decision.unchanged()
          : Decision.accept(
              with(
                  placements.stream()
                      .map(each -> each.where().equals(where) ? each.turned(turn) : each)
                      .toList()));
    }
    return isOver(where, turn)
        ? Decision.unchanged()
        : Decision.accept(new Student(id, enrolment, placements, ended, overAlso(where, turn)));
  }

  /** Ends a placement; ending it twice is ending it once. */
  public Decision<Student> end(String placementId, Instant now) {
    Optional<Placement> found =
        placements.stream().filter(each -> each.id().equals(placementId)).findFirst();
    if (found.isEmpty()) {
      return ended.stream().anyMatch(each -> each.placement().id().equals(placementId))
          ? Decision.unchanged()
          : Decision.refuse(Refusal.NOT_FOUND);
    }
    Placement placement = found.get();
    List<Placement.Ended> after = new ArrayList<>(ended);
    after.add(new Placement.Ended(placement, now, false));
    return Decision.accept(
        new Student(
            id,
            enrolment,
            placements.stream().filter(each -> !each.equals(placement)).toList(),
            after,
            overAlso(placement.where(), placement.turn())),
        PlacementEnded.of(id, placement));
  }

  /** The school has its place of this placement back. */
  public Decision<Student> freed(Placement placement) {
    List<Placement.Ended> after =
        ended.stream()
            .map(
                each ->
                    each.placement().equals(placement)
                        ? new Placement.Ended(placement, each.at(), true)
                        : each)
            .toList();
    return after.equals(ended)
        ? Decision.unchanged()
        : Decision.accept(new Student(id, enrolment, placements, after, over));
  }

  private boolean isOver(CapacityId where, long turn) {
    return over.stream().anyMatch(each -> each.capacity().equals(where) && each.turn() >= turn);
  }

  private List<Over> overAlso(CapacityId where, long turn) {
    if (isOver(where, turn)) {
      return over;
    }
    return Stream.concat(
            over.stream().filter(each -> !each.capacity().equals(where)),
            Stream.of(new Over(where, turn)))
        .toList();
  }

  private Student enrolled(Enrolment now) {
    return new Student(id, now, placements, ended, over);
  }

  private Student with(List<Placement> now) {
    return new Student(id, enrolment, now, ended, over);
  }
}
