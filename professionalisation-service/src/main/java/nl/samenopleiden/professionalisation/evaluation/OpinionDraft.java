package nl.samenopleiden.professionalisation.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.samenopleiden.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/** What somebody sent, before anybody has looked whether it is whole. */
record OpinionDraft(
    @Nullable Integer useful,
    @Nullable Integer wellGiven,
    @Nullable Integer recommended,
    @Nullable String text) {

  /** Nothing has been filled in yet. */
  static final OpinionDraft EMPTY = new OpinionDraft(null, null, null, null);

  @Nullable Integer on(Question question) {
    return switch (question) {
      case USEFUL -> useful;
      case WELL_GIVEN -> wellGiven;
      case RECOMMENDED -> recommended;
    };
  }

  /** The text without what surrounds it; a line ends the same whatever it was typed on. */
  String words() {
    return text == null ? "" : text.replace("\r\n", "\n").strip();
  }

  /** What is wrong with it, field by field. */
  List<Refusal> check() {
    List<Refusal> wrong = new ArrayList<>();
    for (Question question : Question.values()) {
      Integer answer = on(question);
      if (answer == null) {
        wrong.add(Refusal.invalid("field-needed", question.key()));
      } else if (answer < 1 || answer > Question.HIGHEST) {
        wrong.add(Refusal.invalid("field-out-of-range", question.key(), 1, Question.HIGHEST));
      }
    }
    if (words().length() > Opinion.LONGEST_TEXT) {
      wrong.add(Refusal.invalid("field-too-long", "text", Opinion.LONGEST_TEXT));
    }
    return wrong;
  }

  /** The opinion; only when nothing is wrong with it. */
  Opinion opinion() {
    return new Opinion(
        Objects.requireNonNull(useful),
        Objects.requireNonNull(wellGiven),
        Objects.requireNonNull(recommended),
        words());
  }
}
