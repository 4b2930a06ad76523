package nl.samenopleiden.professionalisation.attendance;

import java.time.Clock;
import java.time.Instant;
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
import nl.samenopleiden.professionalisation.attendance.Attendance.Attendee;
import nl.samenopleiden.professionalisation.attendance.Attendance.Way;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.Courses;
import nl.samenopleiden.professionalisation.registration.Seats;
import nl.samenopleiden.professionalisation.registration.Seats.Seat;
import org.springframework.stereotype.Component;

/** What the people of a course's pabo do with its list: look, mark one, mark everybody. */
@Component
final class Marking {

  /**
   * One line of the list.
   *
   * @param attendance empty as long as nobody has said anything
   */
  record Line(Seat seat, Optional<Attendance> attendance) {}

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
   * The course of this id that is of the caller's own pabo.
   *
   * @throws RefusedException when there is none
   */
  Stored<Course> owned(Access access, String id) {
    return courses.owned(access, id).orElseThrow(RefusedException::notFound);
  }

  /** Those who hold a seat, each with what is known. */
  Page<Line> lines(Access access, OwnedId course, String words, PageRequest page) {
    Scope scope = access.withPartners();
    Page<Seat> found = seats.of(scope, course, words, page);
    Map<OwnedId, Attendance> known =
        book.find(scope, found.items().stream().map(Seat::id).toList());
    return found.map(seat -> new Line(seat, Optional.ofNullable(known.get(seat.id()))));
  }

  /** How many were there. */
  long present(Access access, OwnedId course) {
    return book.present(access.withPartners(), course);
  }

  /** Says that the person with this seat was there, or was not. */
  Outcome<Line> mark(Access access, Stored<Course> course, String seat, boolean present) {
    Optional<Seat> found = seats.find(access.withPartners(), course.id(), seat);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.NOT_FOUND);
    }
    Attendee who = Attendee.of(found.get());
    Instant now = clock.instant();
    return book.change(
            access.caller().person(),
            found.get().id(),
            before ->
                present
                    ? Attendance.confirm(before, who, course.state(), Way.LIST, now)
                    : Attendance.withdraw(before, who, course.state(), now))
        .map(stored -> new Line(found.get(), Optional.of(stored.state())));
  }

  /**
   * Says that everybody who holds a seat was there.
   *
   * @return how many that are
   */
  Outcome<Long> markEverybody(Access access, Stored<Course> course) {
    Instant now = clock.instant();
    Optional<Refusal> early = Attendance.tooEarly(course.state(), now);
    if (early.isPresent()) {
      return Outcome.refused(early.get());
    }
    Scope scope = access.withPartners();
    Page<Seat> some;
    int page = 0;
    do {
      some = seats.of(scope, course.id(), "", new PageRequest(page++, AT_ONCE));
      List<Command<Attendance>> commands =
          some.items().stream()
              .map(
                  seat ->
                      new Command<Attendance>(
                          seat.id(),
                          before ->
                              Attendance.confirm(
                                  before, Attendee.of(seat), course.state(), Way.LIST, now)))
              .toList();
      if (!commands.isEmpty()) {
        book.changeAll(access.caller().person(), scope, commands);
      }
    } while (page < some.pages());
    return Outcome.done(some.total());
  }
}
