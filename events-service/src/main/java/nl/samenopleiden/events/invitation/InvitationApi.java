package nl.samenopleiden.events.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import nl.samenopleiden.events.evening.Evening;
import nl.samenopleiden.events.evening.EveningView;
import nl.samenopleiden.events.evening.Evenings;
import nl.samenopleiden.events.invitation.Invitation.Answer;
import nl.samenopleiden.events.people.Organisations;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.platform.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Evenings as their organisers and those who are invited see them, and answering. */
@RestController
@RequestMapping("/api/events")
final class InvitationApi {

  /**
   * An evening.
   *
   * @param answers how many are invited and what they say; only for its organiser
   * @param myAnswer {@code YES}, {@code NO} or {@code NONE}; only for who is invited
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EveningDetail(
      @JsonUnwrapped EveningView evening, @Nullable Tally answers, @Nullable String myAnswer) {}

  /**
   * An answer.
   *
   * @param answer {@code YES} or {@code NO}
   */
  record Reply(@Nullable String answer) {}

  private final Evenings evenings;
  private final Invitations invitations;
  private final Attendance attendance;
  private final Answering answering;
  private final Organisations organisations;
  private final Problems problems;

  InvitationApi(
      Evenings evenings,
      Invitations invitations,
      Attendance attendance,
      Answering answering,
      Organisations organisations,
      Problems problems) {
    this.evenings = evenings;
    this.invitations = invitations;
    this.attendance = attendance;
    this.answering = answering;
    this.organisations = organisations;
    this.problems = problems;
  }

  /** An evening that the caller organises or is invited to; to others it does not exist. */
  @GetMapping("/evenings/{evening}")
  @Allowed
  EveningDetail evening(Access access, @PathVariable String evening) {
    Optional<Stored<Evening>> organised = evenings.organised(access, evening);
    Optional<Invitation> mine = invitations.mine(access, evening).map(Stored::state);
    String answer = mine.map(invitation -> invitation.answer().name()).orElse(null);
    if (organised.isPresent()) {
      Stored<Evening> stored = organised.get();
      return new EveningDetail(
          EveningView.forOrganiser(stored, organisations.nameOf(stored.id().owner())),
          attendance.tally(access, stored.id()),
          answer);
    }
    Stored<Evening> stored =
        mine.flatMap(invitation -> evenings.find(invitation.ofEvening()))
            .orElseThrow(RefusedException::notFound);
    return new EveningDetail(
        EveningView.forInvitee(stored, organisations.nameOf(stored.id().owner())), null, answer);
  }

  /**
   * Those who are invited to an evening of the caller's organisation, by name.
   *
   * @param answer only those who say so: {@code YES}, {@code NO} or {@code NONE}
   */
  @GetMapping("/evenings/{evening}/invitations")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER, Role.BOARD_COORDINATOR})
  Page<Attendance.Invitee> invitees(
      Access access,
      @PathVariable String evening,
      @RequestParam(required = false) @Nullable String answer,
      @RequestParam(defaultValue = "") String q,
      PageRequest page) {
    Stored<Evening> stored =
        evenings.organised(access, evening).orElseThrow(RefusedException::notFound);
    return attendance.invitees(access, stored.id(), Attendance.answer(answer), q, page);
  }

  /** The caller's own invitations, the evening that starts last first. */
  @GetMapping("/invitations/mine")
  @Allowed
  Page<MyInvitation> mine(Access access, PageRequest page) {
    return invitations.mine(access, page).map(MyInvitation::of);
  }

  /** Says whether the caller comes; may be changed until the evening starts. */
  @PostMapping("/evenings/{evening}/answer")
  @Allowed
  ResponseEntity<?> answer(Access access, @PathVariable String evening, @RequestBody Reply reply) {
    Answer wanted = Attendance.answer(reply.answer());
    Outcome<Invitation> outcome =
        wanted == Answer.YES || wanted == Answer.NO
            ? answering.answer(access, evening, wanted)
            : Outcome.refused(Refusal.invalid("answer-unknown", "answer"));
    return problems.answer(outcome, mine -> ResponseEntity.ok(MyInvitation.of(mine)));
  }
}
