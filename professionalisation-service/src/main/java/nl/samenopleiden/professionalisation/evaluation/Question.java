package nl.samenopleiden.professionalisation.evaluation;

/** What everybody is asked, of every course, so that courses can be laid side by side. */
enum Question {
  USEFUL("useful"),
  WELL_GIVEN("wellGiven"),
  RECOMMENDED("recommended");

  /** The highest answer: agrees wholly. The lowest is 1. */
  static final int HIGHEST = 5;

  private final String key;

  Question(String key) {
    this.key = key;
  }

  /** Its name in fields and messages. */
  String key() {
    return key;
  }
}
