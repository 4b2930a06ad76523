package nl.samenopleiden.professionalisation.attendance;

import java.time.Instant;
import java.util.List;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.Course;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * One's own presence: how it stands, and saying that one is there, for an app that kept the code of
 * the room.
 */
@RestController
@RequestMapping("/api/professionalisation/courses/{course}/presence")
@Allowed
final class PresenceApi {

  record Scanned(@Nullable String code) {}

  /**
   * That one is there.
   *
   * @param session the number of the session that the code is of
   * @param since when it was first said
   */
  record PresenceView(int session, Instant since, Mark.Way way) {}

  /**
   * How one's presence stands.
   *
   * @param attended at how many sessions one was
   * @param needed how many that must be for a certificate
   */
  record PresencesView(List<SessionView> sessions, long attended, int needed, boolean enough) {}

  /** How it stands for one session. */
  record SessionView(
      int number,
      Instant startsAt,
      Instant endsAt,
      Presence.State state,
      @Nullable Instant since,
      Mark.@Nullable Way way) {}

  private final CheckingIn checkingIn;
  private final Problems problems;

  PresenceApi(CheckingIn checkingIn, Problems problems) {
    this.checkingIn = checkingIn;
    this.problems = problems;
  }

  /** The caller's own presence, session by session. */
  @GetMapping
  ResponseEntity<?> mine(Access access, @PathVariable String course) {
    return problems.answer(
        checkingIn.presence(access, checkingIn.course(access, course)),
        presence ->
            ResponseEntity.ok(
                new PresencesView(
                    presence.lines().stream().map(PresenceApi::view).toList(),
                    presence.attended(),
                    presence.needed(),
                    presence.isEnough())));
  }

  /** Says that one is there; saying it again changes nothing. */
  @PostMapping
  ResponseEntity<?> checkIn(
      Access access, @PathVariable String course, @RequestBody Scanned scanned) {
    Stored<Course> found = checkingIn.course(access, course);
    if (scanned.code() == null) {
      return problems.response(Refusal.invalid("field-needed", "code"));
    }
    return problems.answer(
        checkingIn.checkIn(access, found, scanned.code()),
        there ->
            ResponseEntity.ok(
                new PresenceView(
                    there.session().number(), there.mark().since(), there.mark().way())));
  }

  private static SessionView view(Presence.Line line) {
    Mark.There there = line.there();
    return new SessionView(
        line.session().number(),
        line.session().session().startsAt(),
        line.session().session().endsAt(),
        line.state(),
        there == null ? null : there.since(),
        there == null ? null : there.way());
  }
}
