package nl.samenopleiden.professionalisation.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** How often each answer was given to each question. */
record Tally(Scores useful, Scores wellGiven, Scores recommended) {

  /**
   * The answers to one question.
   *
   * @param counts how many gave 1, 2, 3, 4 and 5
   */
  record Scores(List<Integer> counts) {

    Scores {
      counts = List.copyOf(counts);
      if (counts.size() != Question.HIGHEST) {
        throw new IllegalArgumentException("not a count for each answer");
      }
    }

    private static Scores of(Collection<Opinion> opinions, Question question) {
      int[] counts = new int[Question.HIGHEST];
      opinions.forEach(each -> counts[each.on(question) - 1]++);
      return new Scores(IntStream.of(counts).boxed().toList());
    }

    /** How many answered. */
    int answers() {
      return counts.stream().mapToInt(Integer::intValue).sum();
    }

    /** The average in two decimals; 0 when nobody answered. */
    double average() {
      int sum = 0;
      for (int i = 0; i < counts.size(); i++) {
        sum += (i + 1) * counts.get(i);
      }
      return answers() == 0 ? 0 : Math.round(sum * 100.0 / answers()) / 100.0;
    }
  }

  static Tally of(Collection<Opinion> opinions) {
    return new Tally(
        Scores.of(opinions, Question.USEFUL),
        Scores.of(opinions, Question.WELL_GIVEN),
        Scores.of(opinions, Question.RECOMMENDED));
  }

  /** How many answered: everybody answers every question. */
  int answers() {
    return useful.answers();
  }

  Scores on(Question question) {
    return switch (question) {
      case USEFUL -> useful;
      case WELL_GIVEN -> wellGiven;
      case RECOMMENDED -> recommended;
    };
  }
}
