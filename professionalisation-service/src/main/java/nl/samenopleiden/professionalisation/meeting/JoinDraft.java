package nl.samenopleiden.professionalisation.meeting;

import java.util.Optional;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.Theme;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sends along when joining; all of it may be left out.
 *
 * @param question what the person would like to hear about
 * @param questionTheme what the question is about, a key of {@link Theme}
 * @param shown whether the person agrees to be named in proposals for going on together
 */
record JoinDraft(
    @Nullable String question, @Nullable String questionTheme, @Nullable Boolean shown) {

  /** What is wrong with it, if anything is. */
  Optional<Refusal> check() {
    if (question != null && question.strip().length() > Question.LONGEST) {
      return Optional.of(Refusal.invalid("field-too-long", "question", Question.LONGEST));
    }
    if (hasTheme() && Theme.of(String.valueOf(questionTheme)).isEmpty()) {
      return Optional.of(Refusal.invalid("unknown-theme", "questionTheme"));
    }
    return Optional.empty();
  }

  boolean agrees() {
    return Boolean.TRUE.equals(shown);
  }

  /** The question, if there is one; only to be asked for when nothing is wrong. */
  @Nullable Question asked() {
    return question == null || question.isBlank()
        ? null
        : new Question(question.strip(), hasTheme() ? questionTheme : null);
  }

  private boolean hasTheme() {
    return questionTheme != null && !questionTheme.isBlank();
  }
}
