package nl.samenopleiden.professionalisation.course;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Heard;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import nl.samenopleiden.professionalisation.CourseWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SamenTest
class CourseOfferTest {

  private static final String COURSES = "/api/professionalisation/courses";

  @Autowired private Samen samen;
  @Autowired private Collections collections;
  private CourseWorld world;

  @BeforeEach
  void aPaboWithAPartner() {
    world = new CourseWorld(samen);
  }

  @Test
  void aCourseOfThreeSessionsIsPublishedWithTheForm() {
    Map<String, String> typed = new HashMap<>();
    typed.put("id", UUID.randomUUID().toString());
    typed.put("title", "Samen kijken");
    typed.put("summary", "Drie middagen.");
    typed.put("themes", "video-coaching");
    typed.put("place", "Aula");
    typed.put("link", "https://meet.example/kijken");
    typed.put("startsAt", "2035-07-10T19:30");
    typed.put("minutes", "90");
    typed.put("moreSessions", "2035-07-17T19:30");
    typed.put("trainers", "Anna Bos\nKees Dijk\n");
    typed.put("language", "en");
    typed.put("audience", "mentor");
    typed.put("seats", "20");
    typed.put("registrationClosesAt", "2035-07-01T12:00");
    Answer sent = samen.as(world.lecturer()).postForm("/professionalisation/courses", typed);
    assertThat(sent.status()).as(sent.body()).isEqualTo(303);
    Answer page = samen.as(world.lecturer()).get(sent.header("Location"));
    assertThat(page.body())
        .contains("dinsdag 10 juli 2035, 19.30 uur (1 uur en 30 minuten)")
        .contains("dinsdag 17 juli 2035, 19.30 uur (1 uur en 30 minuten)", "3 uur")
        .contains("Anna Bos, Kees Dijk", "Engels", "mentoren", "Aula, of online")
        .contains("href=\"https://meet.example/kijken\"")
        .contains("Inschrijven kan tot zondag 1 juli 2035, 12.00 uur");
    typed.put("moreSessions", "2035-07-10T20:00");
    typed.put("id", UUID.randomUUID().toString());
    Answer refused = samen.as(world.lecturer()).postForm("/professionalisation/courses", typed);
    assertThat(refused.body())
        .contains("id=\"sessions-error\"", "Twee bijeenkomsten zijn op dezelfde tijd.")
        .contains("value=\"2035-07-10T20:00\"");
  }

  @Test
  void theApiTakesSessionsInsteadOfOneStart() {
    Map<String, Object> offer = world.offer(5);
    offer.remove("startsAt");
    offer.remove("minutes");
    offer.put(
        "sessions",
        List.of(
            Map.of("startsAt", "2035-07-17T17:30:00Z", "endsAt", "2035-07-17T19:30:00Z"),
            Map.of("startsAt", "2035-07-10T17:30:00Z", "endsAt", "2035-07-10T19:00:00Z")));
    String course = world.publish(offer);
    var json = samen.as(world.teacher()).get(CourseWorld.path(course)).json();
    assertThat(json.get("startsAt").asString()).isEqualTo("2035-07-10T17:30:00Z");
    assertThat(json.get("endsAt").asString()).isEqualTo("2035-07-17T19:30:00Z");
    assertThat(json.get("minutes").asInt()).isEqualTo(210);
    assertThat(json.get("sessions")).hasSize(2);
    Person teacher = world.teacher();
    world.register(teacher, course);
    samen.await(() -> assertThat(samen.mailsTo(teacher.email())).hasSize(1));
    assertThat(samen.mailsTo(teacher.email()).getFirst().text())
        .contains("dinsdag 10 juli 2035, 19.30 uur (1 uur en 30 minuten)\n")
        .contains("dinsdag 17 juli 2035, 19.30 uur (2 uur)\n");
  }

  @Test
  void theLinkIsForWhoHasASeat() {
    Map<String, Object> offer = world.offer(1);
    offer.put("place", "");
    offer.put("link", "https://meet.example/geheim");
    offer.put("trainers", List.of("Anna Bos"));
    String course = world.publish(offer);
    Person seated = world.teacher();
    Person waiting = world.teacher();
    world.register(seated, course);
    world.register(waiting, course);
    for (String path : List.of(CourseWorld.path(course), CourseWorld.page(course))) {
      assertThat(samen.as(waiting).get(path).body()).doesNotContain("geheim").contains("Anna Bos");
      assertThat(samen.as(seated).get(path).body()).contains("https://meet.example/geheim");
    }
    samen.await(() -> assertThat(samen.mailsTo(seated.email())).hasSize(1));
    samen.await(() -> assertThat(samen.mailsTo(waiting.email())).hasSize(1));
    assertThat(samen.mailsTo(seated.email()).getFirst().text()).contains("geheim");
    assertThat(samen.mailsTo(waiting.email()).getFirst().text()).doesNotContain("geheim");
    assertThat(told(course).json().toString())
        .doesNotContain("geheim")
        .doesNotContain("Anna Bos")
        .contains("\"online\":true");
  }

  @Test
  void whoItIsNotForIsToldWhoItIsFor() {
    Map<String, Object> offer = world.offer(5);
    offer.put("audience", List.of("mentor", "school-educator"));
    String course = world.publish(offer);
    Person teacher = world.teacher();
    Answer refused = world.register(teacher, course);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().get("type").asString()).endsWith("course-for-others");
    assertThat(refused.json().get("detail").asString()).contains("mentoren, schoolopleiders");
    assertThat(samen.as(teacher).get(CourseWorld.page(course)).body())
        .contains("deze cursus is voor mentoren, schoolopleiders")
        .doesNotContain(">Inschrijven</button>");
    Answer sent = samen.as(teacher).postForm(CourseWorld.page(course) + "/registration", Map.of());
    assertThat(samen.as(teacher).in("en").get(sent.header("Location")).body())
        .contains("This course is for mentors, school educators.");
    Person mentor = samen.person(Role.MENTOR).ofBoard(world.board());
    assertThat(world.registered(mentor, course)).isEqualTo("SEAT 1");
  }

  @Test
  void coursesAreFoundByPlaceAndByDay() {
    Map<String, Object> online = world.offer(5);
    online.put("title", "Op afstand");
    online.put("place", "");
    online.put("link", "https://meet.example/x");
    online.put("startsAt", "2035-07-10T22:30:00Z");
    world.publish(online);
    world.course(5);
    Person teacher = world.teacher();
    assertThat(found(teacher, "where=online")).containsExactly("Op afstand");
    assertThat(found(teacher, "where=place")).containsExactly("Beeldcoaching in de klas");
    // In the Netherlands it is the 11th by then.
    assertThat(found(teacher, "from=2035-07-11&until=2035-07-11")).containsExactly("Op afstand");
    assertThat(found(teacher, "from=2035-07-01&until=2035-07-10")).isEmpty();
    assertThat(samen.as(teacher).get("/professionalisation?where=online&from=2035-01-01").body())
        .contains("Op afstand", "value=\"2035-01-01\"")
        .doesNotContain("Beeldcoaching in de klas");
    Answer refused = samen.as(teacher).get(COURSES + "?from=morgen");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("field").asString()).isEqualTo("from");
    assertThat(samen.as(teacher).get("/professionalisation?until=morgen").body())
        .contains("id=\"until-error\"", "Dit is geen datum.", "value=\"morgen\"");
  }

  @Test
  void coursesOnThemesThatOneChoseBeforeComeFirst() {
    Map<String, Object> young = world.offer(5);
    young.put("title", "Het jonge kind");
    young.put("themes", List.of("young-child"));
    world.publish(young);
    Map<String, Object> more = world.offer(5);
    more.put("title", "Beeldcoaching voor gevorderden");
    world.publish(more);
    Map<String, Object> notForTeachers = world.offer(5);
    notForTeachers.put("title", "Beeldcoaching voor mentoren");
    notForTeachers.put("audience", List.of("mentor"));
    world.publish(notForTeachers);
    String chosen = world.course(5);
    Person teacher = world.teacher();
    assertThat(samen.as(teacher).get("/professionalisation").body()).doesNotContain("Voor u<");
    world.register(teacher, chosen);
    String page = samen.as(teacher).get("/professionalisation").body();
    String forYou = page.substring(page.indexOf(">Voor u<"), page.indexOf(">Aanbod<"));
    assertThat(forYou)
        .contains("Omdat u eerder koos voor een cursus over:", "Beeldcoaching voor gevorderden")
        .doesNotContain("Het jonge kind")
        .doesNotContain("Beeldcoaching voor mentoren")
        .doesNotContain("Beeldcoaching in de klas");
    assertThat(samen.as(teacher).get("/professionalisation?q=kind").body())
        .doesNotContain(">Voor u<");
  }

  @Test
  void aCourseThatWasStoredBeforeHasOneSession() {
    String course = world.course(5);
    collections
        .named("course")
        .update(
            world.id(course),
            null,
            Updates.combine(
                Updates.unset("state.offer.sessions"),
                Updates.unset("state.offer.trainers"),
                Updates.unset("state.offer.language"),
                Updates.unset("state.offer.audience")));
    var json = samen.as(world.teacher()).get(CourseWorld.path(course)).json();
    assertThat(json.get("sessions")).hasSize(1);
    assertThat(json.get("sessions").get(0).get("startsAt")).isEqualTo(json.get("startsAt"));
    assertThat(json.get("language").asString()).isEqualTo("nl");
    assertThat(world.registered(world.teacher(), course)).isEqualTo("SEAT 1");
  }

  private Heard told(String course) {
    samen.await(
        () ->
            assertThat(samen.heard("CoursePublished"))
                .anyMatch(each -> each.id().value().equals(course)));
    return samen.heard("CoursePublished").stream()
        .filter(each -> each.id().value().equals(course))
        .findFirst()
        .orElseThrow();
  }

  private List<String> found(Person person, String query) {
    return samen
        .as(person)
        .get(COURSES + "?" + query)
        .json()
        .get("items")
        .valueStream()
        .map(each -> each.get("title").asString())
        .toList();
  }
}
