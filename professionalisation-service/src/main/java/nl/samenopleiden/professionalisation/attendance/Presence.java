package nl.samenopleiden.professionalisation.attendance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenopleiden.professionalisation.course.Course;
import org.jspecify.annotations.Nullable;

/**
 * How somebody's attendance of a course stands, session by session.
 *
 * @param needed at how many sessions one must have been for a certificate
 */
record Presence(List<Line> lines, int needed) {

  /** How it stands for one session. */
  enum State {
    /** It has not begun. */
    COMING,
    /** It has begun, and nobody has said anything. */
    UNMARKED,
    ATTENDED,
    MISSED
  }

  /**
   * One session.
   *
   * @param there since when and where it is known from that the person was there
   */
  record Line(CourseSession session, State state, Mark.@Nullable There there) {}

  Presence {
    lines = List.copyOf(lines);
  }

  static Presence of(Course course, Optional<Attendance> attendance, Instant now) {
    return new Presence(
        CourseSession.of(course).stream()
            .map(each -> line(each, attendance.flatMap(known -> known.at(each.number())), now))
            .toList(),
        course.offer().sessionsNeeded());
  }

  /** At how many sessions the person was. */
  long attended() {
    return lines.stream().filter(each -> each.state() == State.ATTENDED).count();
  }

  /** Whether that is enough for a certificate. */
  boolean isEnough() {
    return attended() >= needed;
  }

  private static Line line(CourseSession session, Optional<Mark> mark, Instant now) {
    return switch (mark.orElse(null)) {
      case Mark.There there -> new Line(session, State.ATTENDED, there);
      case Mark.Away _ when session.hasBegun(now) -> new Line(session, State.MISSED, null);
      case null, default ->
          new Line(session, session.hasBegun(now) ? State.UNMARKED : State.COMING, null);
    };
  }
}
