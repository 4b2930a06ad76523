package nl.samenopleiden.professionalisation.attendance;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Optional;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.Offer;
import nl.samenopleiden.professionalisation.registration.Seats.Seat;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody who holds a seat was at the course; named and owned as the registration is.
 * There is none as long as nobody has said anything.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Attendance.Present.class, name = "present"),
  @JsonSubTypes.Type(value = Attendance.Absent.class, name = "absent")
})
public sealed interface Attendance {

  /** Whose it is. */
  Attendee who();

  /** Was there. */
  record Present(Attendee who, Instant at, Way way) implements Attendance {}

  /** Was not there after all, or the lecturer said so at once. */
  record Absent(Attendee who) implements Attendance {}

  /** Where it is known from. */
  enum Way {
    /** The course's own people said so. */
    LIST,
    /** The person handed in the code that was shown in the room. */
    CODE
  }

  /**
   * Somebody who holds a seat.
   *
   * @param course the text form of the course's id
   * @param person the token's subject
   * @param school the location code of the person's school
   */
  record Attendee(String course, String person, String name, @Nullable String school) {

    static Attendee of(Seat seat) {
      return new Attendee(seat.course().toString(), seat.person(), seat.name(), seat.school());
    }

    /** Which course, and whose it is. */
    public OwnedId courseId() {
      return OwnedId.parse(course);
    }
  }

  /** Why nothing can be said yet, if that is so. */
  static Optional<Refusal> tooEarly(Course course, Instant now) {
    if (course.isCancelled()) {
      return Optional.of(Refusal.conflict("course-cancelled"));
    }
    return course.hasBegun(now)
        ? Optional.empty()
        : Optional.of(Refusal.conflict("course-not-begun", course.offer().startsAt()));
  }

  /**
   * Says that the person is there; saying so again changes nothing. Whom the list calls absent does
   * not get past that with a code.
   */
  static Decision<Attendance> confirm(
      Optional<Attendance> before, Attendee who, Course course, Way way, Instant now) {
    Optional<Refusal> early = tooEarly(course, now);
    if (early.isPresent()) {
      return Decision.refuse(early.get());
    }
    if (before.orElse(null) instanceof Present) {
      return Decision.unchanged();
    }
    if (way == Way.CODE && before.orElse(null) instanceof Absent) {
      return Decision.refuse(Refusal.conflict("marked-absent"));
    }
    Offer offer = course.offer();
    return Decision.accept(
        new Present(who, now, way),
        new AttendanceFacts.AttendanceConfirmed(
            who.courseId().value(),
            who.courseId().owner().code(),
            offer.title(),
            offer.startsAt(),
            offer.minutes(),
            way,
            who.school()));
  }

  /**
   * The person says to be there, with the code of the room.
   *
   * @param code why the code is not accepted; empty when it is
   */
  static Decision<Attendance> checkIn(
      Optional<Attendance> before,
      Attendee who,
      Course course,
      Optional<Refusal> code,
      Instant now) {
    if (before.orElse(null) instanceof Present) {
      return Decision.unchanged();
    }
    return code.isPresent()
        ? Decision.refuse(code.get())
        : confirm(before, who, course, Way.CODE, now);
  }

  /** Says that the person was not there, also when it was thought before. */
  static Decision<Attendance> withdraw(
      Optional<Attendance> before, Attendee who, Course course, Instant now) {
    Optional<Refusal> early = tooEarly(course, now);
    if (early.isPresent()) {
      return Decision.refuse(early.get());
    }
    return switch (before.orElse(null)) {
      case null -> Decision.accept(new Absent(who));
      case Absent _ -> Decision.unchanged();
      case Present _ ->
          Decision.accept(
              new Absent(who),
              new AttendanceFacts.AttendanceWithdrawn(
                  who.courseId().value(),
                  who.courseId().owner().code(),
                  course.offer().title(),
                  who.school()));
    };
  }
}
