package nl.samenopleiden.professionalisation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.professionalisation.CourseWorld;

/** Courses that are over, and what people answer about them. */
final class EvaluationWorld {

  private final Samen samen;
  private final Collections collections;
  private final CourseWorld world;

  EvaluationWorld(Samen samen, Collections collections) {
    this.samen = samen;
    this.collections = collections;
    this.world = new CourseWorld(samen);
  }

  CourseWorld courses() {
    return world;
  }

  Person lecturer() {
    return world.lecturer();
  }

  /** A course of this title that these people were at, and that has just ended. */
  String over(String title, List<Person> people) {
    Map<String, Object> offer = world.offer(Math.max(1, people.size()));
    offer.put("title", title);
    String course = world.publish(offer);
    people.forEach(each -> world.registered(each, course));
    ended(course);
    return course;
  }

  /** Has the course end ten minutes ago. */
  void ended(String course) {
    world.begun(collections, course, Duration.ofMinutes(100));
  }

  /** Has its evaluation have closed an hour ago. */
  void closed(String course) {
    world.begun(collections, course, Evaluation.OPEN_FOR.plus(Duration.ofMinutes(90 + 60)));
  }

  Answer answer(Person person, String course, int useful, int wellGiven, int recommended) {
    return answer(person, course, useful, wellGiven, recommended, "");
  }

  Answer answer(
      Person person, String course, int useful, int wellGiven, int recommended, String text) {
    Map<String, Object> body = new HashMap<>();
    body.put("useful", useful);
    body.put("wellGiven", wellGiven);
    body.put("recommended", recommended);
    body.put("text", text);
    return samen.as(person).post(api(course), body);
  }

  /** All of these people answer the same, each with words of their own. */
  void answered(List<Person> people, String course, int number, String text) {
    for (int i = 0; i < people.size(); i++) {
      Answer answer =
          answer(
              people.get(i), course, number, number, number, text.isEmpty() ? "" : text + " " + i);
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
  }

  /** How the evaluation stands for this person. */
  String standing(Person person, String course) {
    return samen.as(person).get(api(course)).json().get("state").asString();
  }

  Answer result(String course) {
    return samen.as(lecturer()).get(api(course) + "/results");
  }

  static String api(String course) {
    return CourseWorld.path(course) + "/evaluation";
  }

  static String page(String course) {
    return CourseWorld.page(course) + "/evaluation";
  }
}
