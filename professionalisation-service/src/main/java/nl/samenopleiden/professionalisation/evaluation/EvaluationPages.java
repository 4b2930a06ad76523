package nl.samenopleiden.professionalisation.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.FormFields;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.evaluation.Evaluation.Standing;
import nl.samenopleiden.professionalisation.evaluation.Evaluation.Subject;
import nl.samenopleiden.professionalisation.organisation.Organisations;
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

/**
 * The one page on which somebody says what a course was worth, and reads before that who will see
 * it. Sending it twice, or going back and sending it again, leaves the first answer.
 */
@Controller
@RequestMapping("/professionalisation/courses/{course}/evaluation")
@Allowed
final class EvaluationPages {

  /** A question with what was chosen, and what is wrong with that. */
  record Row(String field, @Nullable Integer chosen, @Nullable String error) {}

  private final Evaluating evaluating;
  private final Organisations organisations;
  private final Problems problems;

  EvaluationPages(Evaluating evaluating, Organisations organisations, Problems problems) {
    this.evaluating = evaluating;
    this.organisations = organisations;
    this.problems = problems;
  }

  @GetMapping
  String show(Access access, @PathVariable String course, Locale language, Model model) {
    Stored<Course> found = evaluating.course(access, course);
    Standing standing = evaluating.standing(access, found);
    return show(found, standing, OpinionDraft.EMPTY, List.of(), language, model);
  }

  @PostMapping
  ModelAndView answer(
      Access access,
      @PathVariable String course,
      @RequestParam(defaultValue = "") String useful,
      @RequestParam(defaultValue = "") String wellGiven,
      @RequestParam(defaultValue = "") String recommended,
      @RequestParam(defaultValue = "") String text,
      Locale language,
      Model model) {
    Stored<Course> found = evaluating.course(access, course);
    OpinionDraft draft =
        new OpinionDraft(
            FormFields.number(useful),
            FormFields.number(wellGiven),
            FormFields.number(recommended),
            text);
    if (evaluating.answer(access, found, draft) instanceof Outcome.Refused<Standing>(var refusal)
        && refusal.field() != null) {
      String view = show(found, Standing.OPEN, draft, draft.check(), language, model);
      ModelAndView page = new ModelAndView(view, model.asMap());
      page.setStatus(HttpStatusCode.valueOf(422));
      return page;
    }
    // Whatever came of it, the page says how things stand now.
    ModelAndView redirect =
        new ModelAndView("redirect:/professionalisation/courses/{course}/evaluation");
    redirect.setStatus(HttpStatus.SEE_OTHER);
    return redirect;
  }

  private String show(
      Stored<Course> course,
      Standing standing,
      OpinionDraft typed,
      List<Refusal> wrong,
      Locale language,
      Model model) {
    Subject about = Subject.of(course.state());
    Map<String, String> errors = new HashMap<>();
    wrong.forEach(each -> errors.put(String.valueOf(each.field()), problems.words(each).detail()));
    model.addAttribute("course", course.id().value());
    model.addAttribute("courseTitle", about.title());
    model.addAttribute("pabo", organisations.name(course.id().owner()));
    model.addAttribute("closes", Moments.dayInWords(about.closesAt(), language));
    model.addAttribute("fewest", Evaluation.FEWEST);
    model.addAttribute("highest", Question.HIGHEST);
    model.addAttribute("longest", Opinion.LONGEST_TEXT);
    model.addAttribute("rows", rows(typed, errors));
    model.addAttribute("text", typed.words());
    model.addAttribute("errors", errors);
    model.addAttribute("answered", standing == Standing.ANSWERED);
    model.addAttribute("open", standing == Standing.OPEN);
    model.addAttribute(
        "problem",
        standing == Standing.ANSWERED
            ? null
            : standing.refusal(about).map(problems::words).orElse(null));
    return "professionalisation/evaluation";
  }

  private static List<Row> rows(OpinionDraft typed, Map<String, String> errors) {
    return Arrays.stream(Question.values())
        .map(each -> new Row(each.key(), typed.on(each), errors.get(each.key())))
        .toList();
  }
}
