package nl.samenopleiden.professionalisation.meeting;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.RefusedException;
import nl.samenopleiden.professionalisation.meeting.Attendance.Asked;
import nl.samenopleiden.professionalisation.meeting.Attendance.Coming;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Taking part in theme meetings, for other programs. Joining is idempotent by its nature: joining
 * again changes at most what was sent along.
 */
@RestController
@RequestMapping("/api/professionalisation/meetings/{meeting}")
@Allowed({
  Role.TEACHER,
  Role.BOARD_COORDINATOR,
  Role.SCHOOL_EDUCATOR,
  Role.MENTOR,
  Role.SCHOOL_LEADER,
  Role.SUPERVISOR,
  Role.LECTURER
})
final class JoiningApi {

  /**
   * The caller's taking part.
   *
   * @param number which participant of the meeting it is, in the order of joining
   */
  record JoinedView(
      String meeting,
      long number,
      @Nullable String question,
      @Nullable String questionTheme,
      boolean shown) {}

  record Agreement(@Nullable Boolean shown) {}

  private final Joining joining;
  private final Meetings meetings;
  private final Attendance attendance;
  private final Tables tables;
  private final Problems problems;

  JoiningApi(
      Joining joining, Meetings meetings, Attendance attendance, Tables tables, Problems problems) {
    this.joining = joining;
    this.meetings = meetings;
    this.attendance = attendance;
    this.tables = tables;
    this.problems = problems;
  }

  /** Lets the caller take part: 201 the first time, 200 when repeated. */
  @PostMapping("/participants")
  ResponseEntity<?> join(
      Access access, @PathVariable String meeting, @RequestBody JoinDraft draft, Locale language) {
    return problems.answer(
        joining.join(access, meeting, draft, language),
        joined -> {
          JoinedView view = view(meeting, joined.participant());
          return joined.fresh()
              ? ResponseEntity.created(
                      URI.create(
                          "/api/professionalisation/meetings/" + meeting + "/participants/mine"))
                  .body(view)
              : ResponseEntity.ok(view);
        });
  }

  @GetMapping("/participants/mine")
  JoinedView mine(Access access, @PathVariable String meeting) {
    return view(meeting, taking(access, meeting));
  }

  /** The caller does not take part after all. */
  @PostMapping("/participants/mine/cancellation")
  ResponseEntity<?> leave(Access access, @PathVariable String meeting) {
    return problems.answer(joining.leave(access, meeting), _ -> ResponseEntity.noContent().build());
  }

  /** Whether the caller agrees to be named in proposals for going on together. */
  @PostMapping("/participants/mine/agreement")
  ResponseEntity<?> agree(
      Access access, @PathVariable String meeting, @RequestBody Agreement agreement) {
    return problems.answer(
        joining.agree(access, meeting, Boolean.TRUE.equals(agreement.shown())),
        changed ->
            ResponseEntity.ok(
                view(
                    meeting, changed.state().participant(access.caller().person()).orElseThrow())));
  }

  /** Who sits at the caller's table. */
  @GetMapping("/tables/mine")
  Tables.Mine table(Access access, @PathVariable String meeting) {
    return tables
        .mine(joined(access, meeting), access.caller())
        .orElseThrow(RefusedException::notFound);
  }

  /** Whom the caller can go on with: nobody who did not agree to be named. */
  @GetMapping("/connections")
  List<Tables.Connection> connections(Access access, @PathVariable String meeting) {
    return tables.connections(joined(access, meeting), access.caller());
  }

  /** Who takes part, in the order of joining. */
  @GetMapping("/participants")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  Page<Coming> participants(
      Access access,
      @PathVariable String meeting,
      PageRequest page,
      @RequestParam(defaultValue = "") String q) {
    Stored<Meeting> owned = meetings.owned(access, meeting).orElseThrow(RefusedException::notFound);
    return attendance.participants(owned, q, page);
  }

  /** What participants asked beforehand; who asked it is told to the pabo's planners only. */
  @GetMapping("/questions")
  @Allowed({
    Role.TEACHER,
    Role.BOARD_COORDINATOR,
    Role.SCHOOL_EDUCATOR,
    Role.MENTOR,
    Role.SCHOOL_LEADER,
    Role.SUPERVISOR,
    Role.LECTURER,
    Role.PROGRAMME_MANAGER
  })
  Page<Asked> questions(
      Access access,
      @PathVariable String meeting,
      PageRequest page,
      @RequestParam(defaultValue = "") String q) {
    Stored<Meeting> found = meetings.find(access, meeting).orElseThrow(RefusedException::notFound);
    return attendance.questions(access, found, q, page).orElseThrow(RefusedException::notFound);
  }

  private Stored<Meeting> joined(Access access, String meeting) {
    return meetings
        .find(access, meeting)
        .filter(each -> each.state().participant(access.caller().person()).isPresent())
        .orElseThrow(RefusedException::notFound);
  }

  private Participant taking(Access access, String meeting) {
    return joined(access, meeting)
        .state()
        .participant(access.caller().person())
        .orElseThrow(RefusedException::notFound);
  }

  private static JoinedView view(String meeting, Participant participant) {
    Question question = participant.question();
    return new JoinedView(
        meeting,
        participant.number(),
        question == null ? null : question.text(),
        question == null ? null : question.theme(),
        participant.shown());
  }
}
