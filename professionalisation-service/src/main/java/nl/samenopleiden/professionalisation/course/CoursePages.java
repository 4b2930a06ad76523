package nl.samenopleiden.professionalisation.course;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.FormFields;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.platform.web.RefusedException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
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

/** Courses for people: finding one, looking at it, and what its pabo does with it. */
@Controller
@RequestMapping("/professionalisation")
final class CoursePages {

  private static final int CARDS = 24;

  /** Whom the page leads on to the theme meetings: those who may see them. */
  private static final Role[] COME_TO_MEETINGS = {
    Role.TEACHER,
    Role.BOARD_COORDINATOR,
    Role.SCHOOL_EDUCATOR,
    Role.MENTOR,
    Role.SCHOOL_LEADER,
    Role.SUPERVISOR,
    Role.LECTURER,
    Role.PROGRAMME_MANAGER
  };

  private final Courses courses;
  private final Offering offering;
  private final Places places;
  private final MyCourses mine;
  private final CourseCards cards;
  private final ForYou forYou;
  private final CourseFormPage formPage;
  private final Editions editions;
  private final EditionLines editionLines;
  private final Admission admission;
  private final CourseWords words;
  private final Problems problems;
  private final Clock clock;

  CoursePages(
      Courses courses,
      Offering offering,
      Places places,
      MyCourses mine,
      CourseCards cards,
      ForYou forYou,
      CourseFormPage formPage,
      Editions editions,
      EditionLines editionLines,
      Admission admission,
      CourseWords words,
      Problems problems,
      Clock clock) {
    this.courses = courses;
    this.offering = offering;
    this.places = places;
    this.mine = mine;
    this.cards = cards;
    this.forYou = forYou;
    this.formPage = formPage;
    this.editions = editions;
    this.editionLines = editionLines;
    this.admission = admission;
    this.words = words;
    this.problems = problems;
    this.clock = clock;
  }

  @GetMapping
  @Allowed
  String list(
      Access access,
      PageRequest page,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String theme,
      @RequestParam(defaultValue = "") String where,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until,
      Model model) {
    String chosen = Theme.of(theme).map(Theme::key).orElse("");
    CourseSearch search = new CourseSearch(q, chosen, where, from, until);
    Map<String, String> errors = problems.byField(search.check(), "q");
    Page<Stored<Course>> found =
        errors.isEmpty()
            ? courses.coming(access, search, new PageRequest(page.number(), CARDS))
            : new Page<>(List.of(), 0, CARDS, 0);
    List<CourseCards.Card> shown = shown(access, found.items());
    model.addAttribute("page", new Page<>(shown, found.number(), found.size(), found.total()));
    model.addAttribute("mine", mine.of(access));
    model.addAttribute("themes", Theme.keys());
    model.addAttribute("search", search);
    model.addAttribute("errors", errors);
    model.addAttribute("offers", offers(access));
    model.addAttribute("isAskedFirst", places.isAskedFirst(access.caller()));
    model.addAttribute("maySetPractice", places.maySetPractice(access.caller()));
    model.addAttribute("meetings", access.caller().is(COME_TO_MEETINGS));
    suggest(access, search.everything() && page.number() == 0, model);
    return "professionalisation/courses";
  }

  private void suggest(Access access, boolean wanted, Model model) {
    ForYou.Suggested suggested =
        wanted ? forYou.suggest(access) : new ForYou.Suggested(Set.of(), List.of());
    model.addAttribute("forYou", shown(access, suggested.courses()));
    model.addAttribute("forYouThemes", suggested.themes());
  }

  private List<CourseCards.Card> shown(Access access, List<Stored<Course>> found) {
    List<OwnedId> ids = found.stream().map(Stored::id).toList();
    Map<OwnedId, Places.Taken> taken = places.taken(ids);
    Map<OwnedId, Places.Mine> own = places.mine(access.caller(), ids);
    return found.stream()
        .map(
            each ->
                cards.card(
                    access,
                    each,
                    taken.getOrDefault(each.id(), Places.Taken.NONE),
                    own.get(each.id())))
        .toList();
  }

  @GetMapping("/courses/{course}")
  @Allowed
  String course(
      Access access,
      @PathVariable String course,
      @RequestParam(defaultValue = "") String done,
      @RequestParam(defaultValue = "") String refused,
      Model model) {
    return show(access, course, done, refused, model);
  }

  @GetMapping("/courses/new")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  ModelAndView form(Access access, Model model) {
    return formPage.course(access, CourseForm.empty(), List.of(), model);
  }

  /** Looks for what can be chosen, and keeps what was typed. */
  @PostMapping("/courses/new")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  ModelAndView look(Access access, @ModelAttribute CourseForm form, Model model) {
    return formPage.course(access, form, List.of(), model);
  }

  @PostMapping("/courses")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  Object publish(Access access, @ModelAttribute CourseForm form, Model model) {
    List<Refusal> unreadable = form.unreadable();
    if (!unreadable.isEmpty()) {
      return formPage.course(access, form, unreadable, model);
    }
    return switch (offering.publish(access, FormId.of(access.home(), form.id()), form.draft())) {
      case Offering.Published.Done(var course) -> redirect(course.id().value(), "done=published");
      case Offering.Published.Refused(var reasons) -> formPage.course(access, form, reasons, model);
    };
  }

  @PostMapping("/courses/{course}/seats")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  Object changeSeats(
      Access access,
      @PathVariable String course,
      @RequestParam(defaultValue = "") String seats,
      Model model) {
    return switch (offering.changeSeats(access, course, FormFields.number(seats))) {
      case Outcome.Done<Stored<Course>> _ -> redirect(course, "done=seats");
      case Outcome.Refused<Stored<Course>>(var refusal) -> {
        if (refusal.equals(Refusal.NOT_FOUND)) {
          throw RefusedException.notFound();
        }
        model.addAttribute("seatsTyped", seats);
        model.addAttribute("seatsError", problems.words(refusal));
        yield page(show(access, course, "", "", model), model, refusal.status());
      }
    };
  }

  @GetMapping("/courses/{course}/cancellation")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  String askWhetherToCancel(Access access, @PathVariable String course, Model model) {
    Stored<Course> found = owned(access, course);
    model.addAttribute("course", cards.card(access, found, places.taken(found.id()), null));
    return "professionalisation/course-cancellation";
  }

  @PostMapping("/courses/{course}/cancellation")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  Object cancel(Access access, @PathVariable String course) {
    return switch (offering.cancel(access, course)) {
      case Outcome.Done<Stored<Course>> _ -> redirect(course, "done=course-cancelled");
      case Outcome.Refused<Stored<Course>>(var refusal) -> {
        if (refusal.equals(Refusal.NOT_FOUND)) {
          throw RefusedException.notFound();
        }
        yield redirect(course, "refused=" + refusal.type());
      }
    };
  }

  private String show(Access access, String id, String done, String refused, Model model) {
    Stored<Course> found = courses.known(access, id).orElseThrow(RefusedException::notFound);
    Places.Mine own = places.mine(access.caller(), found.id()).orElse(null);
    CourseCards.Card card = cards.card(access, found, places.taken(found.id()), own);
    Locale language = LocaleContextHolder.getLocale();
    Audience audience = found.state().offer().forWhom();
    Optional<Refusal> outside = admission.refused(access.caller(), audience, language);
    model.addAttribute("course", card);
    model.addAttribute("audience", words.audience(audience, language));
    model.addAttribute("outside", outside.orElse(null));
    model.addAttribute("suggestedTo", audience.circle().themes());
    showEditions(access, found, card, outside.isPresent(), model);
    model.addAttribute("done", CourseNotices.known(done));
    model.addAttribute(
        "problem",
        CourseNotices.refusal(refused, found.state(), outside, clock.instant())
            .map(problems::words)
            .orElse(null));
    model.addAttribute("manages", offers(access) && found.id().owner().equals(access.home()));
    model.addAttribute("mayPassOn", places.mayPassOn(access.caller()));
    model.addAttribute("mayEnrol", places.mayEnrol(access.caller()));
    model.addAttribute("mayRegister", places.mayRegister(access.caller()) && outside.isEmpty());
    if (!model.containsAttribute("seatsError")) {
      model.addAttribute("seatsTyped", card.seats());
      model.addAttribute("seatsError", null);
    }
    return "professionalisation/course";
  }

  /** The other editions; and when this one cannot be taken, one that can be taken instead. */
  private void showEditions(
      Access access, Stored<Course> course, CourseCards.Card card, boolean outside, Model model) {
    EditionLines.Others others = editionLines.others(course);
    boolean none = others.others().isEmpty();
    boolean waits = card.opens() != null || card.draws() != null;
    boolean notHere = outside || (!waits && (!card.open() || card.free() == 0));
    boolean looks = card.mine() == null && places.mayRegister(access.caller());
    model.addAttribute("editions", none ? null : others);
    model.addAttribute(
        "instead",
        none || !notHere || !looks
            ? null
            : editions.openInstead(access, course).map(editionLines::line).orElse(null));
  }

  private Stored<Course> owned(Access access, String id) {
    return courses.owned(access, id).orElseThrow(RefusedException::notFound);
  }

  private static ModelAndView page(String view, Model model, int status) {
    ModelAndView page = new ModelAndView(view, model.asMap());
    page.setStatus(HttpStatusCode.valueOf(status));
    return page;
  }

  private static ModelAndView redirect(String course, String query) {
    ModelAndView redirect =
        new ModelAndView("redirect:/professionalisation/courses/" + course + "?" + query);
    redirect.setStatus(HttpStatus.SEE_OTHER);
    return redirect;
  }

  private static boolean offers(Access access) {
    return access.home().isPabo() && access.caller().is(Role.LECTURER, Role.PROGRAMME_MANAGER);
  }
}
