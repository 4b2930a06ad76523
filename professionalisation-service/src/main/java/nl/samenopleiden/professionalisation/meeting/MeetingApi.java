package nl.samenopleiden.professionalisation.meeting;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.RefusedException;
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

/** Theme meetings for other programs. */
@RestController
@RequestMapping("/api/professionalisation/meetings")
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
final class MeetingApi {

  /**
   * A theme meeting.
   *
   * @param pabo whose it is
   * @param link where it is held online; only for who takes part, and for the pabo's planners
   * @param online whether there is such a link
   * @param free how many can still join
   * @param open whether one can join now
   * @param joined whether the caller takes part
   * @param materials what can be read back; only for who took part, and for the pabo's planners
   */
  record MeetingView(
      String id,
      String pabo,
      String theme,
      String title,
      List<AgendaItem> agenda,
      @Nullable String place,
      @Nullable String link,
      boolean online,
      Instant startsAt,
      Instant endsAt,
      int seats,
      int free,
      LocalDate lastDay,
      boolean open,
      boolean cancelled,
      boolean joined,
      List<Material> materials) {}

  private final Meetings meetings;
  private final Arranging arranging;
  private final Problems problems;
  private final Clock clock;

  MeetingApi(Meetings meetings, Arranging arranging, Problems problems, Clock clock) {
    this.meetings = meetings;
    this.arranging = arranging;
    this.problems = problems;
    this.clock = clock;
  }

  /** The meetings that are still to come, or with {@code when=past} those that were held. */
  @GetMapping
  Page<MeetingView> meetings(
      Access access,
      PageRequest page,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String theme,
      @RequestParam(defaultValue = "") String when) {
    return meetings
        .page(
            access, when.equals("past") ? Meetings.When.PAST : Meetings.When.COMING, q, theme, page)
        .map(each -> view(each, access));
  }

  @GetMapping("/{meeting}")
  MeetingView meeting(Access access, @PathVariable String meeting) {
    return view(meetings.find(access, meeting).orElseThrow(RefusedException::notFound), access);
  }

  @PostMapping
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  ResponseEntity<?> plan(Access access, @RequestBody PlanDraft draft) {
    return switch (arranging.plan(access, UUID.randomUUID().toString(), draft)) {
      case Arranging.Result.Done(var meeting) ->
          ResponseEntity.created(
                  URI.create("/api/professionalisation/meetings/" + meeting.id().value()))
              .body(view(meeting, access));
      case Arranging.Result.Refused(var reasons) -> problems.response(reasons);
    };
  }

  @PutMapping("/{meeting}")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  ResponseEntity<?> change(
      Access access, @PathVariable String meeting, @RequestBody PlanDraft draft) {
    return problems.answer(
        arranging.change(access, meeting, draft),
        changed -> ResponseEntity.ok(view(changed, access)));
  }

  @PostMapping("/{meeting}/cancellation")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  ResponseEntity<?> cancel(Access access, @PathVariable String meeting) {
    return problems.answer(
        arranging.cancel(access, meeting), cancelled -> ResponseEntity.ok(view(cancelled, access)));
  }

  @PostMapping("/{meeting}/materials")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  ResponseEntity<?> publish(
      Access access, @PathVariable String meeting, @RequestBody Material.Draft draft) {
    return problems.answer(
        arranging.publish(access, meeting, draft),
        changed -> ResponseEntity.ok(view(changed, access)));
  }

  @PostMapping("/{meeting}/materials/{material}/withdrawal")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  ResponseEntity<?> withdraw(
      Access access, @PathVariable String meeting, @PathVariable String material) {
    return problems.answer(
        arranging.withdraw(access, meeting, PlanForm.numberOr(material, 0)),
        changed -> ResponseEntity.ok(view(changed, access)));
  }

  private MeetingView view(Stored<Meeting> stored, Access access) {
    Meeting meeting = stored.state();
    Plan plan = meeting.plan();
    boolean joined = meeting.participant(access.caller().person()).isPresent();
    boolean inside = joined || MeetingCards.manages(access, stored);
    return new MeetingView(
        stored.id().value(),
        stored.id().owner().code(),
        plan.theme(),
        plan.title(),
        plan.agenda(),
        plan.place(),
        inside ? plan.link() : null,
        plan.link() != null,
        plan.startsAt(),
        plan.endsAt(),
        plan.seats(),
        meeting.free(),
        plan.lastDay(),
        meeting.closedAt(clock.instant()).isEmpty(),
        meeting.isCancelled(),
        joined,
        inside ? meeting.published() : List.of());
  }
}
