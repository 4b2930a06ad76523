package nl.samenopleiden.professionalisation.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import nl.samenopleiden.professionalisation.CourseWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SamenTest
class AnsweringTest {

  private static final Instant ENDS = Instant.parse("2035-07-10T19:00:00Z");

  @Autowired private Samen samen;
  @Autowired private ForgettingAnswers forgetting;
  private CourseWorld world;
  private String course;

  @BeforeEach
  void aCourseThatAsks() {
    world = new CourseWorld(samen);
    Map<String, Object> offer = world.offer(1);
    offer.put("startsAt", "2035-07-10T17:30:00Z");
    offer.put(
        "questions",
        List.of(
            Map.of("text", "Welke groep heeft u?", "required", true),
            Map.of("text", "Wat wilt u leren?")));
    offer.put("asksNeeds", true);
    course = world.publish(offer);
  }

  @Test
  void onOnePageSomebodyAnswersAndHasASeat() {
    Person teacher = world.teacher();
    assertThat(samen.as(teacher).get(CourseWorld.page(course)).body())
        .contains("href=\"" + CourseWorld.page(course) + "/registration\"")
        .doesNotContain(">Inschrijven</button>");
    String path = CourseWorld.page(course) + "/registration";
    assertThat(samen.as(teacher).get(path).body())
        .contains(
            "Welke groep heeft u?", "Wat wilt u leren?", "14 dagen na afloop wordt het gewist")
        .contains(">Inschrijven</button>");
    Answer refused = send(teacher, path, "answers=&answers=veel%2C+heel+veel&needs=");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("id=\"answers[0]-error\"", "Vul dit in.", "aria-invalid=\"true\"")
        .contains("value=\"veel, heel veel\"");
    assertThat(world.mine(teacher, course)).isNull();
    Answer sent = send(teacher, path, "answers=groep+3&answers=veel&needs=geen+noten");
    assertThat(sent.status()).isEqualTo(303);
    assertThat(samen.as(teacher).get(sent.header("Location")).body())
        .contains("U heeft een plaats", "/registration/answers\"");
    assertThat(samen.as(teacher).get(path + "/answers").body())
        .contains("value=\"groep 3\"", ">geen noten</textarea>", "Antwoorden opslaan");
    Answer changed = send(teacher, path + "/answers", "answers=groep+4&answers=&needs=");
    assertThat(samen.as(teacher).get(changed.header("Location")).body())
        .contains("Uw antwoorden zijn opgeslagen.");
    assertThat(answers(teacher)).contains("groep 4").doesNotContain("noten");
  }

  @Test
  void otherProgramsAnswerWhenTheyRegister() {
    Person teacher = world.teacher();
    Answer refused = world.register(teacher, course);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("field").asString()).isEqualTo("answers[0]");
    Answer registered = register(teacher, List.of("groep 3"), "rolstoel");
    assertThat(registered.status()).isEqualTo(201);
    assertThat(world.register(teacher, course).status())
        .as("who is registered asks again without answering")
        .isEqualTo(200);
    assertThat(answers(teacher)).contains("groep 3", "rolstoel");
    Answer changed =
        samen
            .as(teacher)
            .put(
                CourseWorld.path(course) + "/registrations/mine/answers",
                Map.of("answers", List.of("groep 5", "alles", "te veel")));
    assertThat(changed.status()).isEqualTo(200);
    assertThat(answers(teacher))
        .contains("groep 5", "alles")
        .doesNotContain("rolstoel")
        .doesNotContain("te veel");
    Answer tooLong =
        samen
            .as(teacher)
            .put(
                CourseWorld.path(course) + "/registrations/mine/answers",
                Map.of("answers", List.of("groep 5"), "needs", "x".repeat(201)));
    assertThat(tooLong.status()).isEqualTo(422);
    assertThat(tooLong.json().get("field").asString()).isEqualTo("needs");
  }

  @Test
  void theLecturerReadsAnswersAndAloneReadsNeeds() {
    Person teacher = world.teacher();
    register(teacher, List.of("groep 3"), "geen noten");
    Person manager = samen.person(Role.PROGRAMME_MANAGER).ofPabo(world.pabo());
    for (String path :
        List.of(
            CourseWorld.page(course) + "/participants",
            CourseWorld.path(course) + "/registrations")) {
      assertThat(samen.as(world.lecturer()).get(path).body())
          .contains("Welke groep heeft u?", "groep 3", "geen noten");
      assertThat(samen.as(manager).get(path).body())
          .contains("Welke groep heeft u?", "groep 3")
          .doesNotContain("geen noten");
    }
  }

  @Test
  void whatSomebodyAnsweredIsNobodyElses() {
    Person teacher = world.teacher();
    register(teacher, List.of("groep 3"), "geen noten");
    Person stranger = world.teacherOf(samen.freshBoard());
    String path = CourseWorld.path(course) + "/registrations/mine/answers";
    assertThat(samen.as(stranger).get(path).status()).isEqualTo(404);
    assertThat(samen.as(world.teacher()).get(path).body())
        .isEqualTo(samen.as(stranger).get(path).body());
    assertThat(samen.as(stranger).put(path, Map.of()).status()).isEqualTo(404);
    assertThat(samen.as(world.teacher()).put(path, Map.of("answers", List.of("x"))).status())
        .isEqualTo(409);
    assertThat(samen.as(stranger).get(CourseWorld.page(course) + "/registration").status())
        .isEqualTo(404);
  }

  @Test
  void needsAreForgottenFourteenDaysAfterTheEnd() {
    Person teacher = world.teacher();
    register(teacher, List.of("groep 3"), "geen noten");
    forgetting.forgetUntil(ENDS.plus(AnswerBook.NEEDS_KEPT));
    assertThat(answers(teacher)).contains("groep 3", "geen noten");
    forgetting.forgetUntil(ENDS.plus(AnswerBook.NEEDS_KEPT).plusMillis(1));
    assertThat(answers(teacher)).contains("groep 3").doesNotContain("geen noten");
  }

  @Test
  void whoCancelsLeavesNoAnswersBehind() {
    Person teacher = world.teacher();
    register(teacher, List.of("groep 3"), "geen noten");
    world.cancel(teacher, course);
    register(teacher, List.of("groep 7"), "");
    assertThat(answers(teacher)).contains("groep 7").doesNotContain("noten");
  }

  private Answer register(Person person, List<String> answers, String needs) {
    return samen
        .as(person)
        .post(
            CourseWorld.path(course) + "/registrations",
            Map.of("answers", answers, "needs", needs));
  }

  private String answers(Person person) {
    return samen.as(person).get(CourseWorld.path(course) + "/registrations/mine/answers").body();
  }

  private Answer send(Person person, String path, String form) {
    return samen
        .as(person)
        .send(
            "POST",
            path,
            "application/x-www-form-urlencoded",
            form.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
