package nl.samenopleiden.professionalisation.registration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.Asking;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.CourseWords;
import nl.samenopleiden.professionalisation.course.Offer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** The one page on which somebody answers what a course asks, to register or later on. */
@Component
final class RegistrationForm {

  /** A question with what was typed, and what is wrong with that. */
  record Row(
      String field, String question, boolean required, String answer, @Nullable String error) {}

  private final CourseWords words;
  private final Problems problems;

  RegistrationForm(CourseWords words, Problems problems) {
    this.words = words;
    this.problems = problems;
  }

  /** What was typed. A list is not bound to a field here: one answer may hold a comma. */
  static Answers typed(MultiValueMap<String, String> form) {
    return new Answers(form.get("answers"), form.getFirst("needs"));
  }

  /** Shows the form. */
  String show(
      Stored<Course> course,
      Answers given,
      List<Refusal> wrong,
      boolean registered,
      Locale language,
      Model model) {
    Offer offer = course.state().offer();
    Map<String, String> errors = new LinkedHashMap<>();
    for (Refusal each : wrong) {
      errors.put(String.valueOf(each.field()), problems.words(each).detail());
    }
    model.addAttribute("course", course.id().value());
    model.addAttribute("courseTitle", offer.title());
    model.addAttribute("when", words.when(offer, language).lines().toList());
    model.addAttribute("where", words.where(offer, language));
    model.addAttribute("rows", rows(offer.asking(), given, errors));
    model.addAttribute("asksNeeds", offer.asking().needs());
    model.addAttribute("needs", given.needs());
    model.addAttribute("errors", errors);
    model.addAttribute("registered", registered);
    return "professionalisation/registration";
  }

  private static List<Row> rows(Asking asking, Answers given, Map<String, String> errors) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < asking.questions().size(); i++) {
      Asking.Question question = asking.questions().get(i);
      String field = "answers[" + i + "]";
      rows.add(
          new Row(field, question.text(), question.required(), given.to(i), errors.get(field)));
    }
    return rows;
  }
}
