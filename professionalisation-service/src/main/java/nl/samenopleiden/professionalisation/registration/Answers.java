package nl.samenopleiden.professionalisation.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.Asking;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered to what a course asks.
 *
 * @param answers one for each question, in their order; empty where there is none
 * @param needs what the person needs to take part: diet, access; empty when nothing
 */
record Answers(List<String> answers, String needs) {

  static final int LONGEST_ANSWER = 300;
  static final int LONGEST_NEEDS = 200;

  /** Nothing was answered. */
  static final Answers NONE = new Answers(null, null);

  Answers(@Nullable List<String> answers, @Nullable String needs) {
    this.answers =
        answers == null
            ? List.of()
            : answers.stream().map(each -> Objects.requireNonNullElse(each, "").strip()).toList();
    this.needs = needs == null ? "" : needs.strip();
  }

  /** The answer to the question of this number, the first is 0; empty when there is none. */
  String to(int question) {
    return question < answers.size() ? answers.get(question) : "";
  }

  boolean blank() {
    return needs.isEmpty() && answers.stream().allMatch(String::isEmpty);
  }

  /** What is wrong with it, field by field. */
  List<Refusal> check(Asking asking) {
    List<Refusal> wrong = new ArrayList<>();
    for (int i = 0; i < asking.questions().size(); i++) {
      String field = "answers[" + i + "]";
      if (asking.questions().get(i).required() && to(i).isEmpty()) {
        wrong.add(Refusal.invalid("field-needed", field));
      } else if (to(i).length() > LONGEST_ANSWER) {
        wrong.add(Refusal.invalid("field-too-long", field, LONGEST_ANSWER));
      }
    }
    if (needs.length() > LONGEST_NEEDS) {
      wrong.add(Refusal.invalid("field-too-long", "needs", LONGEST_NEEDS));
    }
    return wrong;
  }

  /** As far as it answers what is asked, and no more. */
  Answers to(Asking asking) {
    List<String> asked = new ArrayList<>();
    for (int i = 0; i < asking.questions().size(); i++) {
      asked.add(to(i));
    }
    return new Answers(asked, asking.needs() ? needs : "");
  }
}
