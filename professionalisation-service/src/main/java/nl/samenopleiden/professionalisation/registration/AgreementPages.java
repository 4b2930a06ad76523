package nl.samenopleiden.professionalisation.registration;

import java.util.Locale;
import java.util.Set;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.platform.web.RefusedException;
import nl.samenopleiden.professionalisation.registration.Agreement.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A school leader answers about the people of the own school: one button, or a reason. */
@Controller
@RequestMapping("/professionalisation")
@Allowed(Role.SCHOOL_LEADER)
final class AgreementPages {

  private static final Set<String> DONE = Set.of("agreed", "refused");
  private static final Set<String> TOO_LATE =
      Set.of("agreed-already", "agreement-refused", "agreement-withdrawn");

  /** A question, in words. */
  record Line(
      String course, String registration, String title, String when, String name, String until) {

    static Line of(Stored<Agreement> stored, Locale language) {
      Question question = stored.state().question();
      return new Line(
          question.courseId().value(),
          stored.id().value(),
          question.title(),
          Moments.inWords(question.startsAt(), language),
          question.name(),
          Moments.inWords(question.until(), language));
    }
  }

  private final Agreements agreements;
  private final Problems problems;

  AgreementPages(Agreements agreements, Problems problems) {
    this.agreements = agreements;
    this.problems = problems;
  }

  @GetMapping("/agreements")
  String open(
      Access access,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String done,
      @RequestParam(defaultValue = "") String refused,
      PageRequest page,
      Locale language,
      Model model) {
    model.addAttribute("words", q);
    model.addAttribute("done", DONE.contains(done) ? done : null);
    model.addAttribute(
        "problem", TOO_LATE.contains(refused) ? problems.words(Refusal.conflict(refused)) : null);
    model.addAttribute(
        "page", agreements.open(access, q, page).map(each -> Line.of(each, language)));
    return "professionalisation/agreements";
  }

  @PostMapping("/courses/{course}/agreements/{registration}/consent")
  ModelAndView agree(
      Access access, @PathVariable String course, @PathVariable String registration) {
    return after(agreements.agree(access, course, registration), "agreed");
  }

  @GetMapping("/courses/{course}/agreements/{registration}/refusal")
  String askWhy(
      Access access,
      @PathVariable String course,
      @PathVariable String registration,
      Locale language,
      Model model) {
    return form(access, course, registration, "", null, language, model);
  }

  @PostMapping("/courses/{course}/agreements/{registration}/refusal")
  Object refuse(
      Access access,
      @PathVariable String course,
      @PathVariable String registration,
      @RequestParam(defaultValue = "") String reason,
      Locale language,
      Model model) {
    Outcome<?> outcome = agreements.refuse(access, course, registration, reason);
    if (outcome instanceof Outcome.Refused<?>(var refusal) && refusal.field() != null) {
      String error = problems.words(refusal).detail();
      String view = form(access, course, registration, reason, error, language, model);
      ModelAndView again = new ModelAndView(view, model.asMap());
      again.setStatus(HttpStatusCode.valueOf(refusal.status()));
      return again;
    }
    return after(outcome, "refused");
  }

  private String form(
      Access access,
      String course,
      String registration,
      String typed,
      @Nullable String error,
      Locale language,
      Model model) {
    Stored<Agreement> found =
        agreements.find(access, course, registration).orElseThrow(RefusedException::notFound);
    model.addAttribute("line", Line.of(found, language));
    model.addAttribute("reason", typed);
    model.addAttribute("error", error);
    return "professionalisation/agreement-refusal";
  }

  private static ModelAndView after(Outcome<?> outcome, String done) {
    String query =
        switch (outcome) {
          case Outcome.Done<?> _ -> "done=" + done;
          case Outcome.Refused<?>(var refusal) -> {
            if (refusal.equals(Refusal.NOT_FOUND)) {
              throw RefusedException.notFound();
            }
            yield "refused=" + refusal.type();
          }
        };
    ModelAndView redirect = new ModelAndView("redirect:/professionalisation/agreements?" + query);
    redirect.setStatus(HttpStatus.SEE_OTHER);
    return redirect;
  }
}
