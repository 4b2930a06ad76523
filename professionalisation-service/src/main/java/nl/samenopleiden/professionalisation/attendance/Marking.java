package nl.samenopleiden.professionalisation.attendance;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenopleiden.platform.store.AggregateStore.Command;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.platform.web.RefusedException;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.Courses;
import nl.samenopleiden.professionalisation.registration.Seats;
import nl.samenopleiden.professionalisation.registration.Seats.Seat;
import org.springframework.stereotype.Component;

/** What the people of a course's pabo do with the list of a session: look, mark one, or all. */
@Component
final class Marking {

  /**
   * One line of the list.
   *
   * @param attendance of the whole course; empty as long as nobody has said anything
   */
  record Line(Seat seat, Optional<Attendance> attendance) {

    /** What is said of this session. */
    Optional<Mark> at(CourseSession session) {
      return attendance.flatMap(each -> each.at(session.number()));
    }

    /** At how many sessions the person was. */
    int attended(HeldSession held) {
      return attendance.map(each -> each.attended(held.stored().state()).size()).orElse(0);
    }
  }

  /**
   * What was said of somebody while there was no network.
   *
   * @param seat names the seat
   * @param said by the clock of who said it
   */
  record Tick(String seat, boolean present, Instant said) {}

  private static final int AT_ONCE = 200;

  private final Courses courses;
  private final Seats seats;
  private final AttendanceBook book;
  private final Clock clock;

  Marking(Courses courses, Seats seats, AttendanceBook book, Clock clock) {
    this.courses = courses;
    this.seats = seats;
    this.book = book;
    this.clock = clock;
  }

  /**
   * The session of this number, of a course of the caller's own pabo.
   *
   * @throws RefusedException when there is none
   */
  HeldSession session(Access access, String course, String number) {
    Stored<Course> owned = owned(access, course);
    return CourseSession.of(owned.state(), number)
        .map(session -> new HeldSession(owned, session))
        .orElseThrow(RefusedException::notFound);
  }

  /**
   * The session of this course of the caller's own pabo that goes on, or is the least time away.
   *
   * @throws RefusedException when there is no such course
   */
  HeldSession nearest(Access access, String course) {
    Stored<Course> owned = owned(access, course);
    return new HeldSession(owned, CourseSession.nearest(owned.state(), clock.instant()));
  }

  /** Those who hold a seat, each with what is known. */
  Page<Line> lines(Access access, HeldSession held, String words, PageRequest page) {
    Scope scope = access.withPartners();
    Page<Seat> found = seats.of(scope, held.course(), words, page);
    Map<OwnedId, Attendance> known =
        book.find(scope, found.items().stream().map(Seat::id).toList());
    return found.map(seat -> new Line(seat, Optional.ofNullable(known.get(seat.id()))));
  }

  /** How many were at the session. */
  long present(Access access, HeldSession held) {
    return book.present(access.withPartners(), held.course(), held.number());
  }

  /**
   * Says that the person with this seat was at the session, or was not.
   *
   * @param own when it was said, by the clock of who said it; empty means now
   */
  Outcome<Line> mark(
      Access access, HeldSession held, String seat, boolean present, Optional<Instant> own) {
    Optional<Seat> found = seats.find(access.withPartners(), held.course(), seat);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.NOT_FOUND);
    }
    Instant said = held.said(own, clock.instant());
    return book.change(
            access.caller().person(),
            found.get().id(),
            before -> held.say(before, found.get(), present, said))
        .map(stored -> new Line(found.get(), Optional.of(stored.state())));
  }

  /**
   * Says what was said while there was no network, each at its own time. Doing so again changes
   * nothing.
   *
   * @return how those stand whom it is about; who has no seat any more is left out
   */
  Outcome<List<Line>> mark(Access access, HeldSession held, List<Tick> ticks) {
    Optional<Refusal> early = held.tooEarly(clock.instant());
    if (early.isPresent()) {
      return Outcome.refused(early.get());
    }
    List<Line> lines = new ArrayList<>();
    for (Tick tick : ticks) {
      if (mark(access, held, tick.seat(), tick.present(), Optional.of(tick.said()))
          instanceof Outcome.Done<Line>(var line)) {
        lines.add(line);
      }
    }
    return Outcome.done(lines);
  }

  /**
   * Says that everybody who holds a seat was at the session.
   *
   * @return how many that are
   */
  Outcome<Long> markEverybody(Access access, HeldSession held) {
    Instant now = clock.instant();
    Optional<Refusal> early = held.tooEarly(now);
    if (early.isPresent()) {
      return Outcome.refused(early.get());
    }
    Scope scope = access.withPartners();
    Page<Seat> some;
    int page = 0;
    do {
      some = seats.of(scope, held.course(), "", new PageRequest(page++, AT_ONCE));
      List<Command<Attendance>> commands =
          some.items().stream()
              .map(
                  seat ->
                      new Command<Attendance>(
                          seat.id(), before -> held.say(before, seat, true, now)))
              .toList();
      if (!commands.isEmpty()) {
        book.changeAll(access.caller().person(), scope, commands);
      }
    } while (page < some.pages());
    return Outcome.done(some.total());
  }

  private Stored<Course> owned(Access access, String id) {
    return courses.owned(access, id).orElseThrow(RefusedException::notFound);
  }
}
