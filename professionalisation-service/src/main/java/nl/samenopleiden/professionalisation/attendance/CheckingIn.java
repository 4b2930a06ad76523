package nl.samenopleiden.professionalisation.attendance;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.platform.web.RefusedException;
import nl.samenopleiden.professionalisation.attendance.Attendance.Attendee;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.Courses;
import nl.samenopleiden.professionalisation.registration.Seats;
import nl.samenopleiden.professionalisation.registration.Seats.Seat;
import org.springframework.stereotype.Component;

/** Saying oneself that one is there, with the code that is shown in the room. */
@Component
final class CheckingIn {

  private static final Refusal NO_SEAT = Refusal.conflict("no-seat-in-course");

  private final Courses courses;
  private final Seats seats;
  private final AttendanceBook book;
  private final CodeSecrets secrets;
  private final Clock clock;

  CheckingIn(Courses courses, Seats seats, AttendanceBook book, CodeSecrets secrets, Clock clock) {
    this.courses = courses;
    this.seats = seats;
    this.book = book;
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * The course of this id that the caller may see.
   *
   * @throws RefusedException when there is none
   */
  Stored<Course> course(Access access, String id) {
    return courses.find(access, id).orElseThrow(RefusedException::notFound);
  }

  /** The code to show in the room now; empty when it is not the day, or not yet the time. */
  Optional<RoomCode> shown(Stored<Course> course) {
    Instant now = clock.instant();
    return RoomCode.isShown(course.state(), now)
        ? RoomCode.at(now, secrets.of(course.id()), course.id(), course.state())
        : Optional.empty();
  }

  /** Whether the caller is there already; refused when this code would not help either. */
  Outcome<Boolean> look(Access access, Stored<Course> course, String code) {
    Optional<Seat> seat = seats.of(access.caller(), course.id());
    if (seat.isEmpty()) {
      return Outcome.refused(NO_SEAT);
    }
    Instant now = clock.instant();
    Attendee who = Attendee.of(seat.get());
    Optional<Refusal> wrong = refused(course, code, now);
    return switch (Attendance.checkIn(
        book.read(seat.get().id()), who, course.state(), wrong, now)) {
      case Decision.Accepted<Attendance> _ -> Outcome.done(false);
      case Decision.Unchanged<Attendance> _ -> Outcome.done(true);
      case Decision.Refused<Attendance>(var refusal) -> Outcome.refused(refusal);
    };
  }

  /** The caller says to be there. */
  Outcome<Stored<Attendance>> checkIn(Access access, Stored<Course> course, String code) {
    Optional<Seat> seat = seats.of(access.caller(), course.id());
    if (seat.isEmpty()) {
      return Outcome.refused(NO_SEAT);
    }
    Instant now = clock.instant();
    Attendee who = Attendee.of(seat.get());
    Optional<Refusal> wrong = refused(course, code, now);
    return book.change(
        access.caller().person(),
        seat.get().id(),
        before -> Attendance.checkIn(before, who, course.state(), wrong, now));
  }

  private Optional<Refusal> refused(Stored<Course> course, String code, Instant now) {
    return RoomCode.refused(code, now, secrets.of(course.id()), course.id(), course.state());
  }
}
