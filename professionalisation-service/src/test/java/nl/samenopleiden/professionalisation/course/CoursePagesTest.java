package nl.samenopleiden.professionalisation.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
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
class CoursePagesTest {

  @Autowired private Samen samen;

  @Test
  void nobodyCanChooseTheIdOfAnotherPabosCourse() {
    Map<String, String> typed = typed();
    CourseWorld another = new CourseWorld(samen);
    Answer ours = samen.as(world.lecturer()).postForm("/professionalisation/courses", typed);
    Answer again = samen.as(world.lecturer()).postForm("/professionalisation/courses", typed);
    Answer theirs = samen.as(another.lecturer()).postForm("/professionalisation/courses", typed);
    assertThat(again.header("Location")).isEqualTo(ours.header("Location"));
    assertThat(theirs.header("Location")).isNotEqualTo(ours.header("Location"));
  }

  private CourseWorld world;

  @BeforeEach
  void aPaboWithAPartner() {
    world = new CourseWorld(samen);
  }

  @Test
  void aLecturerPublishesACourseWithAForm() {
    Answer form = samen.as(world.lecturer()).get("/professionalisation/courses/new");
    assertThat(form.body()).contains("<title>Nieuwe cursus – Samen</title>", "name=\"id\"");
    Map<String, String> typed = typed();
    Answer sent = samen.as(world.lecturer()).postForm("/professionalisation/courses", typed);
    assertThat(sent.status()).isEqualTo(303);
    Answer page = samen.as(world.lecturer()).get(sent.header("Location"));
    assertThat(page.body())
        .contains("De cursus is gepubliceerd.", "dinsdag 10 juli 2035, 19.30 uur", "1 uur en 30")
        .contains("<h1>Oplossingsgericht &amp; samen</h1>");
  }

  @Test
  void sendingTheFormTwiceIsOneCourse() {
    Map<String, String> typed = typed();
    Answer first = samen.as(world.lecturer()).postForm("/professionalisation/courses", typed);
    Answer second = samen.as(world.lecturer()).postForm("/professionalisation/courses", typed);
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(
            samen
                .as(world.lecturer())
                .get("/api/professionalisation/courses")
                .json()
                .get("total")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void aRefusedFormKeepsWhatWasTypedAndSaysNextToTheFieldWhatIsWrong() {
    Map<String, String> typed = typed();
    typed.put("title", "");
    typed.put("seats", "veel");
    typed.put("startsAt", "2035-07-10T19:30");
    Answer unreadable = samen.as(world.lecturer()).postForm("/professionalisation/courses", typed);
    assertThat(unreadable.status()).isEqualTo(422);
    assertThat(unreadable.body())
        .contains("id=\"seats-error\"", "Dit is geen heel getal.", "value=\"veel\"")
        .contains("value=\"2035-07-10T19:30\"");
    typed.put("seats", "0");
    Answer wrong =
        samen.as(world.lecturer()).in("en").postForm("/professionalisation/courses", typed);
    assertThat(wrong.body())
        .contains("id=\"title-error\"", "Fill this in.", "aria-invalid=\"true\"")
        .contains("Choose a number from 1 to 5,000.", "value=\"0\"", "href=\"#seats\"")
        .contains("aria-describedby=\"seats-error\"");
  }

  @Test
  void theFormTakesHowManySessionsACertificateAsksFor() {
    Map<String, String> typed = typed();
    typed.put("moreSessions", "2035-07-17T19:30");
    typed.put("sessionsNeeded", "3");
    Answer wrong = samen.as(world.lecturer()).postForm("/professionalisation/courses", typed);
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("id=\"sessionsNeeded-error\"", "href=\"#sessionsNeeded\"", "value=\"3\"");
    typed.put("sessionsNeeded", "1");
    Answer sent = samen.as(world.lecturer()).postForm("/professionalisation/courses", typed);
    assertThat(samen.as(world.teacher()).get(sent.header("Location")).body())
        .contains("Voor wie bij minstens 1 van de 2 bijeenkomsten was");
    assertThat(samen.as(world.teacher()).in("en").get(sent.header("Location")).body())
        .contains("For whoever came to at least 1 of the 2 sessions");
  }

  @Test
  void theApiNamesEveryFieldThatIsWrong() {
    Map<String, Object> offer = world.offer(0);
    offer.remove("title");
    Answer refused = samen.as(world.lecturer()).post("/api/professionalisation/courses", offer);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("field").asString()).isEqualTo("title");
    assertThat(refused.json().get("errors").toString())
        .contains("\"title\"", "\"seats\"", "urn:samen:problem:field-out-of-range");
  }

  @Test
  void aTeacherFindsACourseByWordsAndTheme() {
    Map<String, Object> other = world.offer(5);
    other.put("title", "Het jónge kind");
    other.put("themes", List.of("young-child"));
    world.publish(other);
    world.course(20);
    Person teacher = world.teacher();
    assertThat(found(teacher, "/professionalisation"))
        .contains("Het jónge kind", "Beeldcoaching in de klas", "Nog 20 plaatsen vrij van 20");
    assertThat(found(teacher, "/professionalisation?q=JONGE"))
        .contains("Het jónge kind")
        .doesNotContain("Beeldcoaching in de klas");
    assertThat(found(teacher, "/professionalisation?theme=video-coaching"))
        .contains("Beeldcoaching in de klas")
        .doesNotContain("Het jónge kind");
    assertThat(found(teacher, "/professionalisation?theme=nonsense"))
        .contains("Het jónge kind", "Beeldcoaching in de klas");
    assertThat(found(teacher, "/professionalisation?q=niets+hiervan"))
        .contains("Er zijn geen cursussen die hierbij passen");
  }

  @Test
  void theCourseSaysThatItIsFreeOfChargeAndWhy() {
    samen.tell(
        "partnership",
        "pabo",
        new OwnedId(Owner.OPERATOR, world.pabo()),
        "PaboRegistered",
        Map.of("code", world.pabo(), "name", "Pabo aan de Maas"));
    String course = world.course(3);
    samen.await(
        () ->
            assertThat(samen.as(world.teacher()).get(CourseWorld.page(course)).body())
                .contains("Gratis: uw bestuur werkt samen met Pabo aan de Maas."));
    assertThat(samen.as(world.teacher()).in("en").get(CourseWorld.page(course)).body())
        .contains("Free of charge: your board works together with Pabo aan de Maas.");
    Answer api = samen.as(world.teacher()).get(CourseWorld.path(course));
    assertThat(api.json().get("freeOfCharge").asBoolean()).isTrue();
    assertThat(api.json().get("reason").asString()).startsWith("Gratis");
  }

  @Test
  void oneButtonGivesASeatAndTheNextPersonANumberedPlaceAtOnce() {
    String course = world.course(1);
    Person first = world.teacher();
    Person second = world.teacher();
    assertThat(samen.as(first).get(CourseWorld.page(course)).body())
        .containsOnlyOnce("/registration\">")
        .contains(">Inschrijven</button>");
    assertThat(press(first, course)).contains("U heeft een plaats").doesNotContain("Inschrijven<");
    assertThat(press(first, course)).contains("U heeft een plaats");
    assertThat(samen.as(second).get(CourseWorld.page(course)).body())
        .contains(">Op de wachtlijst</button>");
    assertThat(press(second, course)).contains("U staat op plaats 1 van de wachtlijst");
    assertThat(found(second, "/professionalisation"))
        .contains("Mijn inschrijvingen", "U staat op plaats 1 van de wachtlijst");
  }

  @Test
  void cancellingAsksFirstAndWorksOnceHoweverOftenItIsSent() {
    String course = world.course(1);
    Person teacher = world.teacher();
    press(teacher, course);
    String ask = CourseWorld.page(course) + "/registration/cancellation";
    assertThat(samen.as(teacher).get(ask).body()).contains("Afmelden voor ‘Beeldcoaching");
    Answer cancelled = samen.as(teacher).postForm(ask, Map.of());
    assertThat(cancelled.status()).isEqualTo(303);
    assertThat(samen.as(teacher).get(cancelled.header("Location")).body())
        .contains("U bent afgemeld.", ">Inschrijven</button>");
    Answer again = samen.as(teacher).postForm(ask, Map.of());
    assertThat(again.header("Location")).isEqualTo(cancelled.header("Location"));
  }

  @Test
  void beforeItOpensThePageSaysWhenAndHasNoButton() {
    Map<String, Object> offer = world.offer(1);
    offer.put("startsAt", "2035-07-10T17:30:00Z");
    offer.put("registrationOpensAt", "2035-07-01T17:30:00Z");
    String course = world.publish(offer);
    Person teacher = world.teacher();
    assertThat(samen.as(teacher).get(CourseWorld.page(course)).body())
        .contains("Inschrijven kan vanaf zondag 1 juli 2035, 19.30 uur")
        .doesNotContain("<button class=\"button\">");
    assertThat(press(teacher, course)).contains("Inschrijven kan nog niet");
  }

  @Test
  void theLecturerSeesWhoComesAndFromWhere() {
    String course = world.course(2);
    Person here = world.teacher();
    Person there = world.teacherOf(world.anotherBoard());
    Person waiting = world.teacher();
    List.of(here, there, waiting).forEach(each -> world.register(each, course));
    Answer page = samen.as(world.lecturer()).get(CourseWorld.page(course) + "/participants");
    assertThat(page.body())
        .contains(here.name(), there.name(), waiting.name())
        .contains("Wie komt er naar ‘Beeldcoaching in de klas’")
        .contains(world.board(), "Wachtlijst 1", "2 van 2", "<meter")
        .doesNotContain(here.email());
    assertThat(samen.as(here).get(CourseWorld.page(course) + "/participants").status())
        .isEqualTo(403);
  }

  @Test
  void fewerSeatsIsRefusedNextToTheField() {
    String course = world.course(5);
    Answer refused =
        samen
            .as(world.lecturer())
            .postForm(CourseWorld.page(course) + "/seats", Map.of("seats", "4"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("id=\"seats-error\"", "Er zijn al 5 plaatsen aangeboden", "value=\"4\"");
    Answer accepted =
        samen
            .as(world.lecturer())
            .postForm(CourseWorld.page(course) + "/seats", Map.of("seats", "6"));
    assertThat(accepted.status()).isEqualTo(303);
  }

  @Test
  void cancellingACourseAsksFirst() {
    String course = world.course(5);
    Person teacher = world.teacher();
    press(teacher, course);
    String ask = CourseWorld.page(course) + "/cancellation";
    assertThat(samen.as(world.lecturer()).get(ask).body())
        .contains("afgelasten?", "1 ingeschreven persoon krijgt hierover een mail");
    Answer done = samen.as(world.lecturer()).postForm(ask, Map.of());
    assertThat(samen.as(world.lecturer()).get(done.header("Location")).body())
        .contains("De cursus is afgelast");
    samen.await(
        () ->
            assertThat(samen.as(teacher).get(CourseWorld.page(course)).body())
                .contains("Deze cursus gaat niet door."));
    assertThat(found(teacher, "/professionalisation")).doesNotContain("Beeldcoaching in de klas");
  }

  @Test
  void theTileShowsTheNextThingForWhoeverLooks() {
    String course = world.course(1);
    Person teacher = world.teacher();
    press(teacher, course);
    press(world.teacher(), course);
    assertThat(samen.as(teacher).get("/professionalisation/fragments/home").body())
        .startsWith("<section class=\"tile\">")
        .contains("Uw volgende cursus", "Beeldcoaching in de klas", "U heeft een plaats");
    assertThat(samen.as(world.lecturer()).get("/professionalisation/fragments/home").body())
        .contains("cursus gepland", "persoon wacht op een plaats");
    Person operator = samen.person(Role.OPERATOR);
    assertThat(samen.as(operator).get("/professionalisation/fragments/home").status())
        .isEqualTo(200);
  }

  @Test
  void thePageToRegisterOnIsSmall() {
    String course = world.course(1);
    Person teacher = world.teacher();
    int page =
        samen
            .as(teacher)
            .get(CourseWorld.page(course))
            .body()
            .getBytes(StandardCharsets.UTF_8)
            .length;
    int style = samen.as(teacher).get("/professionalisation/assets/samen.css").body().length();
    int script =
        samen.as(teacher).get("/professionalisation/assets/2.0.8/dist/htmx.min.js").body().length();
    assertThat(script).isPositive();
    // Not even compressed.
    assertThat(page + style + script).isLessThan(100_000);
  }

  private String press(Person person, String course) {
    Answer answer = samen.as(person).postForm(CourseWorld.page(course) + "/registration", Map.of());
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    return samen.as(person).get(answer.header("Location")).body();
  }

  private String found(Person person, String path) {
    Answer answer = samen.as(person).get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static Map<String, String> typed() {
    Map<String, String> typed = new HashMap<>();
    typed.put("id", UUID.randomUUID().toString());
    typed.put("title", "Oplossingsgericht & samen");
    typed.put("summary", "Wat gaat er al goed?");
    typed.put("themes", "solution-focused-working");
    typed.put("place", "Aula");
    typed.put("startsAt", "2035-07-10T19:30");
    typed.put("minutes", "90");
    typed.put("seats", "20");
    typed.put("registrationOpensAt", "");
    return typed;
  }
}
