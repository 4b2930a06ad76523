package nl.samenopleiden.professionalisation.evaluation;

import java.time.Instant;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.professionalisation.course.Course;
import org.springframework.stereotype.Component;

/**
 * Counts an evaluation that has closed, and then forgets what it was counted from and who answered:
 * what is shown afterwards cannot be looked at in another way any more.
 */
@Component
final class Counting {

  private final Evaluations evaluations;
  private final OpinionBox box;
  private final Invitees invitees;

  Counting(Evaluations evaluations, OpinionBox box, Invitees invitees) {
    this.evaluations = evaluations;
    this.box = box;
    this.invitees = invitees;
  }

  /**
   * Counts it; one that was counted before stays as it is, also when it was left half forgotten.
   */
  Evaluation count(Stored<Course> course, Instant now) {
    Evaluation evaluation = evaluations.count(course, box.tally(course.id()), now);
    switch (evaluation) {
      case Evaluation.Running _ -> {
        // Not yet.
      }
      case Evaluation.Counted _ -> forget(course);
      case Evaluation.TooFew _ -> {
        forget(course);
        box.forgetWords(course.id());
      }
    }
    return evaluation;
  }

  private void forget(Stored<Course> course) {
    box.forgetNumbers(course.id());
    invitees.forget(course.id());
  }
}
