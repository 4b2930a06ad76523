package nl.samenopleiden.professionalisation.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.samenopleiden.platform.store.Collections;
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
class OfflineListTest {

  private static final Duration SO_FAR = Duration.ofMinutes(50);

  @Autowired private Samen samen;
  @Autowired private Collections collections;
  private CourseWorld world;
  private Person teacher;
  private String course;
  private String seat;

  @BeforeEach
  void aCourseThatHasBegun() {
    world = new CourseWorld(samen);
    course = world.course(2);
    teacher = world.teacher().named("Zoë de Wit");
    world.register(teacher, course);
    world.begun(collections, course, SO_FAR);
    seat = world.seatOf(teacher, course);
  }

  @Test
  void whatWasTickedWithoutNetworkIsTakenWithItsOwnTimeHoweverOftenItIsSent() {
    Instant said = ago(40);
    for (int i = 0; i < 2; i++) {
      Answer taken = send(world.lecturer(), tick(true, said));
      assertThat(taken.status()).as(taken.body()).isEqualTo(200);
      assertThat(taken.json().get("present").asInt()).isEqualTo(1);
      assertThat(taken.json().get("lines").get(0).get("seat").asString()).isEqualTo(seat);
      assertThat(taken.json().get("lines").get(0).get("state").asString()).isEqualTo("present");
    }
    assertThat(since()).isEqualTo(said);
    samen.await(
        () ->
            assertThat(samen.heard("AttendanceConfirmed"))
                .filteredOn(each -> each.json().get("course").asString().equals(course))
                .hasSize(1));
  }

  @Test
  void ofTwoTicksTheLaterStandsWhicheverIsSentFirst() {
    send(world.lecturer(), tick(false, ago(10)));
    Answer late = send(world.lecturer(), tick(true, ago(30)));
    assertThat(late.json().get("lines").get(0).get("state").asString()).isEqualTo("absent");
    Answer later = send(world.lecturer(), tick(true, ago(5)));
    assertThat(later.json().get("lines").get(0).get("state").asString()).isEqualTo("present");
    // What is said on the list itself is said now.
    world.mark(teacher, course, false);
    assertThat(send(world.lecturer(), tick(true, ago(1))).json().get("present").asInt()).isZero();
  }

  @Test
  void aClockThatIsWrongSaysNothingBeforeTheSessionOrAfterNow() {
    send(world.lecturer(), tick(true, Instant.now().minus(Duration.ofDays(2))));
    assertThat(since()).isBetween(ago(51), ago(49));
    send(world.lecturer(), tick(false, Instant.now().plus(Duration.ofDays(2))));
    world.mark(teacher, course, true);
    assertThat(samen.as(world.lecturer()).get(CourseWorld.list(course, 1)).body())
        .contains("PRESENT");
  }

  @Test
  void aPhoneWhoseClockIsBehindCanTakeBackWhatItSaid() {
    // By its clock the session has not begun yet.
    Instant phone = ago(60);
    Answer wrong = by(phone, tick(true, phone.minusSeconds(20)));
    assertThat(wrong.json().get("lines").get(0).get("state").asString()).isEqualTo("present");
    Answer right = by(phone, tick(false, phone.minusSeconds(10)));
    assertThat(right.json().get("lines").get(0).get("state").asString()).isEqualTo("absent");
    // What it says now is later than what another just said, whatever its clock has.
    world.mark(teacher, course, true);
    Answer last = by(phone, tick(false, phone));
    assertThat(last.json().get("lines").get(0).get("state").asString()).isEqualTo("absent");
  }

  @Test
  void whoHasNoSeatAnyMoreIsLeftOutAndTheOthersAreTaken() {
    List<Map<String, Object>> ticks =
        List.of(
            Map.of("seat", "gone", "present", true, "said", ago(9).toString()), tick(true, ago(9)));
    Answer taken = post(world.lecturer(), world.lecturer(), ticks);
    assertThat(taken.json().get("lines")).hasSize(1);
  }

  @Test
  void nobodyHandsInAnothersTicksAndWhatIsNoTickIsRefused() {
    Person colleague = samen.person(Role.LECTURER).ofPabo(world.pabo());
    Answer another = post(colleague, world.lecturer(), List.of(tick(true, ago(9))));
    assertThat(another.status()).isEqualTo(409);
    assertThat(another.json().get("type").asString())
        .isEqualTo("urn:samen:problem:ticks-of-another");
    Map<String, Object> half = new HashMap<>(tick(true, ago(9)));
    half.remove("said");
    assertThat(post(world.lecturer(), world.lecturer(), List.of(half)).status()).isEqualTo(422);
    assertThat(samen.as(world.lecturer()).post(page() + "/ticks", Map.of()).status())
        .isEqualTo(422);
    Person elsewhere = samen.person(Role.LECTURER).ofPabo(samen.freshPabo());
    assertThat(post(elsewhere, elsewhere, List.of(tick(true, ago(9)))).status()).isEqualTo(404);
    assertThat(post(teacher, teacher, List.of(tick(true, ago(9)))).status()).isEqualTo(403);
    assertThat(samen.as(world.lecturer()).get(CourseWorld.list(course, 1)).body())
        .contains("UNKNOWN");
  }

  @Test
  void thePageBringsItsScriptAndItsWorkerLiesBesideItAndSeesNothingElse() {
    assertThat(samen.as(world.lecturer()).get(page()).body())
        .contains("data-person=\"" + world.lecturer().sub() + "\"")
        .contains("data-seat=\"" + seat + "\"", "/professionalisation/assets/attendance.js")
        .contains("# vinkjes zijn nog niet verstuurd.", "role=\"status\" id=\"unsent\"");
    assertThat(samen.as(world.lecturer()).in("en").get(page()).body())
        .contains("1 tick has not been sent yet.");
    Answer script = samen.anonymous().get("/professionalisation/assets/attendance.js");
    assertThat(script.status()).isEqualTo(200);
    assertThat(script.header("Content-Type")).startsWith("text/javascript");
    String worker = CourseWorld.page(course) + "/sessions/1/attendance-worker.js";
    Answer found = samen.as(world.lecturer()).get(worker);
    assertThat(found.header("Content-Type")).startsWith("text/javascript");
    assertThat(found.body()).contains("self.registration.scope");
    assertThat(found.header("Service-Worker-Allowed")).isEmpty();
    Person elsewhere = samen.person(Role.LECTURER).ofPabo(samen.freshPabo());
    assertThat(samen.as(elsewhere).get(worker).status()).isEqualTo(404);
    assertThat(samen.as(teacher).get(worker).status()).isEqualTo(403);
    assertThat(samen.anonymous().get(worker).status()).isEqualTo(401);

    // Before it begins there is nothing to tick.
    String coming = CourseWorld.page(world.course(1)) + "/sessions/1/attendance";
    assertThat(samen.as(world.lecturer()).get(coming).body()).doesNotContain("data-person");
  }

  private Answer by(Instant phone, Map<String, Object> tick) {
    return samen
        .as(world.lecturer())
        .post(
            page() + "/ticks",
            Map.of(
                "person", world.lecturer().sub(), "now", phone.toString(), "ticks", List.of(tick)));
  }

  private Answer send(Person person, Map<String, Object> tick) {
    return post(person, person, List.of(tick));
  }

  private Answer post(Person sender, Person ticked, List<Map<String, Object>> ticks) {
    return samen.as(sender).post(page() + "/ticks", Map.of("person", ticked.sub(), "ticks", ticks));
  }

  private Map<String, Object> tick(boolean present, Instant said) {
    return Map.of("seat", seat, "present", present, "said", said.toString());
  }

  private Instant since() {
    return Instant.parse(
        samen
            .as(world.lecturer())
            .get(CourseWorld.list(course, 1))
            .json()
            .get("items")
            .get(0)
            .get("since")
            .asString());
  }

  private static Instant ago(int minutes) {
    return Instant.now().minus(Duration.ofMinutes(minutes)).truncatedTo(ChronoUnit.MILLIS);
  }

  private String page() {
    return CourseWorld.page(course) + "/sessions/1/attendance";
  }
}
