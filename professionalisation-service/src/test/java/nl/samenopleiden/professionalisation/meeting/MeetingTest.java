package nl.samenopleiden.professionalisation.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import nl.samenopleiden.professionalisation.CourseWorld;
import org.bson.BsonDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SamenTest
class MeetingTest {

  private static final String MEETINGS = "/api/professionalisation/meetings";
  private static final String PAGES = "/professionalisation/meetings/";

  @Autowired private Samen samen;
  @Autowired private Collections collections;
  private CourseWorld world;

  @BeforeEach
  void aPaboWithAPartner() {
    world = new CourseWorld(samen);
  }

  @Test
  void aMeetingIsPlannedFoundAndCancelled() {
    Person teacher = world.teacher();
    String meeting = planned(5);
    assertThat(samen.as(teacher).get(MEETINGS + "?q=Beeldcoachen").json().get("total").asInt())
        .isEqualTo(1);
    assertThat(samen.as(teacher).get(MEETINGS + "?q=iets-anders").json().get("total").asInt())
        .isZero();
    assertThat(samen.as(teacher).get("/professionalisation/meetings").body())
        .contains("Beeldcoachen samen", PAGES + meeting);
    join(teacher, meeting, "Hoe begin ik?", false);
    Answer cancelled =
        samen.as(world.lecturer()).post(MEETINGS + "/" + meeting + "/cancellation", Map.of());
    assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
    samen.await(() -> assertThat(samen.mailsTo(teacher.email())).hasSize(2));
    assertThat(samen.mailsTo(teacher.email()))
        .anySatisfy(mail -> assertThat(mail.calendar()).contains("METHOD:REQUEST"))
        .anySatisfy(mail -> assertThat(mail.calendar()).contains("METHOD:CANCEL"));
    assertThat(samen.heard("MeetingJoined"))
        .noneMatch(
            fact ->
                fact.json().toString().contains(teacher.name())
                    || fact.json().toString().contains(teacher.email()));
    assertThat(joined(world.teacher(), meeting).status()).isEqualTo(409);
  }

  @Test
  void aMeetingIsChangedAndWhoTakesPartIsTold() {
    String meeting = planned(5);
    List<Person> people = world.teachers(3);
    people.forEach(each -> join(each, meeting, "", false));
    assertThat(samen.as(world.lecturer()).get(PAGES + meeting + "/change").body())
        .contains("Bijeenkomst wijzigen", "value=\"Aula\"", "14:00 Inloop");
    Map<String, Object> draft = draft(2);
    Answer few = samen.as(world.lecturer()).put(MEETINGS + "/" + meeting, draft);
    assertThat(few.status()).isEqualTo(422);
    assertThat(few.body()).contains("urn:samen:problem:meeting-seats-taken", "\"seats\"");
    Map<String, String> typed = new HashMap<>();
    typed.put("theme", "video-coaching");
    typed.put("title", "Beeldcoachen samen");
    typed.put("agenda", "15:00 Inloop");
    typed.put("place", "Zaal 4");
    typed.put("startsAt", "2035-07-10T15:00");
    typed.put("endsAt", "2035-07-10T17:00");
    typed.put("seats", "2");
    Answer form = samen.as(world.lecturer()).postForm(PAGES + meeting + "/change", typed);
    assertThat(form.status()).isEqualTo(422);
    assertThat(form.body()).contains("id=\"seats-error\"", "value=\"Zaal 4\"");
    typed.put("seats", "5");
    Answer sent = samen.as(world.lecturer()).postForm(PAGES + meeting + "/change", typed);
    assertThat(sent.status()).as(sent.body()).isEqualTo(303);
    Person first = people.getFirst();
    assertThat(samen.as(first).get(PAGES + meeting).body()).contains("Zaal 4", "U doet mee");
    samen.await(() -> assertThat(samen.mailsTo(first.email())).hasSize(2));
    assertThat(samen.mailsTo(first.email()))
        .anySatisfy(
            mail -> {
              assertThat(mail.subject()).startsWith("Gewijzigd: ");
              assertThat(mail.calendar())
                  .contains("METHOD:REQUEST", "DTSTART;TZID=Europe/Amsterdam:20350710T150000");
            });
    Person stranger = new CourseWorld(samen).lecturer();
    assertThat(samen.as(stranger).put(MEETINGS + "/" + meeting, draft(5)).status()).isEqualTo(404);
    assertThat(samen.as(stranger).postForm(PAGES + meeting + "/change", typed).status())
        .isEqualTo(404);
  }

  @Test
  void aDraftThatCannotBeIsRefusedFieldByField() {
    Map<String, Object> draft = draft(1);
    draft.put("title", " ");
    Answer refused = samen.as(world.lecturer()).post(MEETINGS, draft);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("urn:samen:problem:field-needed", "\"seats\"");
    Answer form =
        samen.as(world.lecturer()).postForm("/professionalisation/meetings", Map.of("title", "X"));
    assertThat(form.status()).isEqualTo(422);
    assertThat(form.body()).contains("id=\"agenda-error\"", "value=\"X\"");
  }

  @Test
  void aSeatIsGivenOnceAndAQuestionCanChange() {
    String meeting = planned(2);
    Person first = world.teacher();
    assertThat(joined(first, meeting).status()).isEqualTo(201);
    assertThat(join(first, meeting, "Hoe dan?", false).status()).isEqualTo(200);
    join(world.teacher(), meeting, "", false);
    Person third = world.teacher();
    Answer full = joined(third, meeting);
    assertThat(full.status()).isEqualTo(409);
    assertThat(full.body()).contains("urn:samen:problem:meeting-full");
    Answer questions =
        samen.as(world.lecturer()).get(MEETINGS + "/" + meeting + "/questions?q=dan");
    assertThat(questions.json().get("total").asInt()).isEqualTo(1);
    assertThat(questions.body()).contains("Hoe dan?", first.name());
    assertThat(samen.as(first).get(MEETINGS + "/" + meeting + "/questions").body())
        .contains("Hoe dan?")
        .doesNotContain(first.name());
    assertThat(samen.as(first).get(MEETINGS + "/" + meeting + "/participants").status())
        .isEqualTo(403);
    assertThat(samen.as(world.lecturer()).get(PAGES + meeting + "/participants").body())
        .contains(first.name());
    assertThat(samen.as(world.lecturer()).get(PAGES + meeting + "/questions").body())
        .contains("Hoe dan?");
    assertThat(samen.as(first).get(PAGES + meeting + "/joining/cancellation").status())
        .isEqualTo(200);
    leave(first, meeting);
    assertThat(samen.as(world.lecturer()).get(MEETINGS + "/" + meeting + "/questions").body())
        .doesNotContain("Hoe dan?");
    assertThat(joined(third, meeting).status()).isEqualTo(201);
  }

  @Test
  void forAnotherPaboItDoesNotExist() {
    String meeting = planned(5);
    CourseWorld other = new CourseWorld(samen);
    String nowhere = MEETINGS + "/00000000-0000-0000-0000-000000000000";
    for (Person stranger : List.of(other.teacher(), other.lecturer())) {
      assertThat(samen.as(stranger).get(MEETINGS).json().get("total").asInt()).isZero();
      assertThat(samen.as(stranger).get(MEETINGS + "/" + meeting).status()).isEqualTo(404);
      assertThat(samen.as(stranger).get(PAGES + meeting).status()).isEqualTo(404);
    }
    assertThat(joined(other.teacher(), meeting).status()).isEqualTo(404);
    for (String what : List.of("/tables", "/participants", "/questions")) {
      assertThat(samen.as(other.lecturer()).get(MEETINGS + "/" + meeting + what).status())
          .as(what)
          .isEqualTo(samen.as(other.lecturer()).get(nowhere + what).status())
          .isEqualTo(404);
    }
    for (String what : List.of("/cancellation", "/materials", "/tables")) {
      Map<String, Object> body =
          Map.of("size", 6, "title", "Verslag", "link", "https://samen.example/verslag");
      assertThat(samen.as(other.lecturer()).post(MEETINGS + "/" + meeting + what, body).status())
          .as(what)
          .isEqualTo(404);
    }
    assertThat(samen.as(world.teacher()).post(MEETINGS, draft(5)).status()).isEqualTo(403);
  }

  @Test
  void tablesAreMadeAndAfterwardsThoseWhoAgreedAreNamedToEachOther() {
    String meeting = planned(10);
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      people.add(world.teacher().named("Deelnemer " + i));
      join(people.get(i), meeting, "", i < 3);
    }
    assertThat(samen.as(people.getFirst()).get(MEETINGS + "/" + meeting + "/tables/mine").status())
        .isEqualTo(404);
    Answer made =
        samen.as(world.lecturer()).post(MEETINGS + "/" + meeting + "/tables", Map.of("size", 6));
    assertThat(made.status()).as(made.body()).isEqualTo(200);
    assertThat(made.json().get("repeats").asInt()).isZero();
    assertThat(made.json().get("bound").asInt()).isZero();
    assertThat(samen.as(world.lecturer()).get(PAGES + meeting + "/tables").body())
        .contains("Tafel 1", "Deelnemer 3");
    assertThat(samen.as(people.getFirst()).get(PAGES + meeting).body())
        .contains("Uw tafel: 1", "Deelnemer 3");
    assertThat(connections(people.getFirst(), meeting)).isEqualTo("[]");
    over(meeting);
    assertThat(connections(people.getFirst(), meeting))
        .contains("Deelnemer 1", "Deelnemer 2", world.board() + "AA")
        .doesNotContain("Deelnemer 3", "Deelnemer 0");
    assertThat(samen.as(people.get(1)).get(PAGES + meeting).body()).contains("Verder met elkaar");
    assertThat(connections(people.get(3), meeting)).isEqualTo("[]");
    samen
        .as(people.get(1))
        .post(MEETINGS + "/" + meeting + "/participants/mine/agreement", Map.of("shown", false));
    assertThat(connections(people.getFirst(), meeting))
        .contains("Deelnemer 2")
        .doesNotContain("Deelnemer 1");
    assertThat(connections(people.get(1), meeting)).isEqualTo("[]");
  }

  @Test
  void whatCanBeReadBackIsForWhoTookPart() {
    String meeting = planned(5);
    Person teacher = world.teacher();
    join(teacher, meeting, "", false);
    Map<String, String> report =
        Map.of("title", "Verslag", "link", "https://samen.example/verslag");
    String materials = MEETINGS + "/" + meeting + "/materials";
    assertThat(samen.as(world.lecturer()).post(materials, report).status()).isEqualTo(409);
    over(meeting);
    assertThat(samen.as(world.lecturer()).post(materials, report).status()).isEqualTo(200);
    assertThat(
            samen
                .as(world.lecturer())
                .post(materials, Map.of("title", "X", "link", "http://x.example"))
                .status())
        .isEqualTo(422);
    assertThat(samen.as(teacher).get(PAGES + meeting).body())
        .contains("https://samen.example/verslag");
    assertThat(samen.as(world.teacher()).get(PAGES + meeting).body()).doesNotContain("/verslag");
    assertThat(samen.as(teacher).post(materials, report).status()).isEqualTo(403);
    samen.as(world.lecturer()).post(materials + "/1/withdrawal", Map.of());
    assertThat(samen.as(teacher).get(PAGES + meeting).body()).doesNotContain("/verslag");
  }

  private String planned(int seats) {
    Answer answer = samen.as(world.lecturer()).post(MEETINGS, draft(seats));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().get("id").asString();
  }

  private static Map<String, Object> draft(int seats) {
    Map<String, Object> draft = new HashMap<>();
    draft.put("theme", "video-coaching");
    draft.put("title", "Beeldcoachen samen");
    draft.put("agenda", List.of(Map.of("at", "14:00", "what", "Inloop")));
    draft.put("place", "Aula");
    draft.put("startsAt", "2035-07-10T12:00:00Z");
    draft.put("endsAt", "2035-07-10T15:00:00Z");
    draft.put("seats", seats);
    return draft;
  }

  private Answer joined(Person person, String meeting) {
    return samen.as(person).post(MEETINGS + "/" + meeting + "/participants", Map.of());
  }

  private Answer join(Person person, String meeting, String question, boolean shown) {
    Answer answer =
        samen
            .as(person)
            .post(
                MEETINGS + "/" + meeting + "/participants",
                Map.of("question", question, "shown", shown));
    assertThat(answer.status()).as(answer.body()).isIn(200, 201);
    return answer;
  }

  private void leave(Person person, String meeting) {
    Answer left =
        samen
            .as(person)
            .post(MEETINGS + "/" + meeting + "/participants/mine/cancellation", Map.of());
    assertThat(left.status()).as(left.body()).isEqualTo(204);
  }

  private String connections(Person person, String meeting) {
    return samen.as(person).get(MEETINGS + "/" + meeting + "/connections").body();
  }

  /** Makes the meeting one of yesterday. */
  private void over(String meeting) {
    Instant end = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.HOURS);
    collections
        .named("theme-meeting")
        .update(
            world.id(meeting),
            null,
            Updates.combine(
                Updates.set(
                    "state.plan.startsAt",
                    new BsonDateTime(end.minus(Duration.ofHours(3)).toEpochMilli())),
                Updates.set("state.plan.endsAt", new BsonDateTime(end.toEpochMilli()))));
  }
}
