package nl.samenopleiden.professionalisation.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import nl.samenopleiden.professionalisation.CourseWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SamenTest
class CircleTest {

  @Autowired private Samen samen;
  @Autowired private Collections collections;
  private CourseWorld world;

  @BeforeEach
  void aPaboWithAPartner() {
    world = new CourseWorld(samen);
  }

  @Test
  void aCourseIsForPeopleOfABoardAndOfASchoolOfAnother() {
    String other = world.anotherBoard();
    school(other, other + "AA", "De Linde");
    school(other, other + "BB", "De Eik");
    String course =
        publish(Map.of("boards", List.of(world.board()), "schools", List.of(other + "AA")));
    assertThat(world.registered(world.teacher(), course)).isEqualTo("SEAT 1");
    Person linde = world.teacherOf(other);
    assertThat(world.registered(linde, course)).isEqualTo("SEAT 2");
    Person eik = world.teacherOf(other).atSchool(other + "BB");
    Answer refused = world.register(eik, course);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().get("type").asString())
        .isEqualTo("urn:samen:problem:course-for-other-organisations");
    assertThat(refused.json().get("detail").asString())
        .isEqualTo("Dit is voor mensen van " + world.board() + ", De Linde.");
    assertThat(world.register(world.lecturer(), course).status()).isEqualTo(403);

    assertThat(samen.as(eik).get(CourseWorld.page(course)).body())
        .contains("deze cursus is voor mensen van " + world.board() + ", De Linde.")
        .contains("<dd>iedereen van " + world.board() + ", De Linde</dd>");
    assertThat(samen.as(eik).in("en").get(CourseWorld.page(course)).body())
        .contains("You cannot register for this: the course is for people of")
        .doesNotContain(">Register</button>");
    Answer sent = samen.as(eik).postForm(CourseWorld.page(course) + "/registration", Map.of());
    assertThat(samen.as(eik).get(sent.header("Location")).body())
        .contains("Niet voor uw bestuur of school");
    assertThat(samen.as(eik).get("/professionalisation").body())
        .contains("Voor iedereen van " + world.board() + ", 1 school");
    assertThat(samen.as(linde).get(CourseWorld.path(course)).json().get("circle").toString())
        .contains("\"" + world.board() + "\"", other + "AA");
  }

  @Test
  void whatIsOfAnotherPaboCannotBeChosen() {
    CourseWorld another = new CourseWorld(samen);
    school(another.board(), another.board() + "AA", "De Es");
    school(world.board(), world.board() + "AA", "De Es van ons");
    String theirs = another.course(3);
    refused("board-out-of-reach", Map.of("boards", List.of(another.board())));
    refused("school-out-of-reach", Map.of("schools", List.of(another.board() + "AA")));
    refused("school-out-of-reach", Map.of("schools", List.of("a/b")));
    refused("unknown-earlier-course", Map.of("prior", Map.of("course", theirs)));
    refused("unknown-earlier-course", Map.of("prior", Map.of("course", " / ")));
    refused("unknown-theme", Map.of("themes", List.of("knitting")));
    assertThat(look("circle.place", "de es").body())
        .contains("De Es van ons")
        .doesNotContain(another.board());
    assertThat(look("circle.earlier", "beeldcoaching").body())
        .contains("Uw pabo heeft geen cursus met deze naam.")
        .doesNotContain(theirs);
  }

  @Test
  void noSeatsAreKeptForABoardThatTheCourseIsNotFor() {
    Map<String, Object> offer = world.offer(5);
    offer.put("circle", Map.of("boards", List.of(world.anotherBoard())));
    offer.put(
        "allotment",
        Map.of(
            "shares",
            List.of(Map.of("board", world.board(), "seats", 2)),
            "sharesUntil",
            Instant.now().plus(Duration.ofDays(10)).toString()));
    Answer refused = samen.as(world.lecturer()).post("/api/professionalisation/courses", offer);
    assertThat(refused.json().get("type").asString()).endsWith(":share-outside-circle");
    assertThat(refused.json().get("field").asString()).isEqualTo("shares");
  }

  @Test
  void whoAnEditionIsNotForIsPointedToOneThatIs() {
    String other = world.anotherBoard();
    String first = publish(Map.of("boards", List.of(other)));
    String second =
        samen
            .as(world.lecturer())
            .post(
                CourseWorld.path(first) + "/editions",
                Map.of(
                    "startsAt",
                    "2035-07-10T17:30:00Z",
                    "circle",
                    Map.of("boards", List.of(world.board()))))
            .json()
            .get("id")
            .asString();
    String pointer = "U kunt zich wel inschrijven voor een andere editie:";
    assertThat(samen.as(world.teacher()).get(CourseWorld.page(first)).body())
        .contains(pointer, CourseWorld.page(second));
    assertThat(samen.as(world.teacherOf(other)).get(CourseWorld.page(first)).body())
        .doesNotContain(pointer);
    assertThat(
            samen
                .as(samen.person(Role.BOARD_COORDINATOR).ofBoard(world.board()))
                .get(CourseWorld.page(first))
                .body())
        .doesNotContain(pointer);
  }

  @Test
  void schoolsAreLookedForInTheFormWhichKeepsWhatWasTyped() {
    school(world.board(), world.board() + "AA", "De Linde");
    school(world.board(), world.board() + "BB", "De Lindeboom");
    Map<String, String> typed = typed();
    typed.put("circle.schools", world.board() + "AA");
    typed.put("circle.place", "lindeb");
    Answer looked = samen.as(world.lecturer()).postForm("/professionalisation/courses/new", typed);
    assertThat(looked.status()).isEqualTo(200);
    assertThat(looked.body())
        .contains(
            "value=\"Oplossingsgericht\"", "formaction=\"/professionalisation/courses/new#circle\"")
        .containsPattern("value=\"" + world.board() + "AA\" checked=\"checked\"")
        .contains("value=\"" + world.board() + "BB\"", "De Lindeboom")
        .doesNotContain("-error\"");
    assertThat(look("circle.place", "bestaat niet").body()).contains("Er is geen partnerbestuur");
    Answer sent = samen.as(world.lecturer()).postForm("/professionalisation/courses", typed);
    assertThat(sent.status()).as(sent.body()).isEqualTo(303);
    assertThat(samen.as(world.teacher()).get(sent.header("Location")).body())
        .contains("iedereen van De Linde<", ">Inschrijven</button>");
  }

  @Test
  void whoCannotBeChosenAnyMoreStaysOnTheFormAndIsRefusedThere() {
    String gone = world.board() + "ZZ";
    for (Map.Entry<String, String> each :
        Map.of("circle.boards", "99999", "circle.schools", gone).entrySet()) {
      Map<String, String> typed = typed();
      typed.put(each.getKey(), each.getValue());
      Answer sent = samen.as(world.lecturer()).postForm("/professionalisation/courses", typed);
      assertThat(sent.status()).isEqualTo(422);
      assertThat(sent.body())
          .contains("id=\"circle-error\"", "value=\"" + each.getValue() + "\" checked=\"checked\"");
    }
  }

  @Test
  void aCourseComesAfterAnEditionOfAnotherThatOneWasAt() {
    String first = world.course(5);
    Answer again =
        samen
            .as(world.lecturer())
            .post(
                CourseWorld.path(first) + "/editions", Map.of("startsAt", "2035-07-10T17:30:00Z"));
    String second = again.json().get("id").asString();
    assertThat(look("circle.earlier", "beeldcoaching").body())
        .contains("Beeldcoaching in de klas, Editie 2, dinsdag 10 juli 2035", second);
    String after = publish(Map.of("prior", Map.of("course", second)));
    String strict =
        publish(Map.of("prior", Map.of("course", second, "everyEdition", false, "proof", "SEAT")));
    Person teacher = world.teacher();
    world.register(teacher, first);
    Answer refused = world.register(teacher, after);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().get("type").asString()).endsWith(":course-after-another");
    assertThat(refused.json().get("detail").asString())
        .contains("voor wie ‘Beeldcoaching in de klas’ heeft gevolgd");
    assertThat(samen.as(teacher).get(CourseWorld.page(after)).body())
        .contains("iedereen van partnerbesturen en van de pabo, na het volgen van ‘Beeldcoaching")
        .contains("deze cursus is voor wie ‘Beeldcoaching in de klas’ heeft gevolgd.")
        .doesNotContain(">Inschrijven</button>");

    world.begun(collections, first, Duration.ofDays(1));
    assertThat(world.mark(teacher, first, true).status()).isEqualTo(200);
    assertThat(world.registered(teacher, after)).isEqualTo("SEAT 1");
    assertThat(world.register(world.teacher(), after).status()).isEqualTo(403);

    assertThat(world.register(teacher, strict).json().get("detail").asString())
        .contains("een plaats heeft of had in ‘Beeldcoaching in de klas’ (Editie 2)");
    world.register(teacher, second);
    assertThat(world.registered(teacher, strict)).isEqualTo("SEAT 1");
  }

  @Test
  void themesSuggestAndShutNobodyOut() {
    Map<String, Object> offer = world.offer(5);
    offer.put("title", "Het jonge kind");
    offer.put("themes", List.of("young-child"));
    offer.put("circle", Map.of("themes", List.of("video-coaching")));
    String course = world.publish(offer);
    Person teacher = world.teacher();
    world.register(teacher, world.course(5));
    assertThat(samen.as(teacher).get("/professionalisation").body())
        .contains("Voor u<")
        .containsPattern("(?s)Voor u<.*Het jonge kind.*Aanbod<");
    Person other = world.teacher();
    assertThat(samen.as(other).get(CourseWorld.page(course)).body())
        .contains("Ook voor wie eerder koos voor", ">Inschrijven</button>");
    assertThat(world.registered(other, course)).isEqualTo("SEAT 1");
  }

  private String publish(Map<String, Object> circle) {
    Map<String, Object> offer = world.offer(5);
    offer.put("circle", circle);
    return world.publish(offer);
  }

  private void refused(String type, Map<String, Object> circle) {
    Map<String, Object> offer = world.offer(5);
    offer.put("circle", circle);
    Answer answer = samen.as(world.lecturer()).post("/api/professionalisation/courses", offer);
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.json().get("type").asString()).isEqualTo("urn:samen:problem:" + type);
    assertThat(answer.json().get("field").asString()).isEqualTo("circle");
  }

  private Answer look(String field, String words) {
    Map<String, String> typed = typed();
    typed.put(field, words);
    return samen.as(world.lecturer()).postForm("/professionalisation/courses/new", typed);
  }

  private void school(String board, String code, String name) {
    samen.tell(
        "partnership",
        "school",
        new OwnedId(Owner.board(board), code),
        "SchoolRegistered",
        Map.of("code", code, "name", name));
    samen.await(
        () ->
            assertThat(collections.named("schools").find(Scope.of(Owner.board(board)), code))
                .isPresent());
  }

  private static Map<String, String> typed() {
    Map<String, String> typed = new HashMap<>();
    typed.put("id", UUID.randomUUID().toString());
    typed.put("title", "Oplossingsgericht");
    typed.put("summary", "Wat gaat er al goed?");
    typed.put("themes", "solution-focused-working");
    typed.put("place", "Aula");
    typed.put("startsAt", "2035-07-10T19:30");
    typed.put("minutes", "90");
    typed.put("seats", "20");
    return typed;
  }
}
