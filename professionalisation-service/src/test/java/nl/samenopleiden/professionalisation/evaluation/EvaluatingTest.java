package nl.samenopleiden.professionalisation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import nl.samenopleiden.professionalisation.CourseWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SamenTest
class EvaluatingTest {

  @Autowired private Samen samen;
  @Autowired private Collections collections;
  private EvaluationWorld world;

  @BeforeEach
  void aPaboWithAPartner() {
    world = new EvaluationWorld(samen, collections);
  }

  @Test
  void onOnePageSomebodyAnswersAndReadsBeforeThatWhoSeesIt() {
    Person teacher = world.courses().teacher();
    String course = world.over("Rekenen", List.of(teacher));
    String page = EvaluationWorld.page(course);
    samen.await(
        () ->
            assertThat(samen.as(teacher).get(CourseWorld.page(course)).body())
                .contains("href=\"" + page + "\""));
    assertThat(samen.as(teacher).get(page).body())
        .contains("Wat vond u van ‘Rekenen’?", "<legend>De cursus werd goed gegeven</legend>")
        .contains("id=\"useful-5\"", "Noem geen namen, ook niet die van uzelf.")
        .contains("alleen als minstens 5 mensen hebben geantwoord", "U antwoordt één keer.")
        .contains("De docenten en programmamanagers van " + world.courses().pabo());
    assertThat(samen.as(teacher).in("en").get(page).body())
        .contains("Who sees what", "You answer once.", "strongly agree");

    Answer refused =
        samen
            .as(teacher)
            .postForm(page, Map.of("useful", "4", "wellGiven", "7", "text", "Mooi, echt"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("id=\"wellGiven-error\"", "Kies een getal van 1 tot en met 5.")
        .contains("id=\"recommended-error\"", "Vul dit in.", "href=\"#recommended-1\"")
        .contains(">Mooi, echt</textarea>")
        .containsPattern("id=\"useful-4\" value=\"4\" checked")
        .doesNotContain("id=\"useful-error\"");
    assertThat(world.standing(teacher, course)).isEqualTo("OPEN");

    Map<String, String> filled =
        Map.of("useful", "4", "wellGiven", "5", "recommended", "3", "text", "");
    for (int i = 0; i < 2; i++) {
      Answer sent = samen.as(teacher).postForm(page, filled);
      assertThat(sent.status()).isEqualTo(303);
      assertThat(samen.as(teacher).get(sent.header("Location")).body())
          .contains("Dank u wel: u heeft geantwoord.")
          .doesNotContain("<form class=\"card\"");
    }
    assertThat(world.result(course).json().get("answers").asInt()).isEqualTo(1);
  }

  @Test
  void otherProgramsAnswerOnceAndHearWhichFieldIsWrong() {
    Person teacher = world.courses().teacher();
    String course = world.over("Rekenen", List.of(teacher));
    Answer wrong = world.answer(teacher, course, 5, 6, 5);
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.json().get("field").asString()).isEqualTo("wellGiven");
    assertThat(world.answer(teacher, course, 5, 5, 5, "x".repeat(1_001)).json().get("field"))
        .hasToString("\"text\"");
    assertThat(samen.as(teacher).post(EvaluationWorld.api(course), Map.of()).json().get("field"))
        .hasToString("\"useful\"");
    Answer answered = world.answer(teacher, course, 5, 4, 3, "Fijn");
    assertThat(answered.status()).isEqualTo(200);
    assertThat(answered.json().propertyNames())
        .containsExactlyInAnyOrder("state", "opensAt", "closesAt");
    assertThat(world.standing(teacher, course)).isEqualTo("ANSWERED");
    Answer again = world.answer(teacher, course, 1, 1, 1);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.json().get("type").asString())
        .isEqualTo("urn:samen:problem:evaluation-answered");
    assertThat(world.result(course).json().get("answers").asInt()).isEqualTo(1);
  }

  @Test
  void whoSendsManyTimesAtOnceAnswersOnce() {
    Person teacher = world.courses().teacher();
    String course = world.over("Rekenen", List.of(teacher));
    List<Integer> statuses =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(_ -> world.answer(teacher, course, 5, 5, 5, "Fijn").status())
            .toList();
    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
    assertThat(world.result(course).json().get("answers").asInt()).isEqualTo(1);
  }

  @Test
  void whoWasMarkedPresentAnswersAndWhoWasNotDoesNot() {
    Person there = world.courses().teacher();
    Person away = world.courses().teacher();
    Person forgotten = world.courses().teacher();
    String course = world.over("Rekenen", List.of(there, away, forgotten));
    assertThat(world.standing(forgotten, course)).as("nobody was marked").isEqualTo("OPEN");
    world.courses().mark(away, course, false);
    assertThat(world.standing(away, course)).isEqualTo("NOT_THERE");
    assertThat(world.standing(forgotten, course)).as("nobody was present").isEqualTo("OPEN");
    world.courses().mark(there, course, true);
    assertThat(world.standing(there, course)).isEqualTo("OPEN");
    assertThat(world.standing(forgotten, course)).isEqualTo("NOT_THERE");
    for (Person each : List.of(away, forgotten, world.courses().teacher(), world.lecturer())) {
      Answer refused = world.answer(each, course, 5, 5, 5);
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.json().get("type").asString())
          .isEqualTo("urn:samen:problem:evaluation-not-there");
    }
    assertThat(samen.as(away).get(EvaluationWorld.page(course)).body())
        .contains("Deze evaluatie is niet voor u")
        .doesNotContain("<form class=\"card\"");
    assertThat(world.result(course).json().get("answers").asInt()).isZero();
  }

  @Test
  void oneAnswersAfterTheLastSessionAndUntilThirtyDaysLater() {
    Person teacher = world.courses().teacher();
    String course = world.over("Rekenen", List.of(teacher));
    world.courses().begun(collections, course, Duration.ofMinutes(80));
    assertThat(world.standing(teacher, course)).isEqualTo("NOT_OPEN");
    assertThat(world.answer(teacher, course, 5, 5, 5).json().get("type").asString())
        .isEqualTo("urn:samen:problem:evaluation-not-open");
    assertThat(samen.as(teacher).get(EvaluationWorld.page(course)).body())
        .contains("De cursus is nog niet voorbij");
    world.courses().begun(collections, course, Evaluation.OPEN_FOR.plus(Duration.ofMinutes(85)));
    assertThat(world.standing(teacher, course)).isEqualTo("OPEN");
    world.closed(course);
    assertThat(world.standing(teacher, course)).isEqualTo("CLOSED");
    assertThat(world.answer(teacher, course, 5, 5, 5).json().get("type").asString())
        .isEqualTo("urn:samen:problem:evaluation-closed");
    assertThat(samen.as(teacher).get(EvaluationWorld.page(course)).body())
        .contains("De evaluatie is gesloten");
  }

  @Test
  void ofACourseThatOneDoesNotSeeThereIsNothing() {
    Person teacher = world.courses().teacher();
    String course = world.over("Rekenen", List.of(teacher));
    Person stranger = world.courses().teacherOf(samen.freshBoard());
    String nothing = EvaluationWorld.api("no-such-course");
    Answer hidden = samen.as(stranger).get(EvaluationWorld.api(course));
    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.body().replace(course, "no-such-course"))
        .isEqualTo(samen.as(stranger).get(nothing).body());
    assertThat(world.answer(stranger, course, 5, 5, 5).body().replace(course, "no-such-course"))
        .isEqualTo(world.answer(stranger, "no-such-course", 5, 5, 5).body());
    assertThat(samen.as(stranger).get(EvaluationWorld.page(course)).status()).isEqualTo(404);
    assertThat(samen.anonymous().get(EvaluationWorld.api(course)).status()).isEqualTo(401);
    samen.tell(
        "partnership",
        "partnership",
        new OwnedId(Owner.board(world.courses().board()), world.courses().pabo()),
        "PartnershipEnded",
        Map.of("pabo", world.courses().pabo(), "board", world.courses().board()));
    samen.await(
        () ->
            assertThat(samen.as(teacher).get(EvaluationWorld.api(course)).status()).isEqualTo(404));
  }
}
