package nl.samenopleiden.professionalisation.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.tenancy.Caller;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.tenancy.Scope;
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
class StudyingTest {

  private static final String API = "/api/professionalisation/modules";
  private static final String PAGE = "/professionalisation/modules";

  @Autowired private Samen samen;
  @Autowired private Collections collections;
  @Autowired private ForgettingStudies forgetting;
  private CourseWorld world;

  @BeforeEach
  void aPaboWithAPartner() {
    world = new CourseWorld(samen);
  }

  @Test
  void aTeacherFollowsAModuleStepByStepAndItsHoursCount() {
    String module = offered(Map.of());
    Person teacher = world.teacher();
    assertThat(samen.as(teacher).get(PAGE + "/" + module).body())
        .contains("<h1>Kijken naar kinderen</h1>", ">Beginnen</button>", "45 minuten")
        .contains("href=\"https://x.example/2\"", "Alleen u ziet hoe ver u bent.")
        .doesNotContain("Dit heb ik gedaan");
    assertThat(press(teacher, module, "start", Map.of()))
        .contains("U bent begonnen.", "0 van 2 stappen gedaan", "Dit heb ik gedaan")
        .doesNotContain("Afronden");
    press(teacher, module, "progress", Map.of("step", "2", "done", "true"));
    assertThat(press(teacher, module, "progress", Map.of("step", "2", "done", "true")))
        .contains("1 van 2 stappen gedaan", ">Toch niet</button>")
        .contains("<progress id=\"progress\" max=\"2\" value=\"1\">");
    assertThat(press(teacher, module, "finishing", Map.of()))
        .contains("Nog niet alles gedaan", "Er is nog 1 stap te doen.");
    assertThat(samen.as(teacher).get(PAGE).body())
        .contains("Waar u mee bezig bent", "1 van 2 stappen gedaan");
    press(teacher, module, "progress", Map.of("step", "2", "done", "false"));
    press(teacher, module, "progress", Map.of("step", "1"));
    assertThat(press(teacher, module, "progress", Map.of("step", "2")))
        .contains("2 van 2 stappen gedaan", "Afronden: 45 minuten erbij in uw uren");
    assertThat(press(teacher, module, "finishing", Map.of()))
        .contains("U heeft deze module afgerond.", "Mijn uren")
        .doesNotContain("Toch niet");
    assertThat(samen.as(teacher).in("en").get(PAGE + "/" + module).body())
        .contains("You have finished this module.");

    assertThat(samen.as(teacher).get("/professionalisation/hours").body())
        .contains("Kijken naar kinderen", "45 minuten", "in 1 module<", "<td><span>Module</span>")
        .doesNotContain("/pdf");
    Answer hours = samen.as(teacher).get("/api/professionalisation/hours?q=KINDEREN");
    assertThat(hours.json().get("total").asInt()).isEqualTo(1);
    assertThat(hours.json().get("items").get(0).get("module").asString()).isEqualTo(module);
    assertThat(samen.as(teacher).get("/api/professionalisation/hours/csv").body())
        .contains(";Kijken naar kinderen;" + world.pabo() + ";0,75;\r\n");
    assertThat(
            samen.as(teacher).get("/api/professionalisation/hours/years").json().get(0).toString())
        .contains("\"minutes\":45", "\"courses\":0", "\"modules\":1");
    assertThat(
            samen
                .as(world.teacher())
                .get("/api/professionalisation/hours")
                .json()
                .get("total")
                .asInt())
        .isZero();
  }

  @Test
  void theOwnerSeesNumbersAndNobodysName() {
    String module = offered(Map.of());
    Person done = world.teacher();
    start(done, module);
    samen.as(done).put(progress(module), Map.of("done", List.of(1, 2)));
    // What is forgotten in a request takes nothing away.
    assertThat(samen.as(done).put(progress(module), Map.of()).status()).isEqualTo(422);
    assertThat(samen.as(done).post(progress(module) + "/finishing", Map.of()).status())
        .isEqualTo(200);
    Person halfway = world.teacherOf(world.anotherBoard());
    start(halfway, module);
    Person stopped = world.teacher();
    start(stopped, module);
    assertThat(samen.as(stopped).delete(progress(module)).status()).isEqualTo(204);
    assertThat(samen.as(stopped).get(progress(module)).status()).isEqualTo(404);
    Answer numbers = samen.as(world.lecturer()).get(API + "/" + module + "/numbers");
    assertThat(numbers.json().get("started").asInt()).isEqualTo(2);
    assertThat(numbers.json().get("finished").asInt()).isEqualTo(1);
    assertThat(samen.as(world.lecturer()).get(PAGE + "/" + module).body())
        .contains("<dt>Begonnen</dt><dd>2</dd>", "<dt>Afgerond</dt><dd>1</dd>")
        .doesNotContain(done.name(), halfway.name());
    assertThat(samen.as(done).get(API + "/" + module + "/numbers").status()).isEqualTo(403);
    assertThat(samen.as(done).get(PAGE + "/" + module).body()).doesNotContain("Beheer");
    samen.await(
        () ->
            assertThat(samen.heard("StudyFinished"))
                .anyMatch(
                    each ->
                        each.json().get("module").asString().equals(module)
                            && each.json().get("minutes").asInt() == 45
                            && !each.json().toString().contains(done.sub())));
  }

  @Test
  void modulesAreFoundByWordsAndThemeAndNotByAnotherPabo() {
    String module = offered(Map.of());
    String other = offered(Map.of("title", "Rekenen", "themes", List.of("young-child")));
    Person teacher = world.teacher();
    assertThat(samen.as(teacher).get(API + "?q=kijken").json().get("items"))
        .singleElement()
        .satisfies(found -> assertThat(found.get("id").asString()).isEqualTo(module));
    assertThat(samen.as(teacher).get(API + "?theme=young-child&size=1").json().get("items"))
        .singleElement()
        .satisfies(found -> assertThat(found.get("id").asString()).isEqualTo(other));
    assertThat(samen.as(teacher).get(PAGE + "?theme=young-child").body())
        .contains("Rekenen")
        .doesNotContain("Kijken naar kinderen");
    assertThat(samen.as(teacher).get("/professionalisation?q=kijken").body())
        .contains("href=\"/professionalisation/modules?q=kijken&amp;theme=\"");
    CourseWorld another = new CourseWorld(samen);
    assertThat(samen.as(another.teacher()).get(API).json().get("total").asInt()).isZero();
    for (Person stranger : List.of(another.teacher(), another.lecturer())) {
      assertThat(samen.as(stranger).get(API + "/" + module).status()).isEqualTo(404);
      assertThat(samen.as(stranger).get(PAGE + "/" + module).status()).isEqualTo(404);
      assertThat(samen.as(stranger).post(progress(module), Map.of()).status()).isEqualTo(404);
    }
    assertThat(
            samen
                .as(another.lecturer())
                .post(API + "/" + module + "/withdrawal", Map.of())
                .status())
        .isEqualTo(404);
  }

  @Test
  void whoItIsNotForIsToldWhy() {
    String mentors = offered(Map.of("audience", List.of("mentor")));
    String boards = offered(Map.of("circle", Map.of("boards", List.of(world.board()))));
    Person teacher = world.teacherOf(world.anotherBoard());
    Answer refused = start(teacher, mentors);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().get("type").asString())
        .isEqualTo("urn:samen:problem:module-for-others");
    assertThat(samen.as(teacher).get(PAGE + "/" + mentors).body())
        .contains("U kunt hier niet aan beginnen.", "Deze module is voor mentoren.")
        .doesNotContain(">Beginnen</button>");
    assertThat(start(teacher, boards).json().get("type").asString())
        .endsWith("module-for-other-organisations");
    assertThat(press(teacher, boards, "start", Map.of()))
        .contains("Niet voor uw bestuur of school", "mensen van " + world.board());
    assertThat(start(world.teacher(), boards).status()).isEqualTo(200);
  }

  @Test
  void whatIsWithdrawnCanBeFinishedByWhoHadBegun() {
    String module = offered(Map.of());
    Person begun = world.teacher();
    start(begun, module);
    Answer withdrawn =
        samen.as(world.lecturer()).postForm(PAGE + "/" + module + "/withdrawal", Map.of());
    assertThat(withdrawn.status()).isEqualTo(303);
    Person late = world.teacher();
    assertThat(samen.as(late).get(PAGE).body()).doesNotContain("Kijken naar kinderen");
    assertThat(start(late, module).json().get("type").asString())
        .endsWith("study-module-withdrawn");
    assertThat(samen.as(begun).get(PAGE).body()).contains("Kijken naar kinderen");
    samen.as(begun).put(progress(module), Map.of("done", List.of(1, 2)));
    assertThat(samen.as(begun).post(progress(module) + "/finishing", Map.of()).json().toString())
        .contains("finishedAt");
    samen.await(
        () ->
            assertThat(samen.heard("StudyModuleWithdrawn"))
                .anyMatch(each -> each.id().value().equals(module)));
  }

  @Test
  void aYearAfterTheLastStepNothingIsKnownAnyMore() {
    String module = offered(Map.of());
    Person idle = world.teacher();
    Person busy = world.teacher();
    start(idle, module);
    start(busy, module);
    Instant now = Instant.now();
    lastAt(idle, module, now.minus(ForgettingStudies.KEPT).minusSeconds(60));
    lastAt(busy, module, now.minus(ForgettingStudies.KEPT).plusSeconds(3600));
    forgetting.forgetUntil(now.minus(ForgettingStudies.KEPT));
    assertThat(samen.as(idle).get(progress(module)).status()).isEqualTo(404);
    assertThat(samen.as(busy).get(progress(module)).status()).isEqualTo(200);
    assertThat(
            collections
                .named("study")
                .find(Scope.of(idOf(idle, module).owner()), idOf(idle, module))
                .orElseThrow()
                .getDocument("state")
                .toJson())
        .doesNotContain(idle.sub());
    assertThat(start(idle, module).status()).isEqualTo(200);
  }

  @Test
  void aLecturerOffersAModuleWithAForm() {
    Map<String, String> typed = typed();
    Answer more = samen.as(world.lecturer()).postForm(PAGE + "/new", typed);
    assertThat(more.status()).isEqualTo(200);
    assertThat(more.body()).contains("value=\"Lezen\"", "value=\"https://x.example/lezen\"");
    typed.put("minutes", "lang");
    Answer unreadable = samen.as(world.lecturer()).postForm(PAGE, typed);
    assertThat(unreadable.status()).isEqualTo(422);
    assertThat(unreadable.body()).contains("id=\"minutes-error\"", "Dit is geen heel getal.");
    typed.put("minutes", "90");
    typed.put("title", "");
    assertThat(samen.as(world.lecturer()).in("en").postForm(PAGE, typed).body())
        .contains("id=\"title-error\"", "Fill this in.", "value=\"90\"");
    typed.put("title", "Lezen");
    Answer sent = samen.as(world.lecturer()).postForm(PAGE, typed);
    assertThat(sent.status()).as(sent.body()).isEqualTo(303);
    assertThat(samen.as(world.lecturer()).postForm(PAGE, typed).header("Location"))
        .isEqualTo(sent.header("Location"));
    assertThat(samen.as(world.lecturer()).get(sent.header("Location")).body())
        .contains("De module is te vinden.", "1 uur en 30 minuten", "Niet meer aanbieden");
    assertThat(samen.as(world.teacher()).postForm(PAGE, typed).status()).isEqualTo(403);
    Answer api = samen.as(world.lecturer()).post(API, Map.of("title", "x"));
    assertThat(api.status()).isEqualTo(422);
    assertThat(api.json().get("field").asString()).isEqualTo("learns");
  }

  private String offered(Map<String, Object> different) {
    Map<String, Object> module = new HashMap<>();
    module.put("title", "Kijken naar kinderen");
    module.put("learns", "Wat u ziet, en wat u denkt te zien.");
    module.put("themes", List.of("video-coaching"));
    module.put(
        "steps",
        List.of(
            Map.of("text", "Kijk een les terug", "minutes", 20),
            Map.of("text", "Lees", "link", "https://x.example/2", "minutes", 25)));
    module.putAll(different);
    Answer answer = samen.as(world.lecturer()).post(API, module);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().get("id").asString();
  }

  private Answer start(Person person, String module) {
    return samen.as(person).post(progress(module), Map.of());
  }

  private static String progress(String module) {
    return API + "/" + module + "/progress";
  }

  private String press(Person person, String module, String button, Map<String, String> fields) {
    Answer answer = samen.as(person).postForm(PAGE + "/" + module + "/" + button, fields);
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    return samen.as(person).get(answer.header("Location")).body();
  }

  private void lastAt(Person person, String module, Instant time) {
    collections
        .named("study")
        .update(
            idOf(person, module),
            null,
            Updates.set("state.lastAt", new BsonDateTime(time.toEpochMilli())));
  }

  private OwnedId idOf(Person person, String module) {
    Caller caller =
        new Caller(
            person.sub(),
            person.name(),
            person.email(),
            Set.of(Role.TEACHER),
            person.board(),
            person.school(),
            null);
    return StudyBook.idOf(caller, new OwnedId(Owner.pabo(world.pabo()), module));
  }

  private static Map<String, String> typed() {
    Map<String, String> typed = new HashMap<>();
    typed.put("id", UUID.randomUUID().toString());
    typed.put("title", "Lezen");
    typed.put("learns", "Beter lezen.");
    typed.put("themes", "young-child");
    typed.put("link", "https://x.example/lezen");
    return typed;
  }
}
