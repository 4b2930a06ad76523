package nl.samenopleiden.professionalisation.attendance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.Session;

/**
 * A session of a course, and which one it is.
 *
 * @param number the first to start is 1
 */
public record CourseSession(int number, Session session) {

  /** All sessions of a course, the first to start first. */
  static List<CourseSession> of(Course course) {
    List<Session> sessions = course.offer().sessions();
    return IntStream.range(0, sessions.size())
        .mapToObj(each -> new CourseSession(each + 1, sessions.get(each)))
        .toList();
  }

  /** The session of this number, as an address has it; empty when there is none. */
  static Optional<CourseSession> of(Course course, String number) {
    return of(course).stream()
        .filter(each -> Integer.toString(each.number).equals(number))
        .findFirst();
  }

  /** The session that goes on at this moment, or else is the least time away. */
  static CourseSession nearest(Course course, Instant now) {
    return of(course).stream()
        .min(Comparator.comparing(each -> each.away(now)))
        .orElseThrow(() -> new IllegalStateException("a course without sessions"));
  }

  /** Whether it has begun by this time. */
  boolean hasBegun(Instant now) {
    return !now.isBefore(session.startsAt());
  }

  /** Whether this moment is on a day on which it is held. */
  boolean isOnTheDayOf(Instant moment) {
    LocalDate day = day(moment);
    return !day.isBefore(day(session.startsAt())) && !day.isAfter(day(session.endsAt()));
  }

  /** How long it takes. */
  public int minutes() {
    return (int) session.length().toMinutes();
  }

  private Duration away(Instant now) {
    if (now.isBefore(session.startsAt())) {
      return Duration.between(now, session.startsAt());
    }
    return now.isAfter(session.endsAt()) ? Duration.between(session.endsAt(), now) : Duration.ZERO;
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, Moments.ZONE);
  }
}
