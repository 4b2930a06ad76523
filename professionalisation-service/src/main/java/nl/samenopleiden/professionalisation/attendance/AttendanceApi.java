package nl.samenopleiden.professionalisation.attendance;

import java.time.Instant;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.attendance.Attendance.Way;
import nl.samenopleiden.professionalisation.course.Course;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of a course for other programs of its own pabo. */
@RestController
@RequestMapping("/api/professionalisation/courses/{course}/attendance")
@Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
final class AttendanceApi {

  /** What is known of somebody. */
  enum State {
    UNKNOWN,
    PRESENT,
    ABSENT
  }

  /**
   * Somebody who holds a seat.
   *
   * @param id names the seat, for marking it
   * @param since when it was said that the person is there
   * @param way where that is known from
   */
  record AttendeeView(
      String id,
      String name,
      String organisation,
      @Nullable String school,
      State state,
      @Nullable Instant since,
      @Nullable Way way) {}

  record Presence(@Nullable Boolean present) {}

  record Everybody(long present) {}

  private final Marking marking;
  private final Problems problems;

  AttendanceApi(Marking marking, Problems problems) {
    this.marking = marking;
    this.problems = problems;
  }

  /** Those who hold a seat, in the order of their registration. */
  @GetMapping
  Page<AttendeeView> list(
      Access access,
      @PathVariable String course,
      PageRequest page,
      @RequestParam(defaultValue = "") String q) {
    Stored<Course> owned = marking.owned(access, course);
    return marking.lines(access, owned.id(), q, page).map(AttendanceApi::view);
  }

  /** Says whether somebody was there; can be said again, and otherwise. */
  @PutMapping("/{participant}")
  ResponseEntity<?> mark(
      Access access,
      @PathVariable String course,
      @PathVariable String participant,
      @RequestBody Presence presence) {
    Stored<Course> owned = marking.owned(access, course);
    if (presence.present() == null) {
      return problems.response(Refusal.invalid("field-needed", "present"));
    }
    return problems.answer(
        marking.mark(access, owned, participant, presence.present()),
        line -> ResponseEntity.ok(view(line)));
  }

  /** Says that everybody who holds a seat was there. */
  @PostMapping("/everybody")
  ResponseEntity<?> markEverybody(Access access, @PathVariable String course) {
    return problems.answer(
        marking.markEverybody(access, marking.owned(access, course)),
        many -> ResponseEntity.ok(new Everybody(many)));
  }

  private static AttendeeView view(Marking.Line line) {
    Attendance known = line.attendance().orElse(null);
    return new AttendeeView(
        line.seat().id().value(),
        line.seat().name(),
        line.seat().id().owner().toString(),
        line.seat().school(),
        switch (known) {
          case null -> State.UNKNOWN;
          case Attendance.Present _ -> State.PRESENT;
          case Attendance.Absent _ -> State.ABSENT;
        },
        known instanceof Attendance.Present present ? present.at() : null,
        known instanceof Attendance.Present present ? present.way() : null);
  }
}
