package nl.samenopleiden.professionalisation.meeting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.platform.web.RefusedException;
import nl.samenopleiden.professionalisation.course.Theme;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/** The page of one meeting: for who looks, who takes part and who plans. */
@Component
final class MeetingPage {

  /** What somebody typed in the forms of the page; shown again when it is refused. */
  record Typed(
      String question,
      String questionTheme,
      boolean shown,
      String materialTitle,
      String materialLink) {

    static Typed joining(String question, String questionTheme, boolean shown) {
      return new Typed(question, questionTheme, shown, "", "");
    }
  }

  private static final Set<String> DONE =
      Set.of(
          "meeting-planned",
          "meeting-revised",
          "meeting-cancelled",
          "meeting-joined",
          "meeting-changed",
          "meeting-left",
          "meeting-agreement",
          "meeting-material",
          "meeting-material-gone");
  private static final Set<String> REFUSED =
      Set.of(
          "meeting-cancelled",
          "meeting-has-begun",
          "meeting-joining-closed",
          "meeting-full",
          "meeting-not-joined",
          "meeting-not-begun");

  private final Meetings meetings;
  private final MeetingCards cards;
  private final Tables tables;
  private final Problems problems;

  MeetingPage(Meetings meetings, MeetingCards cards, Tables tables, Problems problems) {
    this.meetings = meetings;
    this.cards = cards;
    this.tables = tables;
    this.problems = problems;
  }

  /** The page as it is, after something was done or refused. */
  String show(Access access, String id, String done, String refused, Model model) {
    Stored<Meeting> found = meetings.find(access, id).orElseThrow(RefusedException::notFound);
    Optional<Participant> mine = found.state().participant(access.caller().person());
    Question asked = mine.map(Participant::question).orElse(null);
    String theme = asked == null ? null : asked.theme();
    Typed kept =
        Typed.joining(
            asked == null ? "" : asked.text(),
            theme == null ? "" : theme,
            mine.map(Participant::shown).orElse(false));
    model.addAttribute("done", DONE.contains(done) ? done : null);
    model.addAttribute(
        "problem", REFUSED.contains(refused) ? problems.words(Refusal.conflict(refused)) : null);
    return fill(access, found, kept, Map.of(), model);
  }

  /** The page with what was typed, and what is wrong with it next to its field. */
  ModelAndView showRefused(Access access, String id, Typed typed, Refusal refusal, Model model) {
    Stored<Meeting> found = meetings.find(access, id).orElseThrow(RefusedException::notFound);
    String field = refusal.field();
    model.addAttribute("done", null);
    model.addAttribute("problem", field == null ? problems.words(refusal) : null);
    String view =
        fill(
            access,
            found,
            typed,
            field == null ? Map.of() : Map.of(field, problems.words(refusal).detail()),
            model);
    ModelAndView page = new ModelAndView(view, model.asMap());
    page.setStatus(HttpStatusCode.valueOf(refusal.status()));
    return page;
  }

  /** Back to the page, saying what was done or refused. */
  static ModelAndView redirect(String meeting, String query) {
    ModelAndView redirect =
        new ModelAndView("redirect:/professionalisation/meetings/" + meeting + "?" + query);
    redirect.setStatus(HttpStatus.SEE_OTHER);
    return redirect;
  }

  /** Back to the page with the refusal; not found stays not found. */
  static ModelAndView refused(String meeting, Refusal refusal) {
    if (refusal.equals(Refusal.NOT_FOUND)) {
      throw RefusedException.notFound();
    }
    return redirect(meeting, "refused=" + refusal.type());
  }

  private String fill(
      Access access, Stored<Meeting> found, Typed typed, Map<String, String> errors, Model model) {
    MeetingCards.Card card = cards.card(access, found);
    model.addAttribute("meeting", card);
    model.addAttribute("typed", typed);
    model.addAttribute("errors", errors);
    model.addAttribute("manages", MeetingCards.manages(access, found));
    model.addAttribute("mayJoin", Joining.mayJoin(access.caller()));
    model.addAttribute("themes", Theme.keys());
    model.addAttribute(
        "questions",
        found.state().participants().stream().filter(each -> each.question() != null).count());
    model.addAttribute("materials", card.inside() ? found.state().published() : List.of());
    model.addAttribute(
        "shown",
        found.state().participant(access.caller().person()).map(Participant::shown).orElse(false));
    model.addAttribute("table", tables.mine(found, access.caller()).orElse(null));
    model.addAttribute("connections", tables.connections(found, access.caller()));
    return "professionalisation/meeting";
  }
}
