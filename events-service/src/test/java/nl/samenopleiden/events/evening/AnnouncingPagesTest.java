package nl.samenopleiden.events.evening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.samenopleiden.events.EventsWorld;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import nl.samenopleiden.platform.web.Moments;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SamenTest
class AnnouncingPagesTest {

  private static final Pattern KEY = Pattern.compile("\\?\\?[\\w.-]+\\?\\?");

  @Autowired Samen samen;

  private EventsWorld world;

  @BeforeEach
  void aWorld() {
    world = new EventsWorld(samen);
    samen.tell(
        "partnership",
        "school",
        new OwnedId(Owner.board(world.board), "00AA00"),
        "SchoolRegistered",
        Map.of("code", "00AA00", "name", "De Brug"));
    samen.tell(
        "partnership",
        "board",
        new OwnedId(Owner.OPERATOR, world.board),
        "BoardOnboarded",
        Map.of("number", world.board, "name", "Stichting Noord & Zuid"));
  }

  @Test
  void anEveningIsFilledInCheckedAnnouncedAndAnswered() {
    List<Person> teachers = world.teachers(4);
    world.reaches(EventsWorld.teachersOnly(), 4);
    samen.await(
        () ->
            assertThat(page(world.organiser().get("/events/evenings/new")))
                .contains("Avond aankondigen")
                .contains("Stichting Noord &amp; Zuid")
                .contains("De Brug")
                .contains("Iedereen met wie wij samenwerken")
                .contains("Dit bereikt nog niemand."));
    Map<String, String> form = form();
    assertThat(page(world.organiser().postForm("/events/evenings/reach", form)))
        .contains("Dit bereikt 4 mensen.")
        .doesNotContain("<html");
    Answer preview = world.organiser().postForm("/events/evenings/preview", form);
    assertThat(preview.status()).isEqualTo(200);
    assertThat(page(preview))
        .contains("Dit bereikt 4 mensen.")
        .contains("Aankondigen en 4 mensen uitnodigen")
        .contains("value=\"Avond over &lt;kinderen&gt;\"");
    Answer back = world.organiser().postForm("/events/evenings/new", form);
    assertThat(page(back)).contains("value=\"Avond over &lt;kinderen&gt;\"").contains("checked");

    Answer announced = world.organiser().postForm("/events/evenings", form);
    assertThat(announced.status()).isEqualTo(302);
    String id = String.valueOf(form.get("id"));
    assertThat(announced.header("Location")).endsWith("/events/evenings/" + id + "?done=announced");
    // Pressing twice is announcing once.
    assertThat(world.organiser().postForm("/events/evenings", form).status()).isEqualTo(302);
    assertThat(world.organiser().get("/api/events/evenings").json().get("total").asInt())
        .isEqualTo(1);
    world.told(id, 4);

    Person teacher = teachers.getFirst();
    Answer answered =
        samen.as(teacher).postForm("/events/evenings/" + id + "/answer", Map.of("answer", "YES"));
    assertThat(answered.header("Location")).endsWith("/events/evenings/" + id + "?done=yes");
    assertThat(page(samen.as(teacher).get("/events/evenings/" + id + "?done=yes")))
        .contains("Fijn dat u komt")
        .contains("U komt.");
    assertThat(page(world.organiser().get("/events/evenings/" + id + "?done=announced")))
        .contains("De avond is aangekondigd")
        .contains("4 van 4 mensen uitgenodigd")
        .contains("<meter")
        .contains(teacher.name())
        .doesNotContain(teachers.get(1).name());
    assertThat(page(world.organiser().get("/events/evenings/" + id + "?answer=ALL")))
        .contains(teachers.get(1).name());
    assertThat(page(world.organiser().get("/events/evenings/" + id + "/progress")))
        .doesNotContain("<html")
        .doesNotContain("hx-get");

    assertThat(page(world.organiser().get("/events/evenings/" + id + "/cancellation")))
        .contains("Alle 4 genodigden krijgen een mail");
    assertThat(
            world
                .organiser()
                .postForm("/events/evenings/" + id + "/cancellation", Map.of())
                .status())
        .isEqualTo(302);
    assertThat(page(samen.as(teacher).get("/events/evenings/" + id)))
        .contains("Deze avond gaat niet door.")
        .doesNotContain("Ja, ik kom");
    samen.await(
        () ->
            assertThat(samen.mailsTo(teacher.email()))
                .anySatisfy(mail -> assertThat(mail.subject()).startsWith("Gaat niet door")));
    samen.await(
        () ->
            assertThat(page(samen.as(teacher).get("/events/invitations")))
                .contains("Deze avond gaat niet door."));
  }

  @Test
  void whatIsWrongIsToldNextToItsFieldAndWhatWasTypedStays() {
    Map<String, String> form = form();
    form.put("title", "");
    form.put("capacity", "veel");
    form.put("startsAt", "2020-01-01T19:30");
    form.remove("roles");
    Answer refused = world.organiser().postForm("/events/evenings/preview", form);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(page(refused))
        .contains("4 velden zijn nog niet goed ingevuld")
        .contains("id=\"title-error\"")
        .contains("aria-describedby=\"title-error\"")
        .contains("aria-invalid=\"true\"")
        .contains("Dit moet een getal zijn van 1 tot en met 2.000.")
        .contains("U hebt niet gekozen wie wordt uitgenodigd.")
        .contains("value=\"veel\"")
        .contains("value=\"2020-01-01T19:30\"")
        .contains("Over observeren.");
    assertThat(page(world.organiser().in("en").postForm("/events/evenings", form)))
        .contains("4 fields are not filled in right yet")
        .contains("You have not chosen who is invited.");
    assertThat(world.organiser().postForm("/events/evenings", Map.of()).status()).isEqualTo(422);
  }

  @Test
  void everyPageSpeaksBothLanguages() {
    Person teacher = world.teachers(1).getFirst();
    String id = world.invite(1, 1);
    for (String path :
        List.of(
            "/events",
            "/events/evenings/new",
            "/events/evenings/" + id,
            "/events/evenings/" + id + "/cancellation",
            "/events/invitations",
            "/events/fragments/home")) {
      assertThat(page(world.organiser().get(path))).as(path).doesNotContain("Evenings of your");
      assertThat(page(world.organiser().in("en").get(path)))
          .as(path)
          .doesNotContain("Avond a")
          .doesNotContain("uitgenodigd")
          .doesNotContain("Dit bereikt");
    }
    String english = page(samen.as(teacher).in("en").get("/events/evenings/" + id));
    assertThat(english)
        .contains("Yes, I will come", "No, I will not come", "120 minutes")
        .contains("<title>Kijken naar kinderen – Samen</title>");
    assertThat(page(world.organiser().in("en").get("/events/evenings/new")))
        .contains("<title>Announce an evening – Samen</title>");
    assertThat(page(samen.as(teacher).get("/events/evenings/" + id)))
        .contains("Ja, ik kom", " uur");
    assertThat(page(samen.as(teacher).get("/events/fragments/home")))
        .contains("uitnodiging wacht op uw antwoord")
        .contains("<section class=\"tile\"")
        .doesNotContain("<html");
    assertThat(page(world.organiser().in("en").get("/events/fragments/home")))
        .contains("0 / 1")
        .contains("will come to");
    assertThat(page(samen.as(samen.person(Role.OPERATOR)).get("/events/fragments/home")))
        .contains("Er staat geen avond voor u op de agenda.");
  }

  @Test
  void aFullEveningSaysSoAndKeepsTheAnswerAsItWas() {
    List<Person> teachers = world.teachers(2);
    String id = world.invite(1, 2);
    world.answer(teachers.getFirst(), id, "YES");
    Answer refused =
        samen
            .as(teachers.get(1))
            .in("en")
            .postForm("/events/evenings/" + id + "/answer", Map.of("answer", "YES"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(page(refused))
        .contains("All seats are taken")
        .contains("as soon as somebody withdraws")
        .contains("You have not answered yet.");
  }

  @Test
  void whoDoesNotOrganiseDoesNotAnnounce() {
    Person teacher = world.teacher();
    assertThat(samen.as(teacher).get("/events/evenings/new").status()).isEqualTo(403);
    assertThat(samen.as(teacher).post("/api/events/evenings", Map.of()).status()).isEqualTo(403);
    Person odd = samen.person(Role.LECTURER).ofBoard(world.board);
    assertThat(
            samen
                .as(odd)
                .post(
                    "/api/events/evenings",
                    EventsWorld.evening(5, Map.of("roles", List.of("teacher"))))
                .status())
        .isEqualTo(403);
    assertThat(page(samen.as(teacher).get("/events"))).doesNotContain("Avond aankondigen");
  }

  @Test
  void theApiSaysWhichFieldIsWrong() {
    Map<String, Object> evening = EventsWorld.evening(5, EventsWorld.teachersOnly());
    evening.put("capacity", 2_001);
    assertThat(refusal(evening)).isEqualTo("capacity number-out-of-bounds");
    evening.put("capacity", 5);
    evening.put("audience", Map.of());
    assertThat(refusal(evening)).isEqualTo("audience audience-empty");
    evening.put("audience", Map.of("roles", List.of("lecturer")));
    assertThat(refusal(evening)).isEqualTo("audience.roles role-unknown");
    evening.put("audience", Map.of("schools", List.of("99ZZ99")));
    assertThat(refusal(evening)).isEqualTo("audience.schools school-out-of-reach");
    evening.put("audience", Map.of("roles", List.of("mentor")));
    assertThat(refusal(evening)).isEqualTo("audience audience-reaches-nobody");
    evening.put(
        "audience",
        java.util.Collections.singletonMap("roles", java.util.Arrays.asList("mentor", null)));
    assertThat(refusal(evening)).isEqualTo("audience audience-reaches-nobody");
    assertThat(world.organiser().get("/api/events/openapi.json").body())
        .contains("/api/events/evenings/{evening}/answer")
        .contains("capacity");
  }

  private String refusal(Map<String, Object> evening) {
    var problem = world.organiser().post("/api/events/evenings", evening).json();
    return problem.get("field").asString()
        + " "
        + problem.get("type").asString().substring("urn:samen:problem:".length());
  }

  private Map<String, String> form() {
    Map<String, String> form = new HashMap<>();
    form.put("id", UUID.randomUUID().toString());
    form.put("title", "Avond over <kinderen>");
    form.put("summary", "Over observeren.");
    form.put("themes", "young-child");
    form.put("place", "https://meet.example/avond");
    form.put("startsAt", Moments.forField(Instant.now().plus(Duration.ofDays(40))));
    form.put("minutes", "120");
    form.put("capacity", "150");
    form.put("roles", "teacher");
    return form;
  }

  /** The page, in which every word has been found. */
  private static String page(Answer answer) {
    Matcher missing = KEY.matcher(answer.body());
    assertThat(missing.find() ? missing.group() : "").isEmpty();
    assertThat(answer.body()).doesNotContain("<script>").doesNotContain("style=\"");
    return answer.body();
  }
}
