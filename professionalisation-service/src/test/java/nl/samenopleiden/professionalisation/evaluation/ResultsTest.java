package nl.samenopleiden.professionalisation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Heard;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@SamenTest
class ResultsTest {

  private static final String LIST = "/professionalisation/evaluations";

  @Autowired private Samen samen;
  @Autowired private Collections collections;
  @Autowired private FollowingUp following;
  private EvaluationWorld world;

  @BeforeEach
  void aPaboWithAPartner() {
    world = new EvaluationWorld(samen, collections);
  }

  @Test
  void untilItClosesThereAreOnlyAnswersCountedAndHowManyAreStillNeeded() {
    List<Person> people = world.courses().teachers(6);
    String course = world.over("Rekenen", people);
    world.answered(people.subList(0, 3), course, 4, "woorden");
    Answer some = world.result(course);
    assertThat(some.json().get("state").asString()).isEqualTo("RUNNING");
    assertThat(some.json().get("answers").asInt()).isEqualTo(3);
    assertThat(some.json().get("needed").asInt()).isEqualTo(2);
    assertThat(page(course)).contains("Er zijn nog 2 antwoorden nodig.", "Antwoorden kan tot");
    world.answered(people.subList(3, 6), course, 1, "woorden");
    following.followUp(Instant.now());
    Answer more = world.result(course);
    assertThat(more.json().get("needed").asInt()).isZero();
    assertThat(more.json().get("questions")).isEmpty();
    assertThat(texts(course, "").get("total").asInt()).isZero();
    assertThat(page(course))
        .contains("Tussentijds is er niets te zien")
        .doesNotContain("Gemiddeld", "woorden 0", "nodig.");
    assertThat(heard(course)).isEmpty();
  }

  @Test
  void afterClosingThePaboSeesCountsAveragesAndWordsAndTheOthersHearOfIt() {
    List<Person> people = world.courses().teachers(5);
    String course = world.over("Rekenen", people);
    world.answer(people.get(0), course, 5, 5, 1, "Zoë zegt: <b>méér</b>\nervan");
    world.answer(people.get(1), course, 5, 4, 1, "Te lang");
    world.answer(people.get(2), course, 4, 4, 1);
    world.answer(people.get(3), course, 4, 4, 2);
    world.answer(people.get(4), course, 3, 5, 1);
    world.closed(course);
    following.followUp(Instant.now());
    following.followUp(Instant.now());

    Answer result = world.result(course);
    assertThat(result.json().get("state").asString()).isEqualTo("COUNTED");
    assertThat(result.json().get("answers").asInt()).isEqualTo(5);
    assertThat(result.json().get("questions").toString())
        .isEqualTo(
            "[{\"question\":\"useful\",\"counts\":[0,0,1,2,2],\"average\":4.2},"
                + "{\"question\":\"wellGiven\",\"counts\":[0,0,0,3,2],\"average\":4.4},"
                + "{\"question\":\"recommended\",\"counts\":[4,1,0,0,0],\"average\":1.2}]");
    assertThat(page(course))
        .contains("Gemiddeld 4,2 van 5", "width=\"80.0\"", "Te lang", "&lt;b&gt;méér&lt;/b&gt;")
        .doesNotContain(world.courses().board());
    assertThat(
            samen
                .as(world.lecturer())
                .in("en")
                .get(EvaluationWorld.page(course) + "/results")
                .body())
        .contains("Average 4.2 out of 5", "What people wrote");
    samen.await(() -> assertThat(heard(course)).hasSize(1));
    Heard fact = heard(course).getFirst();
    assertThat(fact.owner().toString()).isEqualTo("pabo:" + world.courses().pabo());
    assertThat(fact.json().toString())
        .isEqualTo(
            "{\"course\":\""
                + course
                + "\",\"answers\":5,\"averages\":"
                + "{\"useful\":4.2,\"wellGiven\":4.4,\"recommended\":1.2}}");
  }

  @Test
  void wordsArePagedAndSearched() {
    List<Person> people = world.courses().teachers(5);
    String course = world.over("Rekenen", people);
    world.answered(people, course, 4, "Één mening");
    world.closed(course);
    Set<String> all = new HashSet<>();
    for (int page = 0; page < 3; page++) {
      var some = texts(course, "?size=2&page=" + page);
      assertThat(some.get("total").asInt()).isEqualTo(5);
      some.get("items").forEach(each -> all.add(each.asString()));
    }
    assertThat(all).hasSize(5);
    assertThat(texts(course, "?q=EEN+3").get("items").toString()).isEqualTo("[\"Één mening 3\"]");
    assertThat(samen.as(world.lecturer()).get(results(course) + "?q=niets").body())
        .contains("Niemand schreef iets met deze woorden.");
  }

  @Test
  void belowFiveAnswersNothingIsShownAfterwardsEither() {
    List<Person> people = world.courses().teachers(4);
    String course = world.over("Rekenen", people);
    world.answered(people, course, 1, "woorden");
    world.closed(course);
    assertThat(page(course))
        .contains("Er wordt niets getoond", "minstens 5 mensen", "1 meer dan nu")
        .doesNotContain("Gemiddeld", "woorden 0");
    Answer result = world.result(course);
    assertThat(result.json().get("state").asString()).isEqualTo("TOO_FEW");
    assertThat(result.json().get("needed").asInt()).isEqualTo(1);
    assertThat(result.json().get("questions")).isEmpty();
    assertThat(texts(course, "").get("total").asInt()).isZero();
    following.followUp(Instant.now());
    assertThat(samen.as(world.lecturer()).get(LIST).body())
        .contains("Minder dan 5 antwoorden")
        .doesNotContain("1,0");
    assertThat(heard(course)).isEmpty();
  }

  @Test
  void beforeTheCourseIsOverThePageSaysFromWhenOn() {
    String course = world.courses().course(1);
    assertThat(world.result(course).status()).isEqualTo(409);
    assertThat(page(course)).contains("De cursus is nog niet voorbij");
  }

  @Test
  void thePaboLaysItsCoursesSideBySideTheLastFirst() {
    List<Person> people = world.courses().teachers(5);
    String first = world.over("Rekenen", people);
    world.answered(people, first, 4, "");
    world.closed(first);
    String second = world.over("Lezen", people);
    world.answered(people, second, 2, "");
    following.followUp(Instant.now());

    String page = samen.as(world.lecturer()).get(LIST).body();
    assertThat(page).contains("Rekenen", "4,0", "width=\"80.0\"", "Lezen", "Loopt nog");
    assertThat(page).doesNotContain("2,0");
    assertThat(page.indexOf("Lezen")).isLessThan(page.indexOf("Rekenen"));
    assertThat(samen.as(world.lecturer()).get(LIST + "?q=lez").body())
        .contains("Lezen")
        .doesNotContain("Rekenen");
    assertThat(samen.as(world.lecturer()).get(LIST + "?q=zingen").body())
        .contains("Geen cursus die voorbij is, heet zo.");
    var api = samen.as(world.lecturer()).get("/api" + LIST + "?size=1&page=1").json();
    assertThat(api.get("total").asInt()).isEqualTo(2);
    assertThat(api.get("items").get(0).get("title").asString()).isEqualTo("Rekenen");
    assertThat(samen.as(world.lecturer()).get("/professionalisation").body())
        .contains("href=\"" + LIST + "\"");
  }

  @Test
  void nobodyButThePabosLecturersAndProgrammeManagersSeesResults() {
    List<Person> people = world.courses().teachers(5);
    String course = world.over("Rekenen", people);
    world.answered(people, course, 4, "woorden");
    world.closed(course);
    following.followUp(Instant.now());
    String board = world.courses().board();
    Person manager = samen.person(Role.PROGRAMME_MANAGER).ofPabo(world.courses().pabo());
    assertThat(samen.as(manager).get(results(course)).body()).contains("Gemiddeld 4,0 van 5");
    for (String path :
        List.of(
            results(course),
            EvaluationWorld.api(course) + "/results",
            EvaluationWorld.api(course) + "/results/texts")) {
      for (Role role : List.of(Role.TEACHER, Role.BOARD_COORDINATOR, Role.SCHOOL_LEADER)) {
        assertThat(samen.as(samen.person(role).ofBoard(board)).get(path).status()).isEqualTo(403);
      }
      assertThat(
              samen
                  .as(samen.person(Role.SUPERVISOR).ofPabo(world.courses().pabo()))
                  .get(path)
                  .status())
          .isEqualTo(403);
      // A lecturer of a pabo that works with the same board, and one who sees nothing of it.
      String other = samen.freshPabo();
      samen.partners(other, board);
      for (Person stranger :
          List.of(
              samen.person(Role.LECTURER).ofPabo(other),
              samen.person(Role.LECTURER).ofPabo(samen.freshPabo()))) {
        Answer hidden = samen.as(stranger).get(path);
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.body().replace(course, "no-such-course"))
            .isEqualTo(samen.as(stranger).get(path.replace(course, "no-such-course")).body());
        assertThat(samen.as(stranger).get("/api" + LIST).json().get("total").asInt()).isZero();
        assertThat(samen.as(stranger).get(LIST).body()).doesNotContain("Rekenen");
      }
    }
    assertThat(samen.as(people.getFirst()).get(LIST).status()).isEqualTo(403);
  }

  @Test
  void whatComesInAfterCountingChangesNothing() {
    List<Person> people = world.courses().teachers(6);
    String course = world.over("Rekenen", people);
    world.answered(people.subList(0, 5), course, 4, "");
    world.closed(course);
    String counted = world.result(course).body();
    // As if the clock of another process were a month slow.
    world.ended(course);
    assertThat(world.answer(people.getLast(), course, 1, 1, 1).json().get("type").asString())
        .isEqualTo("urn:samen:problem:evaluation-closed");
    world.closed(course);
    following.followUp(Instant.now());
    assertThat(world.result(course).body()).isEqualTo(counted);
  }

  private static String results(String course) {
    return EvaluationWorld.page(course) + "/results";
  }

  private String page(String course) {
    return samen.as(world.lecturer()).get(results(course)).body();
  }

  private JsonNode texts(String course, String query) {
    return samen
        .as(world.lecturer())
        .get(EvaluationWorld.api(course) + "/results/texts" + query)
        .json();
  }

  private List<Heard> heard(String course) {
    return samen.heard("CourseEvaluated").stream()
        .filter(each -> each.json().get("course").asString().equals(course))
        .toList();
  }
}
