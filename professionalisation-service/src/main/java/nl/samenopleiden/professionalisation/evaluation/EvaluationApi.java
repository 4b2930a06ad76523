package nl.samenopleiden.professionalisation.evaluation;

import java.time.Instant;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.evaluation.Evaluation.Standing;
import nl.samenopleiden.professionalisation.evaluation.Evaluation.Subject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Saying what one thinks of a course, for other programs; what was said is given back to nobody.
 */
@RestController
@RequestMapping("/api/professionalisation/courses/{course}/evaluation")
@Allowed
final class EvaluationApi {

  /**
   * How an evaluation stands for the caller.
   *
   * @param opensAt from when on one can answer
   * @param closesAt from when on one cannot any more
   */
  record EvaluationView(Standing state, Instant opensAt, Instant closesAt) {}

  private final Evaluating evaluating;
  private final Problems problems;

  EvaluationApi(Evaluating evaluating, Problems problems) {
    this.evaluating = evaluating;
    this.problems = problems;
  }

  /** Whether one can answer, or has. */
  @GetMapping
  EvaluationView standing(Access access, @PathVariable String course) {
    Stored<Course> found = evaluating.course(access, course);
    return view(found, evaluating.standing(access, found));
  }

  /** Answers, once. */
  @PostMapping
  ResponseEntity<?> answer(
      Access access, @PathVariable String course, @RequestBody OpinionDraft draft) {
    Stored<Course> found = evaluating.course(access, course);
    return problems.answer(
        evaluating.answer(access, found, draft),
        standing -> ResponseEntity.ok(view(found, standing)));
  }

  private static EvaluationView view(Stored<Course> course, Standing standing) {
    Subject about = Subject.of(course.state());
    return new EvaluationView(standing, about.endsAt(), about.closesAt());
  }
}
