package nl.samenopleiden.professionalisation.course;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a course asks of those who register.
 *
 * @param questions at most {@value #MOST_QUESTIONS}, each to be answered in a few words
 * @param needs whether it asks what somebody needs to be able to take part: diet, access
 * @param lecturer the token's subject of who published the course and alone reads the needs
 */
public record Asking(List<Question> questions, boolean needs, @Nullable String lecturer) {

  /** The most questions that a course can ask. */
  public static final int MOST_QUESTIONS = 5;

  /** It asks nothing. */
  static final Asking NOTHING = new Asking(List.of(), false, null);

  /** A question; one that is required must be answered to register. */
  public record Question(String text, boolean required) {}

  public Asking {
    questions = List.copyOf(questions);
  }

  /** Whether it asks anything at all. */
  public boolean anything() {
    return needs || !questions.isEmpty();
  }

  /** Whether this person reads what people need. */
  public boolean reads(String person) {
    return needs && person.equals(lecturer);
  }
}
