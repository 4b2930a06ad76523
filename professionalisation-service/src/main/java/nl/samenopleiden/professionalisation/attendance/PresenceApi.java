package nl.samenopleiden.professionalisation.attendance;

import java.time.Instant;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.attendance.Attendance.Way;
import nl.samenopleiden.professionalisation.course.Course;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Saying oneself that one is there, for an app that kept the code of the room. */
@RestController
@RequestMapping("/api/professionalisation/courses/{course}/presence")
@Allowed
final class PresenceApi {

  record Scanned(@Nullable String code) {}

  /**
   * That one is there.
   *
   * @param since when it was first said
   */
  record PresenceView(Instant since, Way way) {}

  private final CheckingIn checkingIn;
  private final Problems problems;

  PresenceApi(CheckingIn checkingIn, Problems problems) {
    this.checkingIn = checkingIn;
    this.problems = problems;
  }

  /** Says so; saying it again changes nothing. */
  @PostMapping
  ResponseEntity<?> checkIn(
      Access access, @PathVariable String course, @RequestBody Scanned scanned) {
    Stored<Course> found = checkingIn.course(access, course);
    if (scanned.code() == null) {
      return problems.response(Refusal.invalid("field-needed", "code"));
    }
    return problems.answer(
        checkingIn.checkIn(access, found, scanned.code()),
        stored ->
            stored.state() instanceof Attendance.Present present
                ? ResponseEntity.ok(new PresenceView(present.at(), present.way()))
                : problems.response(Refusal.conflict("marked-absent")));
  }
}
