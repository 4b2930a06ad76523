package nl.samenopleiden.professionalisation.meeting;

import java.util.List;
import java.util.Map;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.platform.web.RefusedException;
import nl.samenopleiden.professionalisation.course.FormId;
import nl.samenopleiden.professionalisation.course.Theme;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Theme meetings for people: finding one, looking at it, planning and cancelling it. */
@Controller
@RequestMapping("/professionalisation/meetings")
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
final class MeetingPages {

  private static final int CARDS = 24;

  private final Meetings meetings;
  private final Arranging arranging;
  private final Attendance attendance;
  private final MeetingCards cards;
  private final MeetingPage page;
  private final Problems problems;

  MeetingPages(
      Meetings meetings,
      Arranging arranging,
      Attendance attendance,
      MeetingCards cards,
      MeetingPage page,
      Problems problems) {
    this.meetings = meetings;
    this.arranging = arranging;
    this.attendance = attendance;
    this.cards = cards;
    this.page = page;
    this.problems = problems;
  }

  @GetMapping
  String list(
      Access access,
      PageRequest wanted,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String theme,
      @RequestParam(defaultValue = "") String when,
      Model model) {
    String chosen = Theme.of(theme).map(Theme::key).orElse("");
    boolean past = when.equals("past");
    model.addAttribute(
        "page",
        meetings
            .page(
                access,
                past ? Meetings.When.PAST : Meetings.When.COMING,
                q,
                chosen,
                new PageRequest(wanted.number(), CARDS))
            .map(each -> cards.card(access, each)));
    model.addAttribute("past", past);
    model.addAttribute("theme", chosen);
    model.addAttribute("themes", Theme.keys());
    model.addAttribute("words", q);
    model.addAttribute("plans", MeetingCards.plans(access));
    return "professionalisation/meetings";
  }

  @GetMapping("/{meeting}")
  String meeting(
      Access access,
      @PathVariable String meeting,
      @RequestParam(defaultValue = "") String done,
      @RequestParam(defaultValue = "") String refused,
      Model model) {
    return page.show(access, meeting, done, refused, model);
  }

  @GetMapping("/new")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  String form(Model model) {
    return showForm(PlanForm.empty(), List.of(), model);
  }

  @PostMapping
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  Object plan(Access access, @ModelAttribute PlanForm form, Model model) {
    List<Refusal> unreadable = form.unreadable();
    if (!unreadable.isEmpty()) {
      return form422(form, unreadable, model);
    }
    return switch (arranging.plan(access, FormId.of(access.home(), form.id()), form.draft())) {
      case Arranging.Result.Done(var planned) ->
          MeetingPage.redirect(planned.id().value(), "done=meeting-planned");
      case Arranging.Result.Refused(var reasons) -> form422(form, reasons, model);
    };
  }

  @GetMapping("/{meeting}/change")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  String changeForm(Access access, @PathVariable String meeting, Model model) {
    model.addAttribute("changing", meeting);
    return showForm(PlanForm.of(meeting, owned(access, meeting).state().plan()), List.of(), model);
  }

  @PostMapping("/{meeting}/change")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  Object change(
      Access access, @PathVariable String meeting, @ModelAttribute PlanForm form, Model model) {
    owned(access, meeting);
    model.addAttribute("changing", meeting);
    List<Refusal> unreadable = form.unreadable();
    if (!unreadable.isEmpty()) {
      return form422(form, unreadable, model);
    }
    return switch (arranging.change(access, meeting, form.draft())) {
      case Outcome.Done<Stored<Meeting>> _ -> MeetingPage.redirect(meeting, "done=meeting-revised");
      case Outcome.Refused<Stored<Meeting>>(var refusal) ->
          refusal.field() == null
              ? MeetingPage.refused(meeting, refusal)
              : form422(form, List.of(refusal), model);
    };
  }

  @GetMapping("/{meeting}/cancellation")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  String askWhetherToCancel(Access access, @PathVariable String meeting, Model model) {
    model.addAttribute("meeting", cards.card(access, owned(access, meeting)));
    return "professionalisation/meeting-cancellation";
  }

  @PostMapping("/{meeting}/cancellation")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  ModelAndView cancel(Access access, @PathVariable String meeting) {
    return switch (arranging.cancel(access, meeting)) {
      case Outcome.Done<Stored<Meeting>> _ ->
          MeetingPage.redirect(meeting, "done=meeting-cancelled");
      case Outcome.Refused<Stored<Meeting>>(var refusal) -> MeetingPage.refused(meeting, refusal);
    };
  }

  @GetMapping("/{meeting}/participants")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  String participants(
      Access access,
      @PathVariable String meeting,
      PageRequest wanted,
      @RequestParam(defaultValue = "") String q,
      Model model) {
    Stored<Meeting> owned = owned(access, meeting);
    model.addAttribute("meeting", cards.card(access, owned));
    model.addAttribute("page", attendance.participants(owned, q, wanted));
    model.addAttribute("words", q);
    return "professionalisation/meeting-participants";
  }

  @GetMapping("/{meeting}/questions")
  String questions(
      Access access,
      @PathVariable String meeting,
      PageRequest wanted,
      @RequestParam(defaultValue = "") String q,
      Model model) {
    Stored<Meeting> found = meetings.find(access, meeting).orElseThrow(RefusedException::notFound);
    model.addAttribute(
        "page",
        attendance.questions(access, found, q, wanted).orElseThrow(RefusedException::notFound));
    model.addAttribute("meeting", cards.card(access, found));
    model.addAttribute("manages", MeetingCards.manages(access, found));
    model.addAttribute("words", q);
    return "professionalisation/meeting-questions";
  }

  private Stored<Meeting> owned(Access access, String id) {
    return meetings.owned(access, id).orElseThrow(RefusedException::notFound);
  }

  private ModelAndView form422(PlanForm form, List<Refusal> reasons, Model model) {
    ModelAndView again = new ModelAndView(showForm(form, reasons, model), model.asMap());
    again.setStatus(HttpStatusCode.valueOf(422));
    return again;
  }

  private String showForm(PlanForm form, List<Refusal> reasons, Model model) {
    Map<String, String> errors = problems.byField(reasons, "title");
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("wrong", errors.keySet());
    model.addAttribute("themes", Theme.keys());
    return "professionalisation/meeting-form";
  }
}
