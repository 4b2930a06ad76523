package nl.samenopleiden.professionalisation.evaluation;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.professionalisation.evaluation.Results.Result;
import nl.samenopleiden.professionalisation.evaluation.Results.State;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What came of evaluations, for other programs of the courses' own pabo. */
@RestController
@RequestMapping("/api/professionalisation")
@Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
final class ResultsApi {

  /**
   * What may be known of an evaluation.
   *
   * @param answers how many answered, so far or in the end
   * @param needed how many more have to answer for anything to be shown
   * @param closesAt from when on nobody can answer; nothing is shown before
   * @param questions none as long as nothing may be shown
   */
  record ResultView(
      String course,
      String title,
      State state,
      int answers,
      int needed,
      Instant closesAt,
      List<QuestionView> questions) {}

  /**
   * What was answered to a question.
   *
   * @param counts how many gave 1, 2, 3, 4 and 5
   */
  record QuestionView(String question, List<Integer> counts, double average) {}

  private final Results results;
  private final Problems problems;

  ResultsApi(Results results, Problems problems) {
    this.results = results;
    this.problems = problems;
  }

  @GetMapping("/courses/{course}/evaluation/results")
  ResponseEntity<?> result(Access access, @PathVariable String course) {
    return problems.answer(
        results.of(results.owned(access, course)), result -> ResponseEntity.ok(view(result)));
  }

  /**
   * What people wrote, in random order; nothing as long as nothing may be shown.
   *
   * @param q words that must all be there
   */
  @GetMapping("/courses/{course}/evaluation/results/texts")
  Page<String> texts(
      Access access,
      @PathVariable String course,
      PageRequest page,
      @RequestParam(defaultValue = "") String q) {
    return results.words(results.owned(access, course), q, page);
  }

  /** The evaluations of the caller's pabo, the last course first. */
  @GetMapping("/evaluations")
  Page<ResultView> list(
      Access access, PageRequest page, @RequestParam(defaultValue = "") String q) {
    return results.page(access, q, page).map(ResultsApi::view);
  }

  private static ResultView view(Result result) {
    return new ResultView(
        result.course(),
        result.about().title(),
        result.state(),
        result.answers(),
        result.needed(),
        result.about().closesAt(),
        result
            .tally()
            .map(
                tally ->
                    Arrays.stream(Question.values())
                        .map(
                            each ->
                                new QuestionView(
                                    each.key(), tally.on(each).counts(), tally.on(each).average()))
                        .toList())
            .orElse(List.of()));
  }
}
