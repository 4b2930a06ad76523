package nl.samenopleiden.professionalisation.attendance;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.attendance.AttendanceFacts.AttendanceConfirmed;
import nl.samenopleiden.professionalisation.attendance.AttendanceFacts.AttendanceWithdrawn;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.registration.Seats.Seat;
import org.jspecify.annotations.Nullable;

/**
 * At which sessions of a course somebody who holds a seat was; named and owned as the registration
 * is. There is none as long as nobody has said anything.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Attendance.PerSession.class, name = "per-session"),
  @JsonSubTypes.Type(value = Attendance.Throughout.class, name = "present"),
  @JsonSubTypes.Type(value = Attendance.NotAtAll.class, name = "absent")
})
public sealed interface Attendance {

  /** Whose it is. */
  Attendee who();

  /** What is said of the session of this number; empty when nobody has said anything. */
  Optional<Mark> at(int session);

  /** Whether the person was at any session. */
  boolean wasThere();

  /** The sessions of the course that the person was at. */
  default List<CourseSession> attended(Course course) {
    return CourseSession.of(course).stream()
        .filter(each -> at(each.number()).orElse(null) instanceof Mark.There)
        .toList();
  }

  /**
   * Kept session by session.
   *
   * @param marks by the number of the session
   */
  record PerSession(Attendee who, Map<Integer, Mark> marks) implements Attendance {

    public PerSession {
      marks = Map.copyOf(marks);
    }

    @Override
    public Optional<Mark> at(int session) {
      return Optional.ofNullable(marks.get(session));
    }

    @Override
    public boolean wasThere() {
      return marks.values().stream().anyMatch(Mark.There.class::isInstance);
    }
  }

  /** Was at all sessions: said when there was one list for the whole course. */
  record Throughout(Attendee who, Instant at, Mark.Way way) implements Attendance {

    @Override
    public Optional<Mark> at(int session) {
      return Optional.of(new Mark.There(at, way, at));
    }

    @Override
    public boolean wasThere() {
      return true;
    }
  }

  /** Was at none of the sessions: said when there was one list for the whole course. */
  record NotAtAll(Attendee who) implements Attendance {

    @Override
    public Optional<Mark> at(int session) {
      // When it was said was not kept; whatever is said now is later.
      return Optional.of(new Mark.Away(Instant.EPOCH));
    }

    @Override
    public boolean wasThere() {
      return false;
    }
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

  /** Why nothing can be said of a session yet, if that is so. */
  static Optional<Refusal> tooEarly(Course course, CourseSession session, Instant now) {
    if (course.isCancelled()) {
      return Optional.of(Refusal.conflict("course-cancelled"));
    }
    if (!course.hasBegun(now)) {
      return Optional.of(Refusal.conflict("course-not-begun", course.offer().startsAt()));
    }
    return session.hasBegun(now)
        ? Optional.empty()
        : Optional.of(Refusal.conflict("session-not-begun", session.session().startsAt()));
  }

  /**
   * Says that the person is at a session. Saying so again changes nothing but when it was last
   * said, and what was said later stands. Whom the list calls absent does not get past that with a
   * code.
   *
   * @param said when it is, or was, said
   */
  static Decision<Attendance> confirm(
      Optional<Attendance> before,
      Attendee who,
      Course course,
      CourseSession session,
      Mark.Way way,
      Instant said) {
    Optional<Refusal> early = tooEarly(course, session, said);
    if (early.isPresent()) {
      return Decision.refuse(early.get());
    }
    return switch (mark(before, session)) {
      case Mark.Away _ when way == Mark.Way.CODE ->
          Decision.refuse(Refusal.conflict("marked-absent"));
      case Mark.There _ when way == Mark.Way.CODE -> Decision.unchanged();
      case Mark.Away known when known.said().isAfter(said) -> Decision.unchanged();
      case Mark.There known when !known.said().isBefore(said) -> Decision.unchanged();
      case Mark.There(var since, var first, _) ->
          Decision.accept(with(before, who, course, session, new Mark.There(since, first, said)));
      case null, default ->
          Decision.accept(
              with(before, who, course, session, new Mark.There(said, way, said)),
              confirmed(who, course, session, way));
    };
  }

  /**
   * The person says to be there, with the code of the room.
   *
   * @param code what the code says; empty when it is none of this course
   */
  static Decision<Attendance> checkIn(
      Optional<Attendance> before,
      Attendee who,
      Course course,
      Optional<RoomCode.Read> code,
      Instant now) {
    if (code.isEmpty()) {
      return Decision.refuse(RoomCode.UNKNOWN);
    }
    CourseSession session = code.get().session();
    if (mark(before, session) instanceof Mark.There) {
      return Decision.unchanged();
    }
    return code.get()
        .late()
        .<Decision<Attendance>>map(Decision::refuse)
        .orElseGet(() -> confirm(before, who, course, session, Mark.Way.CODE, now));
  }

  /**
   * Says that the person was not at a session, also when it was thought before; what was said later
   * stands.
   *
   * @param said when it is, or was, said
   */
  static Decision<Attendance> withdraw(
      Optional<Attendance> before,
      Attendee who,
      Course course,
      CourseSession session,
      Instant said) {
    Optional<Refusal> early = tooEarly(course, session, said);
    if (early.isPresent()) {
      return Decision.refuse(early.get());
    }
    Mark known = mark(before, session);
    if (known instanceof Mark.Away && !known.said().isBefore(said)
        || known != null && known.said().isAfter(said)) {
      return Decision.unchanged();
    }
    Attendance after = with(before, who, course, session, new Mark.Away(said));
    return known instanceof Mark.There
        ? Decision.accept(after, withdrawn(who, course, session))
        : Decision.accept(after);
  }

  private static @Nullable Mark mark(Optional<Attendance> before, CourseSession session) {
    return before.flatMap(each -> each.at(session.number())).orElse(null);
  }

  private static Attendance with(
      Optional<Attendance> before, Attendee who, Course course, CourseSession session, Mark mark) {
    Map<Integer, Mark> marks = new HashMap<>();
    for (CourseSession each : CourseSession.of(course)) {
      before
          .flatMap(known -> known.at(each.number()))
          .ifPresent(known -> marks.put(each.number(), known));
    }
    marks.put(session.number(), mark);
    return new PerSession(who, marks);
  }

  private static AttendanceConfirmed confirmed(
      Attendee who, Course course, CourseSession session, Mark.Way way) {
    return new AttendanceConfirmed(
        who.courseId().value(),
        who.courseId().owner().code(),
        course.offer().title(),
        session.number(),
        session.session().startsAt(),
        session.minutes(),
        way,
        who.school());
  }

  private static AttendanceWithdrawn withdrawn(Attendee who, Course course, CourseSession session) {
    return new AttendanceWithdrawn(
        who.courseId().value(),
        who.courseId().owner().code(),
        course.offer().title(),
        session.number(),
        who.school());
  }
}
