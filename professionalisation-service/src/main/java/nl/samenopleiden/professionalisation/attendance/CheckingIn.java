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

  /**
   * How somebody stands who has scanned a code.
   *
   * @param session which session the code is of
   * @param there whether it is known already that the person is there
   */
  record Look(CourseSession session, boolean there) {}

  /** That somebody is at a session. */
  record There(CourseSession session, Mark.There mark) {}

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
  Optional<RoomCode> shown(HeldSession held) {
    Instant now = clock.instant();
    return held.showsCode(now)
        ? Optional.of(RoomCode.at(now, secrets.of(held.course()), held.course(), held.session()))
        : Optional.empty();
  }

  /** At which sessions the caller was; refused when the caller has no seat. */
  Outcome<Presence> presence(Access access, Stored<Course> course) {
    return seats
        .of(access.caller(), course.id())
        .map(
            seat ->
                Outcome.done(Presence.of(course.state(), book.read(seat.id()), clock.instant())))
        .orElseGet(() -> Outcome.refused(NO_SEAT));
  }

  /** Whether the caller is there already; refused when this code would not help either. */
  Outcome<Look> look(Access access, Stored<Course> course, String code) {
    Optional<Seat> seat = seats.of(access.caller(), course.id());
    if (seat.isEmpty()) {
      return Outcome.refused(NO_SEAT);
    }
    Instant now = clock.instant();
    Optional<RoomCode.Read> read = read(course, code, now);
    Attendee who = Attendee.of(seat.get());
    return switch (Attendance.checkIn(book.read(seat.get().id()), who, course.state(), read, now)) {
      case Decision.Accepted<Attendance> _ -> looked(read, false);
      case Decision.Unchanged<Attendance> _ -> looked(read, true);
      case Decision.Refused<Attendance>(var refusal) -> Outcome.refused(refusal);
    };
  }

  /** The caller says to be there. */
  Outcome<There> checkIn(Access access, Stored<Course> course, String code) {
    Optional<Seat> seat = seats.of(access.caller(), course.id());
    if (seat.isEmpty()) {
      return Outcome.refused(NO_SEAT);
    }
    Instant now = clock.instant();
    Optional<RoomCode.Read> read = read(course, code, now);
    Attendee who = Attendee.of(seat.get());
    return book.change(
            access.caller().person(),
            seat.get().id(),
            before -> Attendance.checkIn(before, who, course.state(), read, now))
        .map(stored -> there(stored.state(), read.orElseThrow().session()));
  }

  private static Outcome<Look> looked(Optional<RoomCode.Read> read, boolean there) {
    return read.map(each -> Outcome.done(new Look(each.session(), there)))
        .orElseGet(() -> Outcome.refused(RoomCode.UNKNOWN));
  }

  private static There there(Attendance attendance, CourseSession session) {
    if (attendance.at(session.number()).orElse(null) instanceof Mark.There there) {
      return new There(session, there);
    }
    throw new IllegalStateException("checked in, yet not there");
  }

  private Optional<RoomCode.Read> read(Stored<Course> course, String code, Instant now) {
    return RoomCode.read(code, now, secrets.of(course.id()), course.id(), course.state());
  }
}
