package nl.samenopleiden.professionalisation.attendance;

import java.time.Instant;
import java.util.Optional;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
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

/**
 * The list of a session for other programs of the course's own pabo. Sessions are named by their
 * number: the first to start is 1.
 */
@RestController
@RequestMapping("/api/professionalisation/courses/{course}/sessions/{session}/attendance")
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
   * @param attended at how many sessions of the course the person was
   */
  record AttendeeView(
      String id,
      String name,
      String organisation,
      @Nullable String school,
      State state,
      @Nullable Instant since,
      Mark.@Nullable Way way,
      int attended) {}

  /**
   * Whether somebody was there.
   *
   * @param said when that was said, for what is handed in later; none means now. What was said
   *     later stands.
   */
  record Said(@Nullable Boolean present, @Nullable Instant said) {}

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
      @PathVariable String session,
      PageRequest page,
      @RequestParam(defaultValue = "") String q) {
    HeldSession held = marking.session(access, course, session);
    return marking.lines(access, held, q, page).map(line -> view(line, held));
  }

  /** Says whether somebody was there; can be said again, and otherwise. */
  @PutMapping("/{participant}")
  ResponseEntity<?> mark(
      Access access,
      @PathVariable String course,
      @PathVariable String session,
      @PathVariable String participant,
      @RequestBody Said said) {
    HeldSession held = marking.session(access, course, session);
    if (said.present() == null) {
      return problems.response(Refusal.invalid("field-needed", "present"));
    }
    return problems.answer(
        marking.mark(access, held, participant, said.present(), Optional.ofNullable(said.said())),
        line -> ResponseEntity.ok(view(line, held)));
  }

  /** Says that everybody who holds a seat was there. */
  @PostMapping("/everybody")
  ResponseEntity<?> markEverybody(
      Access access, @PathVariable String course, @PathVariable String session) {
    return problems.answer(
        marking.markEverybody(access, marking.session(access, course, session)),
        many -> ResponseEntity.ok(new Everybody(many)));
  }

  private static AttendeeView view(Marking.Line line, HeldSession held) {
    Mark known = line.at(held.session()).orElse(null);
    return new AttendeeView(
        line.seat().id().value(),
        line.seat().name(),
        line.seat().id().owner().toString(),
        line.seat().school(),
        switch (known) {
          case null -> State.UNKNOWN;
          case Mark.There _ -> State.PRESENT;
          case Mark.Away _ -> State.ABSENT;
        },
        known instanceof Mark.There there ? there.since() : null,
        known instanceof Mark.There there ? there.way() : null,
        line.attended(held));
  }
}
