package nl.samenopleiden.events.invitation;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.samenopleiden.events.evening.Evening;
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
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.platform.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An evening's page, for its organisers and for those who are invited, and my invitations. */
@Controller
@RequestMapping("/events")
final class InvitationPages {

  /** The notices that a page can show after something was done. */
  private static final List<String> NOTICES = List.of("announced", "cancelled", "yes", "no");

  /** One of my invitations, in words. */
  record Line(MyInvitation invitation, String when, boolean past) {}

  /**
   * What somebody who is invited sees.
   *
   * @param open whether an answer can be given or changed
   * @param full whether no seat is left for this person
   */
  record Mine(String answer, boolean open, boolean full) {}

  private final Evenings evenings;
  private final Invitations invitations;
  private final Attendance attendance;
  private final Answering answering;
  private final Organisations organisations;
  private final Problems problems;
  private final Clock clock;

  InvitationPages(
      Evenings evenings,
      Invitations invitations,
      Attendance attendance,
      Answering answering,
      Organisations organisations,
      Problems problems,
      Clock clock) {
    this.evenings = evenings;
    this.invitations = invitations;
    this.attendance = attendance;
    this.answering = answering;
    this.organisations = organisations;
    this.problems = problems;
    this.clock = clock;
  }

  /** An evening that the caller organises or is invited to. */
  @GetMapping("/evenings/{evening}")
  @Allowed
  ModelAndView evening(
      Access access,
      @PathVariable String evening,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "YES") String answer,
      @RequestParam(defaultValue = "") String done,
      PageRequest page,
      Locale language) {
    ModelAndView shown = page(access, evening, q, Attendance.answer(answer), page, language);
    return shown.addObject("done", NOTICES.contains(done) ? done : "");
  }

  /** How far the inviting is, for the page to look again. */
  @GetMapping("/evenings/{evening}/progress")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER, Role.BOARD_COORDINATOR})
  String progress(Access access, @PathVariable String evening, Model model) {
    Stored<Evening> stored =
        evenings.organised(access, evening).orElseThrow(RefusedException::notFound);
    model.addAttribute("id", evening);
    model.addAttribute("cancelled", stored.state() instanceof Evening.Cancelled);
    model.addAttribute("telling", stored.state().telling());
    return "events/evening :: progress";
  }

  /** Answers. */
  @PostMapping("/evenings/{evening}/answer")
  @Allowed
  ModelAndView answer(
      Access access,
      @PathVariable String evening,
      @RequestParam(required = false) @Nullable String answer,
      PageRequest page,
      Locale language) {
    Answer wanted = Attendance.answer(answer);
    Outcome<Invitation> outcome =
        wanted == Answer.YES || wanted == Answer.NO
            ? answering.answer(access, evening, wanted)
            : Outcome.refused(Refusal.invalid("answer-unknown", "answer"));
    return switch (outcome) {
      case Outcome.Done<Invitation>(var mine) ->
          new ModelAndView(
              "redirect:/events/evenings/"
                  + mine.ofEvening().value()
                  + "?done="
                  + mine.answer().name().toLowerCase(Locale.ROOT));
      case Outcome.Refused<Invitation>(var refusal) -> {
        ModelAndView again = page(access, evening, "", Answer.YES, page, language);
        again.addObject("problem", problems.words(refusal));
        again.setStatus(HttpStatusCode.valueOf(refusal.status()));
        yield again;
      }
    };
  }

  /** The caller's own invitations. */
  @GetMapping("/invitations")
  @Allowed
  String mine(Access access, PageRequest page, Locale language, Model model) {
    Page<Line> lines =
        invitations
            .mine(access, page)
            .map(
                stored ->
                    new Line(
                        MyInvitation.of(stored),
                        Moments.inWords(stored.state().startsAt(), language),
                        !clock.instant().isBefore(stored.state().startsAt())));
    model.addAttribute("page", lines);
    return "events/invitations";
  }

  private ModelAndView page(
      Access access,
      String id,
      String words,
      @Nullable Answer answer,
      PageRequest page,
      Locale language) {
    Optional<Stored<Evening>> organised = evenings.organised(access, id);
    Optional<Invitation> mine = invitations.mine(access, id).map(Stored::state);
    Stored<Evening> stored =
        organised
            .or(() -> mine.flatMap(invitation -> evenings.find(invitation.ofEvening())))
            .orElseThrow(RefusedException::notFound);
    Evening evening = stored.state();
    ModelAndView shown =
        new ModelAndView("events/evening")
            .addObject("id", id)
            .addObject("details", evening.details())
            .addObject("when", Moments.inWords(evening.details().startsAt(), language))
            .addObject("organiser", organisations.nameOf(stored.id().owner()))
            .addObject("cancelled", evening instanceof Evening.Cancelled)
            .addObject("started", evening.details().hasStarted(clock.instant()))
            .addObject("done", "")
            .addObject("organises", organised.isPresent());
    mine.ifPresent(invitation -> shown.addObject("mine", mine(stored, invitation)));
    if (organised.isPresent()) {
      shown
          .addObject("telling", evening.telling())
          .addObject("audience", evening.audience())
          .addObject("tally", attendance.tally(access, stored.id()))
          .addObject("answer", answer == null ? "ALL" : answer.name())
          .addObject("q", words)
          .addObject("invitees", attendance.invitees(access, stored.id(), answer, words, page));
    }
    return shown;
  }

  private Mine mine(Stored<Evening> evening, Invitation invitation) {
    boolean open =
        evening.state() instanceof Evening.Announced
            && invitation.closed(clock.instant()).isEmpty();
    boolean full =
        open
            && invitation.answer() != Answer.YES
            && answering.isFull(evening.id(), evening.state().details().capacity());
    return new Mine(invitation.answer().name(), open, full);
  }
}
