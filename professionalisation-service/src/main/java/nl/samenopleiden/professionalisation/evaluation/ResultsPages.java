package nl.samenopleiden.professionalisation.evaluation;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.evaluation.Evaluation.Subject;
import nl.samenopleiden.professionalisation.evaluation.Results.Result;
import nl.samenopleiden.professionalisation.evaluation.Tally.Scores;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What came of evaluations: of one course, and of all courses of a pabo side by side. */
@Controller
@RequestMapping("/professionalisation")
@Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
final class ResultsPages {

  /**
   * A question with what was answered to it.
   *
   * @param bars one for each answer, the highest first
   */
  record Block(String question, String average, List<Bar> bars) {}

  /**
   * How many gave an answer.
   *
   * @param share how long its bar is, of a hundred
   */
  record Bar(int answer, int count, double share) {}

  /**
   * A course among others.
   *
   * @param averages one for each question; none as long as nothing may be shown
   */
  record Row(
      String course, String title, String day, int answers, String state, List<Average> averages) {}

  /**
   * An average.
   *
   * @param share how long its bar is, of a hundred
   */
  record Average(String words, double share) {}

  private final Results results;
  private final Problems problems;

  ResultsPages(Results results, Problems problems) {
    this.results = results;
    this.problems = problems;
  }

  @GetMapping("/courses/{course}/evaluation/results")
  String result(
      Access access,
      @PathVariable String course,
      PageRequest page,
      @RequestParam(defaultValue = "") String q,
      Locale language,
      Model model) {
    Stored<Course> owned = results.owned(access, course);
    Outcome<Result> outcome = results.of(owned);
    model.addAttribute("course", course);
    model.addAttribute("courseTitle", owned.state().offer().title());
    model.addAttribute("closes", Moments.inWords(Subject.of(owned.state()).closesAt(), language));
    model.addAttribute("fewest", Evaluation.FEWEST);
    model.addAttribute("words", q);
    model.addAttribute(
        "problem",
        outcome instanceof Outcome.Refused<Result>(var refusal) ? problems.words(refusal) : null);
    model.addAttribute(
        "result", outcome instanceof Outcome.Done<Result>(var result) ? result : null);
    model.addAttribute(
        "blocks",
        outcome instanceof Outcome.Done<Result>(var result) ? blocks(result, language) : List.of());
    model.addAttribute("page", results.words(owned, q, page).map(each -> each.lines().toList()));
    return "professionalisation/evaluation-results";
  }

  @GetMapping("/evaluations")
  String list(
      Access access,
      PageRequest page,
      @RequestParam(defaultValue = "") String q,
      Locale language,
      Model model) {
    model.addAttribute("words", q);
    model.addAttribute("fewest", Evaluation.FEWEST);
    model.addAttribute("questions", Arrays.stream(Question.values()).map(Question::key).toList());
    model.addAttribute("page", results.page(access, q, page).map(each -> row(each, language)));
    return "professionalisation/evaluations";
  }

  private static List<Block> blocks(Result result, Locale language) {
    return result
        .tally()
        .map(
            tally ->
                Arrays.stream(Question.values())
                    .map(
                        each ->
                            new Block(
                                each.key(),
                                inWords(tally.on(each).average(), language),
                                bars(tally.on(each))))
                    .toList())
        .orElse(List.of());
  }

  private static List<Bar> bars(Scores scores) {
    List<Bar> bars = new ArrayList<>();
    for (int answer = Question.HIGHEST; answer >= 1; answer--) {
      int count = scores.counts().get(answer - 1);
      bars.add(new Bar(answer, count, count * 100.0 / Math.max(1, scores.answers())));
    }
    return bars;
  }

  private static Row row(Result result, Locale language) {
    return new Row(
        result.course(),
        result.about().title(),
        Moments.dayInWords(result.about().endsAt(), language),
        result.answers(),
        result.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        result
            .tally()
            .map(
                tally ->
                    Arrays.stream(Question.values())
                        .map(each -> average(tally.on(each).average(), language))
                        .toList())
            .orElse(List.of()));
  }

  private static Average average(double average, Locale language) {
    return new Average(inWords(average, language), average * 100 / Question.HIGHEST);
  }

  /** An average as people write it, for example {@code 4,2}. */
  private static String inWords(double average, Locale language) {
    NumberFormat format = NumberFormat.getNumberInstance(language);
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    return format.format(average);
  }
}
