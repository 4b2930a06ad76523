package nl.samenopleiden.professionalisation.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import nl.samenopleiden.professionalisation.CourseWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SamenTest
class EditionsTest {

  @Autowired private Samen samen;
  @Autowired private Collections collections;
  private CourseWorld world;

  @BeforeEach
  void aPaboWithAPartner() {
    world = new CourseWorld(samen);
  }

  @Test
  void theNextEditionIsMadeWithAFormInWhichAllButTheDatesIsFilledIn() {
    Map<String, Object> offer = world.offer(7);
    offer.put("trainers", List.of("Anna Bos"));
    offer.put("questions", List.of(Map.of("text", "Welke groep?", "required", true)));
    String first = world.publish(offer);
    assertThat(samen.as(world.lecturer()).get(CourseWorld.page(first)).body())
        .contains("href=\"" + CourseWorld.page(first) + "/editions/new\"")
        .doesNotContain("Dit is editie");
    Answer form = samen.as(world.lecturer()).get(CourseWorld.page(first) + "/editions/new");
    assertThat(form.body())
        .contains("Editie 2 van ‘Beeldcoaching in de klas’", "value=\"Beeldcoaching in de klas\"")
        .contains("Kijken naar wat werkt.", "Anna Bos", "Welke groep?", "value=\"7\"")
        .contains("name=\"edition\" value=\"2\"")
        .containsPattern("name=\"startsAt\"[^>]*value=\"\"");
    Answer refused =
        samen.as(world.lecturer()).postForm(CourseWorld.page(first) + "/editions", typed(""));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("id=\"startsAt-error\"", "Editie 2 van");

    Answer sent = again(first, "2035-07-10T19:30");
    assertThat(again(first, "2035-07-10T19:30").header("Location"))
        .isEqualTo(sent.header("Location"));
    Answer page = samen.as(world.lecturer()).get(sent.header("Location"));
    assertThat(page.body())
        .contains("De nieuwe editie is gepubliceerd.", "Dit is editie 2.")
        .contains(CourseWorld.page(first), "Editie 1, ");
    assertThat(samen.as(world.teacher()).in("en").get(CourseWorld.page(first)).body())
        .contains("This is edition 1.", "Edition 2, Tuesday 10 July 2035");
    assertThat(samen.as(world.teacher()).get("/professionalisation?q=editie+2").body())
        .contains("Editie 2", "2035")
        .contains("1 resultaat");
  }

  @Test
  void whatSomebodyElseMadeOfTheSameEditionStays() {
    String first = world.course(7);
    assertThat(again(first, "2035-07-10T19:30").status()).isEqualTo(303);
    Answer taken = again(first, "2035-09-10T19:30");
    assertThat(taken.status()).isEqualTo(422);
    assertThat(taken.body())
        .contains("Editie 2 is intussen door iemand anders gemaakt.")
        .contains("name=\"edition\" value=\"3\"");
    assertThat(
            samen
                .as(world.teacher())
                .get(CourseWorld.path(first) + "/editions")
                .json()
                .get("total")
                .asInt())
        .isEqualTo(2);
  }

  @Test
  void theApiTakesOverWhatIsNotSaidAndTellsTheSeries() {
    Map<String, Object> offer = world.offer(7);
    offer.put("asksNeeds", true);
    String first = world.publish(offer);
    Answer made =
        samen
            .as(world.lecturer())
            .post(
                CourseWorld.path(first) + "/editions",
                Map.of("startsAt", "2035-07-10T17:30:00Z", "seats", 3));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.json().get("edition").asInt()).isEqualTo(2);
    String second = made.json().get("id").asString();
    var json = samen.as(world.teacher()).get(CourseWorld.path(second)).json();
    assertThat(json.get("title").asString()).isEqualTo("Beeldcoaching in de klas");
    assertThat(json.get("minutes").asInt()).isEqualTo(90);
    assertThat(json.get("seats").asInt()).isEqualTo(3);
    assertThat(json.get("asksNeeds").asBoolean()).isTrue();
    assertThat(json.get("series").asString()).isEqualTo(first);
    Answer undated =
        samen.as(world.lecturer()).post(CourseWorld.path(second) + "/editions", Map.of());
    assertThat(undated.status()).isEqualTo(422);
    assertThat(undated.json().get("field").asString()).isEqualTo("startsAt");
    samen.await(
        () ->
            assertThat(samen.heard("CoursePublished"))
                .anyMatch(
                    each ->
                        each.id().value().equals(second)
                            && each.json().get("series").asString().equals(first)
                            && each.json().get("edition").asInt() == 2));
    Answer all = samen.as(world.teacher()).get(CourseWorld.path(second) + "/editions?size=1");
    assertThat(all.json().get("total").asInt()).isEqualTo(2);
    assertThat(all.json().get("items").get(0).get("id").asString()).isEqualTo(second);
  }

  @Test
  void anotherPaboNeitherSeesEditionsNorMakesThem() {
    String first = world.course(7);
    CourseWorld another = new CourseWorld(samen);
    for (Person stranger : List.of(another.lecturer(), another.teacher())) {
      assertThat(samen.as(stranger).get(CourseWorld.path(first) + "/editions").status())
          .isEqualTo(404);
      assertThat(samen.as(stranger).get(CourseWorld.page(first) + "/editions").status())
          .isEqualTo(404);
    }
    assertThat(
            samen
                .as(another.lecturer())
                .post(CourseWorld.path(first) + "/editions", Map.of())
                .status())
        .isEqualTo(404);
    Person teacher = world.teacher();
    assertThat(samen.as(teacher).post(CourseWorld.path(first) + "/editions", Map.of()).status())
        .isEqualTo(403);
  }

  @Test
  void aFullOrPastEditionPointsToTheOneThatCanBeTaken() {
    String first = world.course(1);
    world.register(world.teacher(), first);
    String second = id(again(first, "2035-07-10T19:30"));
    Person teacher = world.teacher();
    String pointer = "U kunt zich wel inschrijven voor een andere editie:";
    assertThat(samen.as(teacher).get(CourseWorld.page(first)).body())
        .contains(pointer, CourseWorld.page(second));
    assertThat(samen.as(teacher).get(CourseWorld.page(second)).body()).doesNotContain(pointer);
    world.begun(collections, first, Duration.ofDays(3));
    samen.await(
        () ->
            assertThat(samen.as(teacher).get(CourseWorld.page(first)).body())
                .contains("Deze cursus is al begonnen.", pointer));
    samen.await(
        () ->
            assertThat(samen.as(teacher).get(CourseWorld.page(second)).body())
                .contains("Editie 1, ", "(geweest)"));
    samen.as(world.lecturer()).post(CourseWorld.path(second) + "/cancellation", Map.of());
    samen.await(
        () ->
            assertThat(samen.as(teacher).get(CourseWorld.page(first)).body())
                .doesNotContain(pointer)
                .contains("(afgelast)"));
    assertThat(samen.as(teacher).get(CourseWorld.page(first) + "/editions?q=juli").body())
        .contains(CourseWorld.page(second), "(afgelast)")
        .doesNotContain("(geweest)");
  }

  private Answer again(String course, String startsAt) {
    return samen
        .as(world.lecturer())
        .postForm(CourseWorld.page(course) + "/editions", typed(startsAt));
  }

  private static String id(Answer answer) {
    Matcher id = Pattern.compile("/courses/([0-9a-f-]+)").matcher(answer.header("Location"));
    assertThat(id.find()).as(answer.body()).isTrue();
    return id.group(1);
  }

  private static Map<String, String> typed(String startsAt) {
    Map<String, String> typed = new HashMap<>();
    typed.put("edition", "2");
    typed.put("title", "Beeldcoaching in de klas");
    typed.put("summary", "Kijken naar wat werkt.");
    typed.put("themes", "video-coaching");
    typed.put("place", "Aula");
    typed.put("startsAt", startsAt);
    typed.put("minutes", "90");
    typed.put("seats", "20");
    return typed;
  }
}
