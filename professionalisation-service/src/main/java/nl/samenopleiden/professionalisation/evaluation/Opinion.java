package nl.samenopleiden.professionalisation.evaluation;

/**
 * What somebody thinks of a course; nothing in it says who.
 *
 * @param useful whether it helps in one's work, 1 to 5
 * @param wellGiven whether it was well given, 1 to 5
 * @param recommended whether one would recommend it, 1 to 5
 * @param text in the person's own words; empty when there are none
 */
record Opinion(int useful, int wellGiven, int recommended, String text) {

  static final int LONGEST_TEXT = 1_000;

  int on(Question question) {
    return switch (question) {
      case USEFUL -> useful;
      case WELL_GIVEN -> wellGiven;
      case RECOMMENDED -> recommended;
    };
  }
}
