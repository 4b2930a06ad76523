package nl.samenopleiden.professionalisation.meeting;

import java.util.Locale;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.RefusedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Joining with one button on the page of a meeting, and leaving after one question. The roles are
 * those of the people whom meetings are for; sending anything twice leads to the same.
 */
@Controller
@RequestMapping("/professionalisation/meetings/{meeting}/joining")
@Allowed({
  Role.TEACHER,
  Role.BOARD_COORDINATOR,
  Role.SCHOOL_EDUCATOR,
  Role.MENTOR,
  Role.SCHOOL_LEADER,
  Role.SUPERVISOR,
  Role.LECTURER
})
final class JoiningPages {

  private final Joining joining;
  private final Meetings meetings;
  private final MeetingCards cards;
  private final MeetingPage page;

  JoiningPages(Joining joining, Meetings meetings, MeetingCards cards, MeetingPage page) {
    this.joining = joining;
    this.meetings = meetings;
    this.cards = cards;
    this.page = page;
  }

  @PostMapping
  ModelAndView join(
      Access access,
      @PathVariable String meeting,
      @RequestParam(defaultValue = "") String question,
      @RequestParam(defaultValue = "") String questionTheme,
      @RequestParam(defaultValue = "false") boolean shown,
      Locale language,
      Model model) {
    JoinDraft draft = new JoinDraft(question, questionTheme, shown);
    return switch (joining.join(access, meeting, draft, language)) {
      case Outcome.Done<Joining.Joined>(var joined) ->
          MeetingPage.redirect(
              meeting, joined.fresh() ? "done=meeting-joined" : "done=meeting-changed");
      case Outcome.Refused<Joining.Joined>(var refusal) ->
          refusal.field() == null
              ? MeetingPage.refused(meeting, refusal)
              : page.showRefused(
                  access,
                  meeting,
                  MeetingPage.Typed.joining(question, questionTheme, shown),
                  refusal,
                  model);
    };
  }

  @GetMapping("/cancellation")
  Object askWhetherToLeave(Access access, @PathVariable String meeting, Model model) {
    Stored<Meeting> found = meetings.find(access, meeting).orElseThrow(RefusedException::notFound);
    MeetingCards.Card card = cards.card(access, found);
    if (!card.joined()) {
      return MeetingPage.refused(meeting, Meeting.NOT_JOINED);
    }
    model.addAttribute("meeting", card);
    return "professionalisation/meeting-leaving";
  }

  @PostMapping("/cancellation")
  ModelAndView leave(Access access, @PathVariable String meeting) {
    return switch (joining.leave(access, meeting)) {
      case Outcome.Done<Stored<Meeting>> _ -> MeetingPage.redirect(meeting, "done=meeting-left");
      case Outcome.Refused<Stored<Meeting>>(var refusal) ->
          refusal.equals(Meeting.NOT_JOINED)
              // Sent twice: the person has left already.
              ? MeetingPage.redirect(meeting, "done=meeting-left")
              : MeetingPage.refused(meeting, refusal);
    };
  }

  @PostMapping("/agreement")
  ModelAndView agree(
      Access access,
      @PathVariable String meeting,
      @RequestParam(defaultValue = "false") boolean shown) {
    return switch (joining.agree(access, meeting, shown)) {
      case Outcome.Done<Stored<Meeting>> _ ->
          MeetingPage.redirect(meeting, "done=meeting-agreement");
      case Outcome.Refused<Stored<Meeting>>(var refusal) -> MeetingPage.refused(meeting, refusal);
    };
  }
}
