package nl.samenopleiden.professionalisation.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Heard;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import nl.samenopleiden.professionalisation.CourseWorld;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SamenTest
class MarkingTest {

  @Autowired private Samen samen;
  @Autowired private Collections collections;
  private CourseWorld world;

  @BeforeEach
  void aPaboWithAPartner() {
    world = new CourseWorld(samen);
  }

  @Test
  void theLecturerMarksThosePresentWhoHoldASeatAndCanCorrectIt() {
    String course = world.course(1);
    Person seated = world.teacher().named("Zoë de Wit");
    Person waiting = world.teacher().named("Bo Zwart");
    world.register(seated, course);
    world.register(waiting, course);
    world.begun(collections, course, Duration.ofMinutes(5));

    Answer page = samen.as(world.lecturer()).get(page(course));
    assertThat(page.body())
        .contains("Zoë de Wit", "Nog niet gemeld", "Aanwezig: Zoë de Wit")
        .doesNotContain("Bo Zwart")
        .doesNotContain(seated.email());
    assertThat(press(course, seatOf(seated, course), true))
        .contains("De aanwezigheid is opgeslagen.", "Toch afwezig: Zoë de Wit");
    assertThat(stateOf(seated, course)).isEqualTo("PRESENT");
    press(course, seatOf(seated, course), false);
    assertThat(stateOf(seated, course)).isEqualTo("ABSENT");

    samen.await(
        () ->
            assertThat(heard(course).stream().map(Heard::type))
                .containsExactly("AttendanceConfirmed", "AttendanceWithdrawn"));
    Heard fact = heard(course).getFirst();
    assertThat(fact.owner().toString()).isEqualTo("board:" + world.board());
    assertThat(fact.json().get("minutes").asInt()).isEqualTo(90);
    assertThat(fact.json().get("school").asString()).isEqualTo(seated.school());
    assertThat(fact.json().toString()).doesNotContain(seated.name()).doesNotContain("@");
  }

  @Test
  void everybodyWithASeatIsPresentInOneActionHoweverOftenItIsPressed() {
    String course = world.course(3);
    List<Person> people = world.teachers(4);
    people.forEach(each -> world.register(each, course));
    world.begun(collections, course, Duration.ofMinutes(5));
    for (int i = 0; i < 2; i++) {
      Answer sent = samen.as(world.lecturer()).postForm(page(course) + "/everybody", Map.of());
      assertThat(sent.status()).isEqualTo(303);
      assertThat(samen.as(world.lecturer()).get(sent.header("Location")).body())
          .contains("Iedereen met een plaats staat op aanwezig.", "id=\"present\">3</span>");
    }
    assertThat(
            samen
                .as(world.lecturer())
                .post(api(course) + "/everybody", Map.of())
                .json()
                .get("present")
                .asInt())
        .isEqualTo(3);
    samen.await(() -> assertThat(heard(course)).hasSize(3));
  }

  @Test
  void theListIsPagedAndSearchedByNameWithoutAccentsOrCapitals() {
    String course = world.course(5);
    for (String name : List.of("José Groen", "Anne Groen", "Piet Blauw")) {
      world.register(world.teacher().named(name), course);
    }
    world.begun(collections, course, Duration.ofMinutes(5));
    assertThat(names(course, "?q=jose")).containsExactly("José Groen");
    assertThat(names(course, "?q=GROEN+anne")).containsExactly("Anne Groen");
    assertThat(names(course, "?page=1&size=2")).containsExactly("Piet Blauw");
    assertThat(samen.as(world.lecturer()).in("en").get(page(course) + "?q=rood").body())
        .contains("Nobody with a seat has this name.");
  }

  @Test
  void beforeTheCourseBeginsNothingCanBeSaidAndThePageSaysFromWhenOn() {
    String course = world.course(1);
    Person teacher = world.teacher();
    world.register(teacher, course);
    assertThat(samen.as(world.lecturer()).get(page(course)).body())
        .contains("De cursus is nog niet begonnen", teacher.name())
        .doesNotContain("Iedereen aanwezig");
    Answer refused =
        samen
            .as(world.lecturer())
            .put(api(course) + "/" + seatOf(teacher, course), Map.of("present", true));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().get("type").asString())
        .isEqualTo("urn:samen:problem:course-not-begun");
    assertThat(samen.as(world.lecturer()).post(api(course) + "/everybody", Map.of()).status())
        .isEqualTo(409);
  }

  @Test
  void onlyTheCoursesOwnPaboSeesAndMarks() {
    String course = world.course(1);
    Person teacher = world.teacher();
    world.register(teacher, course);
    world.begun(collections, course, Duration.ofMinutes(5));
    String seat = seatOf(teacher, course);
    Person elsewhere = samen.person(Role.LECTURER).ofPabo(samen.freshPabo());
    Map<String, Boolean> present = Map.of("present", true);
    assertThat(samen.as(elsewhere).get(api(course)).status()).isEqualTo(404);
    assertThat(samen.as(elsewhere).put(api(course) + "/" + seat, present).status()).isEqualTo(404);
    assertThat(samen.as(teacher).get(api(course)).status()).isEqualTo(403);
    assertThat(samen.as(teacher).put(api(course) + "/" + seat, present).status()).isEqualTo(403);

    // The seat of another course of the same pabo is no seat of this one.
    String other = world.course(1);
    world.begun(collections, other, Duration.ofMinutes(5));
    assertThat(samen.as(world.lecturer()).put(api(other) + "/" + seat, present).status())
        .isEqualTo(404);
    Answer unsaid = samen.as(world.lecturer()).put(api(course) + "/" + seat, Map.of());
    assertThat(unsaid.status()).isEqualTo(422);
    assertThat(unsaid.json().get("field").asString()).isEqualTo("present");
  }

  @Test
  void eachSessionHasItsOwnListAndTheNearestIsShownFirst() {
    String course = world.courseOf(3, 2);
    Person teacher = world.teacher().named("Zoë de Wit");
    world.register(teacher, course);
    world.begun(collections, course, Duration.ofDays(7).plusMinutes(5));
    String nearest = CourseWorld.page(course) + "/attendance";
    String second = CourseWorld.page(course) + "/sessions/2/attendance";
    assertThat(samen.as(world.lecturer()).get(nearest).header("Location")).endsWith(second);

    assertThat(world.mark(teacher, course, 2, true).json().get("attended").asInt()).isEqualTo(1);
    assertThat(stateOf(teacher, course, 1)).isEqualTo("UNKNOWN");
    assertThat(stateOf(teacher, course, 2)).isEqualTo("PRESENT");
    assertThat(samen.as(world.lecturer()).get(second).body())
        .contains("Bijeenkomst 2", "1 van 3", "id=\"present\">1</span>")
        .contains(CourseWorld.page(course) + "/sessions/1/attendance\"")
        .contains("bij minstens 3 van de 3 bijeenkomsten");
    assertThat(samen.as(world.lecturer()).in("en").get(page(course)).body())
        .contains("Session 1", "1 of 3", "id=\"present\">0</span>");
    samen.await(() -> assertThat(heard(course)).hasSize(1));
    assertThat(heard(course).getFirst().json().get("session").asInt()).isEqualTo(2);

    Answer early = world.mark(teacher, course, 3, true);
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.json().get("type").asString())
        .isEqualTo("urn:samen:problem:session-not-begun");
    for (String none : new String[] {"0", "4", "nonsense"}) {
      String path = "/sessions/" + none + "/attendance";
      assertThat(samen.as(world.lecturer()).get(CourseWorld.page(course) + path).status())
          .isEqualTo(404);
      assertThat(samen.as(world.lecturer()).get(CourseWorld.path(course) + path).status())
          .isEqualTo(404);
    }
  }

  @Test
  void whatWasKeptForTheWholeCourseStillMeansAllItsSessions() {
    String course = world.courseOf(2, 2);
    Person present = world.teacher();
    Person absent = world.teacher();
    world.register(present, course);
    world.register(absent, course);
    world.begun(collections, course, Duration.ofDays(8));
    BsonDocument there =
        new BsonDocument("is", new BsonString("present"))
            .append("who", who(present, course))
            .append("at", new BsonDateTime(Instant.now().toEpochMilli()))
            .append("way", new BsonString("CODE"));
    BsonDocument away =
        new BsonDocument("is", new BsonString("absent")).append("who", who(absent, course));
    keep(present, course, there);
    keep(absent, course, away);

    for (int session : new int[] {1, 2}) {
      assertThat(stateOf(present, course, session)).isEqualTo("PRESENT");
      assertThat(stateOf(absent, course, session)).isEqualTo("ABSENT");
      assertThat(
              samen
                  .as(world.lecturer())
                  .get(CourseWorld.page(course) + "/sessions/" + session + "/attendance")
                  .body())
          .contains("Aanwezig, met de code", "id=\"present\">1</span>", "2 van 2", "0 van 2");
    }
    assertThat(world.mark(present, course, 2, false).status()).isEqualTo(200);
    assertThat(stateOf(present, course, 1)).isEqualTo("PRESENT");
    assertThat(stateOf(present, course, 2)).isEqualTo("ABSENT");
  }

  private void keep(Person person, String course, BsonDocument state) {
    assertThat(
            collections
                .named("attendance")
                .insert(
                    new OwnedId(Owner.board(world.board()), world.seatOf(person, course)),
                    new BsonDocument("version", new BsonInt64(1))
                        .append("sequence", new BsonInt64(1))
                        .append("state", state)))
        .isTrue();
  }

  private BsonDocument who(Person person, String course) {
    return new BsonDocument("course", new BsonString(world.id(course).toString()))
        .append("person", new BsonString(person.sub()))
        .append("name", new BsonString(person.name()));
  }

  private String press(String course, String seat, boolean present) {
    Answer sent =
        samen
            .as(world.lecturer())
            .postForm(page(course) + "/" + seat, Map.of("present", String.valueOf(present)));
    assertThat(sent.status()).as(sent.body()).isEqualTo(303);
    return samen.as(world.lecturer()).get(sent.header("Location")).body();
  }

  private String seatOf(Person person, String course) {
    return world.seatOf(person, course);
  }

  private String stateOf(Person person, String course) {
    return stateOf(person, course, 1);
  }

  private String stateOf(Person person, String course, int session) {
    return samen
        .as(world.lecturer())
        .get(CourseWorld.list(course, session))
        .json()
        .get("items")
        .valueStream()
        .filter(each -> each.get("name").asString().equals(person.name()))
        .findFirst()
        .orElseThrow()
        .get("state")
        .asString();
  }

  private List<String> names(String course, String query) {
    return samen
        .as(world.lecturer())
        .get(api(course) + query)
        .json()
        .get("items")
        .valueStream()
        .map(each -> each.get("name").asString())
        .toList();
  }

  private List<Heard> heard(String course) {
    return samen.heard().stream()
        .filter(each -> each.source().equals("/professionalisation/attendance"))
        .filter(each -> each.json().get("course").asString().equals(course))
        .toList();
  }

  private static String page(String course) {
    return CourseWorld.page(course) + "/sessions/1/attendance";
  }

  private static String api(String course) {
    return CourseWorld.list(course, 1);
  }
}
