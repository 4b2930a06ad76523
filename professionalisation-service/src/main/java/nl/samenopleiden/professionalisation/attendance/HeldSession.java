package nl.samenopleiden.professionalisation.attendance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.attendance.Attendance.Attendee;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.registration.Seats.Seat;

/** One session of a course of the caller's own pabo: what one list is of. */
record HeldSession(Stored<Course> stored, CourseSession session) {

  OwnedId course() {
    return stored.id();
  }

  String title() {
    return stored.state().offer().title();
  }

  int number() {
    return session.number();
  }

  /** All sessions of the course, of which this is one. */
  List<CourseSession> all() {
    return CourseSession.of(stored.state());
  }

  /** Why nothing can be said yet, if that is so. */
  Optional<Refusal> tooEarly(Instant now) {
    return Attendance.tooEarly(stored.state(), session, now);
  }

  /** Whether the code for in the room is shown now. */
  boolean showsCode(Instant now) {
    return RoomCode.isShown(stored.state(), session, now);
  }

  /**
   * When somebody says something: as the person's own clock has it, as far as that can be. Nobody
   * says anything of a session before it begins, or later than now.
   */
  Instant said(Optional<Instant> own, Instant now) {
    Instant said = own.filter(each -> each.isBefore(now)).orElse(now);
    Instant start = session.session().startsAt();
    return said.isBefore(start) && session.hasBegun(now) ? start : said;
  }

  /**
   * What comes of it when somebody of the course's own pabo says that the person was there, or was
   * not.
   */
  Decision<Attendance> say(Optional<Attendance> before, Seat seat, boolean present, Instant said) {
    Attendee who = Attendee.of(seat);
    Course course = stored.state();
    return present
        ? Attendance.confirm(before, who, course, session, Mark.Way.LIST, said)
        : Attendance.withdraw(before, who, course, session, said);
  }
}
