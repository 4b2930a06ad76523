package nl.samenopleiden.professionalisation.evaluation;

/**
 * What came of evaluations, as the other services hear it: only of groups that are large enough.
 */
final class EvaluationFacts {

  private EvaluationFacts() {}

  /** The average answer to each question, from 1 to 5. */
  record Averages(double useful, double wellGiven, double recommended) {}

  record CourseEvaluated(String course, int answers, Averages averages) {}

  static CourseEvaluated evaluated(String course, Tally tally) {
    return new CourseEvaluated(
        course,
        tally.answers(),
        new Averages(
            tally.useful().average(), tally.wellGiven().average(), tally.recommended().average()));
  }
}
