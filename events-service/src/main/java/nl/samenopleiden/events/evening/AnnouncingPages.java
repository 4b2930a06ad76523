package nl.samenopleiden.events.evening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.samenopleiden.events.people.Organisations;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.platform.web.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Announcing an evening in a browser: fill in, see whom it reaches, announce; and calling it off.
 */
@Controller
@RequestMapping("/events/evenings")
@Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER, Role.BOARD_COORDINATOR})
final class AnnouncingPages {

  private static final String FORM = "events/announce";

  /** A board with its schools, to choose from. */
  record BoardChoice(String number, String name, List<Organisations.School> schools) {

    /** Whether one of its schools is chosen. */
    public boolean holds(List<String> chosen) {
      return schools.stream().anyMatch(school -> chosen.contains(school.code()));
    }
  }

  private final Evenings evenings;
  private final Organisations organisations;
  private final Problems problems;

  AnnouncingPages(Evenings evenings, Organisations organisations, Problems problems) {
    this.evenings = evenings;
    this.organisations = organisations;
    this.problems = problems;
  }

  /** The empty form. */
  @GetMapping("/new")
  ModelAndView form(Access access) {
    return form(access, EveningForm.empty(UUID.randomUUID().toString()), List.of());
  }

  /** Back to the form from the preview, with what was typed. */
  @PostMapping("/new")
  ModelAndView again(Access access, @ModelAttribute EveningForm form) {
    return form(access, named(form), List.of());
  }

  /** How many people it reaches, while somebody fills in the form. */
  @PostMapping("/reach")
  ModelAndView reach(Access access, @ModelAttribute EveningForm form) {
    return new ModelAndView(
        FORM + " :: reached", Map.of("people", evenings.reaches(access, form.audience())));
  }

  /** What will be announced, and how many people it reaches. */
  @PostMapping("/preview")
  ModelAndView preview(Access access, @ModelAttribute EveningForm form, Locale language) {
    Draft draft = form.draft();
    List<Refusal> faults = new ArrayList<>(evenings.faults(access, draft));
    long people = faults.isEmpty() ? evenings.reaches(access, draft.audience()) : 0;
    if (faults.isEmpty() && people == 0) {
      faults.add(Refusal.invalid("audience-reaches-nobody", "audience"));
    }
    if (!faults.isEmpty()) {
      return form(access, named(form), faults);
    }
    Details details = draft.details();
    return new ModelAndView("events/preview")
        .addObject("form", named(form))
        .addObject("details", details)
        .addObject("when", Moments.inWords(details.startsAt(), language))
        .addObject("people", people);
  }

  /** Announces. */
  @PostMapping
  ModelAndView announce(Access access, @ModelAttribute EveningForm form) {
    EveningForm named = named(form);
    String id = String.valueOf(named.id());
    return switch (evenings.announce(access, id, named.draft())) {
      case Outcome.Done<Stored<Evening>> _ ->
          new ModelAndView("redirect:/events/evenings/" + id + "?done=announced");
      case Outcome.Refused<Stored<Evening>>(var refusal) when refusal.field() != null -> {
        List<Refusal> faults = evenings.faults(access, named.draft());
        yield form(access, named, faults.isEmpty() ? List.of(refusal) : faults);
      }
      case Outcome.Refused<Stored<Evening>>(var refusal) -> throw new RefusedException(refusal);
    };
  }

  /** Asks whether it is really to be called off. */
  @GetMapping("/{evening}/cancellation")
  String sure(Access access, @PathVariable String evening, Locale language, Model model) {
    Stored<Evening> stored =
        evenings.organised(access, evening).orElseThrow(RefusedException::notFound);
    model.addAttribute("id", evening);
    model.addAttribute("details", stored.state().details());
    model.addAttribute("when", Moments.inWords(stored.state().details().startsAt(), language));
    model.addAttribute("told", stored.state().telling().told());
    return "events/cancel";
  }

  /** Calls it off. */
  @PostMapping("/{evening}/cancellation")
  String cancel(Access access, @PathVariable String evening) {
    return switch (evenings.cancel(access, evening)) {
      case Outcome.Done<Stored<Evening>> _ ->
          "redirect:/events/evenings/" + evening + "?done=cancelled";
      case Outcome.Refused<Stored<Evening>>(var refusal) -> throw new RefusedException(refusal);
    };
  }

  private ModelAndView form(Access access, EveningForm form, List<Refusal> faults) {
    Map<String, String> errors = new LinkedHashMap<>();
    faults.forEach(
        fault -> {
          Problems.Words words = problems.words(fault);
          errors.putIfAbsent(String.valueOf(fault.field()), words.detail() + " " + words.remedy());
        });
    ModelAndView page =
        new ModelAndView(FORM)
            .addObject("form", form)
            .addObject("errors", errors)
            .addObject("themes", Themes.ALL)
            .addObject("roles", Audience.ROLES)
            .addObject("boards", boards(access))
            .addObject("people", evenings.reaches(access, form.audience()));
    if (!faults.isEmpty()) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }

  private List<BoardChoice> boards(Access access) {
    List<Owner> boards = access.withPartners().owners().stream().filter(Owner::isBoard).toList();
    if (boards.isEmpty()) {
      return List.of();
    }
    Scope scope = Scope.of(boards.toArray(Owner[]::new));
    Map<String, List<Organisations.School>> schools =
        organisations.schoolsOf(scope).stream()
            .collect(Collectors.groupingBy(Organisations.School::board));
    return organisations.namesOf(scope).entrySet().stream()
        .map(
            each ->
                new BoardChoice(
                    each.getKey().code(),
                    each.getValue(),
                    schools.getOrDefault(each.getKey().code(), List.of())))
        .toList();
  }

  private static EveningForm named(EveningForm form) {
    String id = form.id();
    return id != null && Evenings.isId(id) ? form : form.under(UUID.randomUUID().toString());
  }
}
