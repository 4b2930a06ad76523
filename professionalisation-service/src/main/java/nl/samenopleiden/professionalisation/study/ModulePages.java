package nl.samenopleiden.professionalisation.study;

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
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.platform.web.RefusedException;
import nl.samenopleiden.professionalisation.course.Audience;
import nl.samenopleiden.professionalisation.course.Circles;
import nl.samenopleiden.professionalisation.course.CourseWords;
import nl.samenopleiden.professionalisation.course.FormId;
import nl.samenopleiden.professionalisation.course.Places;
import nl.samenopleiden.professionalisation.course.Theme;
import org.jspecify.annotations.Nullable;
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

/** Modules for people: finding one, looking at it, and what its pabo does with it. */
@Controller
@RequestMapping("/professionalisation/modules")
final class ModulePages {

  private static final int CARDS = 24;

  /** How many are shown that the reader is busy with; all of them stand in the list too. */
  private static final int MOST_BEGUN = 6;

  private static final String PATH = "/professionalisation/modules";
  private static final Set<String> DONE = Set.of("offered", "started", "finished", "stopped");

  private final StudyModules modules;
  private final StudyBook book;
  private final OfferingModules offering;
  private final Studying studying;
  private final ModuleCards cards;
  private final Circles circles;
  private final CourseWords words;
  private final Places places;
  private final Problems problems;

  ModulePages(
      StudyModules modules,
      StudyBook book,
      OfferingModules offering,
      Studying studying,
      ModuleCards cards,
      Circles circles,
      CourseWords words,
      Places places,
      Problems problems) {
    this.modules = modules;
    this.book = book;
    this.offering = offering;
    this.studying = studying;
    this.cards = cards;
    this.circles = circles;
    this.words = words;
    this.places = places;
    this.problems = problems;
  }

  @GetMapping
  @Allowed
  String list(
      Access access,
      PageRequest page,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String theme,
      Model model) {
    String chosen = Theme.of(theme).map(Theme::key).orElse("");
    Page<Stored<StudyModule>> found =
        modules.page(access, q, chosen, new PageRequest(page.number(), CARDS));
    Map<OwnedId, Study> mine =
        book.find(access.caller(), found.items().stream().map(Stored::id).toList());
    model.addAttribute(
        "page", found.map(each -> cards.card(each.id(), each.state(), mine.get(each.id()))));
    model.addAttribute("begun", begun(access));
    model.addAttribute("words", q);
    model.addAttribute("theme", chosen);
    model.addAttribute("themes", Theme.keys());
    model.addAttribute("offers", offers(access));
    return "professionalisation/modules";
  }

  /** What the reader is on the way with, also when nobody can start it any more. */
  private List<ModuleCards.Card> begun(Access access) {
    List<Study.Begun> studies = book.begun(access.caller(), MOST_BEGUN);
    Map<OwnedId, StudyModule> found =
        modules.find(access, studies.stream().map(Study.Begun::moduleId).toList());
    return studies.stream()
        .flatMap(
            each ->
                Optional.ofNullable(found.get(each.moduleId()))
                    .map(module -> cards.card(each.moduleId(), module, each))
                    .stream())
        .toList();
  }

  @GetMapping("/{module}")
  @Allowed
  String module(
      Access access,
      @PathVariable String module,
      @RequestParam(defaultValue = "") String done,
      @RequestParam(defaultValue = "") String refused,
      Locale language,
      Model model) {
    Stored<StudyModule> found =
        modules.find(access, module).orElseThrow(RefusedException::notFound);
    Optional<Refusal> outside = studying.outside(access.caller(), found.state(), language);
    Study mine = book.find(access.caller(), found.id()).orElse(null);
    boolean manages = offers(access) && found.id().owner().equals(access.home());
    model.addAttribute("module", cards.card(found.id(), found.state(), mine));
    model.addAttribute("audience", words.audience(found.state().content().audience(), language));
    model.addAttribute("outside", outside.map(problems::words).orElse(null));
    model.addAttribute("follows", places.mayRegister(access.caller()));
    model.addAttribute("done", DONE.contains(done) ? done : null);
    model.addAttribute(
        "problem",
        refusal(refused, outside, found.state(), mine).map(problems::words).orElse(null));
    model.addAttribute("manages", manages);
    model.addAttribute("numbers", manages ? book.numbers(access.withPartners(), found.id()) : null);
    return "professionalisation/module";
  }

  /** What was refused just now; as things are now, since an address can be kept. */
  private static Optional<Refusal> refusal(
      String type, Optional<Refusal> outside, StudyModule module, @Nullable Study mine) {
    return switch (type) {
      case "study-module-withdrawn", "study-not-started", "study-finished" ->
          Optional.of(Refusal.conflict(type));
      case "study-steps-left" ->
          mine instanceof Study.Begun begun
              ? Optional.of(
                  Refusal.conflict(type, module.content().steps().size() - begun.done().size()))
              : Optional.empty();
      default -> outside.filter(each -> each.type().equals(type));
    };
  }

  @GetMapping("/new")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  ModelAndView form(Access access, Model model) {
    return showForm(access, ModuleForm.empty(), List.of(), model);
  }

  /** Looks for what can be chosen or gives more rows, and keeps what was typed. */
  @PostMapping("/new")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  ModelAndView look(Access access, @ModelAttribute ModuleForm form, Model model) {
    return showForm(access, form, List.of(), model);
  }

  @PostMapping
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  ModelAndView offer(Access access, @ModelAttribute ModuleForm form, Model model) {
    List<Refusal> unreadable = form.unreadable();
    if (!unreadable.isEmpty()) {
      return showForm(access, form, unreadable, model);
    }
    return switch (offering.offer(access, FormId.of(access.home(), form.id()), form.draft())) {
      case OfferingModules.Offering.Done(var made) -> redirect(made.id().value(), "done=offered");
      case OfferingModules.Offering.Refused(var reasons) -> showForm(access, form, reasons, model);
    };
  }

  @PostMapping("/{module}/withdrawal")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  ModelAndView withdraw(Access access, @PathVariable String module) {
    if (offering.withdraw(access, module) instanceof Outcome.Refused<Stored<StudyModule>>) {
      throw RefusedException.notFound();
    }
    return redirect(module, "");
  }

  private ModelAndView showForm(
      Access access, ModuleForm form, List<Refusal> reasons, Model model) {
    Map<String, String> errors = problems.byField(reasons, "title");
    model.addAttribute("form", form);
    model.addAttribute("action", PATH);
    model.addAttribute("errors", errors);
    model.addAttribute("wrong", errors.keySet());
    model.addAttribute("themes", Theme.keys());
    model.addAttribute("roles", Audience.ROLES);
    model.addAttribute("languages", ModuleDraft.LANGUAGES);
    model.addAttribute("choices", circles.choices(access, form.circle()));
    ModelAndView page = new ModelAndView("professionalisation/module-form", model.asMap());
    page.setStatus(HttpStatusCode.valueOf(reasons.isEmpty() ? 200 : 422));
    return page;
  }

  static ModelAndView redirect(String module, String query) {
    ModelAndView redirect =
        new ModelAndView("redirect:" + PATH + "/" + module + (query.isEmpty() ? "" : "?" + query));
    redirect.setStatus(HttpStatus.SEE_OTHER);
    return redirect;
  }

  private static boolean offers(Access access) {
    return access.home().isPabo() && access.caller().is(Role.LECTURER, Role.PROGRAMME_MANAGER);
  }
}
