package nl.samenopleiden.professionalisation.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
class CheckingInTest {

  private static final String HOST = "http://localhost:8080";

  @Autowired private Samen samen;
  @Autowired private Collections collections;
  private CourseWorld world;

  @BeforeEach
  void aPaboWithAPartner() {
    world = new CourseWorld(samen);
  }

  @Test
  void whoScansTheCodeInTheRoomAndTapsOnceIsPresent() throws Exception {
    String course = world.course(1);
    Person teacher = world.teacher();
    world.register(teacher, course);
    world.begun(collections, course, Duration.ofMinutes(5));

    String list = list(course);
    assertThat(samen.as(world.lecturer()).get(list).body()).contains(list + "/code");
    Answer room = samen.as(world.lecturer()).get(list + "/code");
    assertThat(Integer.parseInt(room.header("Refresh"))).isBetween(1, 301);
    String scanned = read(room.body());
    assertThat(scanned).startsWith(HOST + CourseWorld.page(course) + "/presence/");
    String page = scanned.substring(HOST.length());

    // Looking does nothing.
    assertThat(samen.as(teacher).get(page).body()).contains("Ik ben er</button>");
    assertThat(stateOf(course)).isEqualTo("UNKNOWN");
    Answer sent = samen.as(teacher).postForm(page, Map.of());
    assertThat(sent.status()).isEqualTo(303);
    assertThat(samen.as(teacher).get(sent.header("Location")).body())
        .contains("U staat op aanwezig bij deze bijeenkomst.")
        .doesNotContain("Ik ben er</button>");
    assertThat(stateOf(course)).isEqualTo("PRESENT");
    assertThat(samen.as(world.lecturer()).get(list).body()).contains("Aanwezig, met de code");
    assertThat(samen.as(teacher).postForm(page, Map.of()).status()).isEqualTo(303);
    assertThat(samen.as(teacher).in("en").get(page).body())
        .contains("You are marked present at this session.");
  }

  @Test
  void withoutASeatWithAWrongCodeOrAfterTheLecturersWordItIsRefused() {
    String course = world.course(1);
    Person teacher = world.teacher();
    Person waiting = world.teacher();
    world.register(teacher, course);
    world.register(waiting, course);
    world.begun(collections, course, Duration.ofMinutes(5));
    String code = code(course);
    String page = CourseWorld.page(course) + "/presence/";

    assertThat(typeOf(checkIn(waiting, course, code))).isEqualTo("no-seat-in-course");
    assertThat(samen.as(waiting).get(page + code).body())
        .contains("U heeft geen plaats in deze cursus")
        .doesNotContain("Ik ben er</button>");
    assertThat(typeOf(checkIn(teacher, course, "nonsense"))).isEqualTo("attendance-code-unknown");
    Answer refused = samen.as(teacher).postForm(page + "nonsense", Map.of());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("Deze code kennen wij niet");
    Answer unsaid = samen.as(teacher).post(CourseWorld.path(course) + "/presence", Map.of());
    assertThat(unsaid.status()).isEqualTo(422);
    assertThat(unsaid.json().get("field").asString()).isEqualTo("code");
    assertThat(stateOf(course)).isEqualTo("UNKNOWN");

    world.mark(teacher, course, false);
    assertThat(typeOf(checkIn(teacher, course, code))).isEqualTo("marked-absent");
    world.mark(teacher, course, true);
    assertThat(checkIn(teacher, course, code).status()).isEqualTo(200);
  }

  @Test
  void aCodeOfAnotherCourseIsWorthNothingHere() {
    String course = world.course(1);
    String other = world.course(1);
    Person teacher = world.teacher();
    world.register(teacher, course);
    for (String each : new String[] {course, other}) {
      world.begun(collections, each, Duration.ofMinutes(5));
    }
    assertThat(typeOf(checkIn(teacher, course, code(other)))).isEqualTo("attendance-code-unknown");
    Answer present = checkIn(teacher, course, code(course));
    assertThat(present.json().get("way").asString()).isEqualTo("CODE");
  }

  @Test
  void onlyTheCoursesOwnPaboGetsTheCodeAndOnlyOnTheDay() {
    String course = world.course(1);
    String api = CourseWorld.list(course, 1) + "/code";
    String page = list(course) + "/code";
    Answer early = samen.as(world.lecturer()).get(api);
    assertThat(typeOf(early)).isEqualTo("course-not-begun");
    assertThat(samen.as(world.lecturer()).get(page).body())
        .contains("De cursus is nog niet begonnen")
        .doesNotContain("<svg");
    world.begun(collections, course, Duration.ofDays(3));
    assertThat(typeOf(samen.as(world.lecturer()).get(api))).isEqualTo("no-session-today");
    assertThat(samen.as(world.lecturer()).in("en").get(page).body())
        .contains("This session is not today");
    Person elsewhere = samen.person(Role.LECTURER).ofPabo(samen.freshPabo());
    Person teacher = world.teacher();
    for (String path : new String[] {api, page}) {
      assertThat(samen.as(elsewhere).get(path).status()).isEqualTo(404);
      assertThat(samen.as(teacher).get(path).status()).isEqualTo(403);
    }
    assertThat(checkIn(elsewhere, course, "any").status()).isEqualTo(404);
    assertThat(samen.as(elsewhere).get(CourseWorld.page(course) + "/presence/any").status())
        .isEqualTo(404);
  }

  @Test
  void theCodeIsOfItsSessionAndTheNearestIsChosenByTheClock() {
    String course = world.courseOf(3, 1);
    Person teacher = world.teacher();
    world.register(teacher, course);
    world.begun(collections, course, Duration.ofDays(7).plusMinutes(5));
    String codes = CourseWorld.page(course) + "/attendance/code";
    String second = CourseWorld.page(course) + "/sessions/2/attendance/code";
    assertThat(samen.as(world.lecturer()).get(codes).header("Location")).endsWith(second);
    assertThat(samen.as(world.lecturer()).get(second).body())
        .contains(
            "Bijeenkomst 2", "<svg", CourseWorld.page(course) + "/sessions/1/attendance/code");
    String code =
        samen
            .as(world.lecturer())
            .get(CourseWorld.list(course, 2) + "/code")
            .json()
            .get("code")
            .asString();
    Answer present = checkIn(teacher, course, code);
    assertThat(present.json().get("session").asInt()).isEqualTo(2);
    for (int other : new int[] {1, 3}) {
      assertThat(samen.as(world.lecturer()).get(CourseWorld.list(course, other) + "/code").status())
          .isEqualTo(409);
    }
    world.mark(teacher, course, 1, false);

    Answer mine = samen.as(teacher).get(CourseWorld.path(course) + "/presence");
    assertThat(
            mine.json()
                .get("sessions")
                .valueStream()
                .map(each -> each.get("state").asString())
                .toList())
        .containsExactly("MISSED", "ATTENDED", "COMING");
    assertThat(mine.json().get("needed").asInt()).isEqualTo(3);
    assertThat(mine.json().get("enough").asBoolean()).isFalse();
    String page = CourseWorld.page(course) + "/presence";
    assertThat(samen.as(teacher).get(page).body())
        .contains("Gemist", "Moet nog komen", "U was bij 1 van de 3 bijeenkomsten.")
        .contains("zijn er 3 nodig", "minstens 3 van de 3 bijeenkomsten");
    assertThat(samen.as(teacher).in("en").get(page).body())
        .contains("You were at 1 of 3 sessions.");
    // The page of a course may be a second old.
    samen.await(
        () -> assertThat(samen.as(teacher).get(CourseWorld.page(course)).body()).contains(page));
    Person unseated = world.teacher();
    assertThat(samen.as(unseated).get(page).body()).contains("U heeft geen plaats in deze cursus");
    assertThat(typeOf(samen.as(unseated).get(CourseWorld.path(course) + "/presence")))
        .isEqualTo("no-seat-in-course");
  }

  private String code(String course) {
    return samen
        .as(world.lecturer())
        .get(CourseWorld.list(course, 1) + "/code")
        .json()
        .get("code")
        .asString();
  }

  private Answer checkIn(Person person, String course, String code) {
    return samen.as(person).post(CourseWorld.path(course) + "/presence", Map.of("code", code));
  }

  private String stateOf(String course) {
    return samen
        .as(world.lecturer())
        .get(CourseWorld.list(course, 1))
        .json()
        .get("items")
        .get(0)
        .get("state")
        .asString();
  }

  private static String list(String course) {
    return CourseWorld.page(course) + "/sessions/1/attendance";
  }

  private static String typeOf(Answer refused) {
    assertThat(refused.status()).as(refused.body()).isEqualTo(409);
    return refused.json().get("type").asString().replace("urn:samen:problem:", "");
  }

  /** What a camera reads from the drawing on this page. */
  private static String read(String page) throws Exception {
    Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) \\d+\"").matcher(page);
    assertThat(box.find()).isTrue();
    int scale = 4;
    int size = Integer.parseInt(box.group(1)) * scale;
    int[] pixels = new int[size * size];
    Arrays.fill(pixels, 0xFFFFFF);
    Matcher square = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(page);
    while (square.find()) {
      int left = Integer.parseInt(square.group(1)) * scale;
      int top = Integer.parseInt(square.group(2)) * scale;
      for (int y = top; y < top + scale; y++) {
        Arrays.fill(pixels, y * size + left, y * size + left + scale, 0);
      }
    }
    return new QRCodeReader()
        .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size, size, pixels))))
        .getText();
  }
}
