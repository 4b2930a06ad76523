package nl.samenopleiden.professionalisation.attendance;

import static nl.samenopleiden.professionalisation.attendance.RoomCode.LATEST;
import static nl.samenopleiden.professionalisation.attendance.RoomCode.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.Offer;
import nl.samenopleiden.professionalisation.course.Session;
import org.junit.jupiter.api.Test;

class RoomCodeTest {

  private static final Instant START = Instant.parse("2026-11-25T18:30:00Z");
  private static final OwnedId ID = OwnedId.parse("pabo:rijnmond/course");
  private static final byte[] SECRET = "secret".getBytes(StandardCharsets.UTF_8);
  private static final Course COURSE = course(START, START.plus(Duration.ofDays(1)));

  private static final CourseSession FIRST = session(COURSE, 1);
  private static final CourseSession SECOND = session(COURSE, 2);

  private final Instant shown = START.plus(Duration.ofMinutes(7));
  private final RoomCode code = RoomCode.at(shown, SECRET, ID, FIRST);

  @Test
  void itChangesEveryFiveMinutesAndIsAcceptedUntilAnHourAfterItsWindow() {
    assertThat(code.until()).isEqualTo(START.plus(Duration.ofMinutes(10)));
    assertThat(RoomCode.at(START.plus(Duration.ofMinutes(5)), SECRET, ID, FIRST)).isEqualTo(code);
    assertThat(RoomCode.at(code.until(), SECRET, ID, FIRST)).isNotEqualTo(code);
    Instant last = code.until().plus(LATEST);
    assertThat(refused(code.text(), shown)).isEmpty();
    assertThat(refused(code.text(), last.minusMillis(1))).isEmpty();
    assertThat(refused(code.text(), last)).contains("attendance-code-expired");
  }

  @Test
  void theNextDayItIsWorthNothingAlsoWhenThereIsASessionThen() {
    assertThat(refused(code.text(), shown.plus(Duration.ofDays(1))))
        .contains("attendance-code-expired");
  }

  @Test
  void itIsOfThisCourseThisSessionAndThisSecretOnly() {
    OwnedId other = OwnedId.parse("pabo:rijnmond/other");
    assertThat(RoomCode.read(code.text(), shown, SECRET, other, COURSE)).isEmpty();
    assertThat(RoomCode.read(code.text(), shown, new byte[32], ID, COURSE)).isEmpty();
    Course moved = course(START.plusSeconds(60), START.plus(Duration.ofDays(1)));
    assertThat(RoomCode.read(code.text(), shown, SECRET, ID, moved)).isEmpty();
  }

  @Test
  void ofTwoSessionsOnOneDayItSaysWhichItIsOf() {
    Course twice = course(START, START.plus(Duration.ofHours(3)));
    Instant later = START.plus(Duration.ofHours(3)).plusSeconds(1);
    for (int number : new int[] {1, 2}) {
      CourseSession session = session(twice, number);
      String text = RoomCode.at(later, SECRET, ID, session).text();
      assertThat(RoomCode.read(text, later, SECRET, ID, twice))
          .contains(new RoomCode.Read(session, Optional.empty()));
    }
    assertThat(RoomCode.isShown(twice, session(twice, 1), later)).isTrue();
    assertThat(RoomCode.isShown(twice, session(twice, 2), later.minusSeconds(2))).isFalse();
  }

  @Test
  void nobodyGuessesOneOrMovesItsWindow() {
    String seal = code.text().substring(code.text().indexOf('.') + 1);
    long window = START.getEpochSecond() / WINDOW.toSeconds() + 1;
    assertThat(code.text()).isEqualTo(Long.toString(window, 36) + "." + seal);
    for (String text :
        List.of(
            "",
            "nonsense",
            Long.toString(window + 1, 36) + "." + seal,
            "zzzzzzz." + seal,
            Long.toString(window, 36) + "." + "A".repeat(22),
            code.text() + "A")) {
      assertThat(refused(text, shown)).as(text).contains("attendance-code-unknown");
    }
    RoomCode later = RoomCode.at(shown.plus(Duration.ofMinutes(30)), SECRET, ID, FIRST);
    assertThat(refused(later.text(), shown)).contains("attendance-code-unknown");
  }

  @Test
  void itIsShownOnTheDayOfItsSessionOnlyFromItsStartOn() {
    assertThat(RoomCode.isShown(COURSE, FIRST, START)).isTrue();
    assertThat(RoomCode.isShown(COURSE, FIRST, START.minusSeconds(1))).isFalse();
    assertThat(RoomCode.isShown(COURSE, FIRST, START.plus(Duration.ofHours(20)))).isFalse();
    assertThat(RoomCode.isShown(COURSE, SECOND, START.plus(Duration.ofHours(20)))).isFalse();
    assertThat(RoomCode.isShown(COURSE, SECOND, START.plus(Duration.ofDays(1)))).isTrue();
    assertThat(RoomCode.isShown(COURSE, SECOND, START.plus(Duration.ofDays(2)))).isFalse();
  }

  private static Optional<String> refused(String text, Instant now) {
    return RoomCode.read(text, now, SECRET, ID, COURSE)
        .map(RoomCode.Read::late)
        .orElse(Optional.of(RoomCode.UNKNOWN))
        .map(Refusal::type);
  }

  private static CourseSession session(Course course, int number) {
    return CourseSession.of(course, Integer.toString(number)).orElseThrow();
  }

  private static Course course(Instant... starts) {
    List<Session> sessions =
        List.of(starts).stream()
            .map(each -> new Session(each, each.plus(Duration.ofMinutes(90))))
            .toList();
    return new Course.Published(
        new Offer(
            "Beeldcoaching",
            "S",
            List.of("video-coaching"),
            "P",
            starts[0],
            90 * starts.length,
            5,
            null,
            null,
            sessions,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null));
  }
}
