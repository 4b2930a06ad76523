package nl.samenopleiden.professionalisation.attendance;

import static nl.samenopleiden.professionalisation.attendance.RoomCode.LATEST;
import static nl.samenopleiden.professionalisation.attendance.RoomCode.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.attendance.Attendance.Attendee;
import nl.samenopleiden.professionalisation.attendance.Attendance.Way;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.Offer;
import nl.samenopleiden.professionalisation.course.Session;
import org.junit.jupiter.api.Test;

class RoomCodeTest {

  private static final Instant START = Instant.parse("2026-11-25T18:30:00Z");
  private static final OwnedId ID = OwnedId.parse("pabo:rijnmond/course");
  private static final byte[] SECRET = "secret".getBytes(StandardCharsets.UTF_8);
  private static final Course COURSE = course(START, START.plus(Duration.ofDays(1)));

  private final Instant shown = START.plus(Duration.ofMinutes(7));
  private final RoomCode code = RoomCode.at(shown, SECRET, ID, COURSE).orElseThrow();

  @Test
  void itChangesEveryFiveMinutesAndIsAcceptedUntilAnHourAfterItsWindow() {
    assertThat(code.until()).isEqualTo(START.plus(Duration.ofMinutes(10)));
    assertThat(RoomCode.at(START.plus(Duration.ofMinutes(5)), SECRET, ID, COURSE)).contains(code);
    assertThat(RoomCode.at(code.until(), SECRET, ID, COURSE)).isNotEmpty().get().isNotEqualTo(code);
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
    assertThat(
            RoomCode.refused(
                code.text(), shown, SECRET, OwnedId.parse("pabo:rijnmond/other"), COURSE))
        .isNotEmpty();
    assertThat(RoomCode.refused(code.text(), shown, new byte[32], ID, COURSE)).isNotEmpty();
    Course moved = course(START.plusSeconds(60), START.plus(Duration.ofDays(1)));
    assertThat(RoomCode.refused(code.text(), shown, SECRET, ID, moved)).isNotEmpty();
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
    RoomCode later =
        RoomCode.at(shown.plus(Duration.ofMinutes(30)), SECRET, ID, COURSE).orElseThrow();
    assertThat(refused(later.text(), shown)).contains("attendance-code-unknown");
  }

  @Test
  void itIsShownOnTheDaysOfSessionsOnly() {
    assertThat(RoomCode.isShown(COURSE, START)).isTrue();
    assertThat(RoomCode.isShown(COURSE, START.minusSeconds(1))).isFalse();
    assertThat(RoomCode.isShown(COURSE, START.plus(Duration.ofHours(20)))).isTrue();
    assertThat(RoomCode.isShown(COURSE, START.plus(Duration.ofDays(2)))).isFalse();
    assertThat(RoomCode.at(START.plus(Duration.ofDays(2)), SECRET, ID, COURSE)).isEmpty();
  }

  @Test
  void whomTheLecturerCallsAbsentIsNotPresentByCode() {
    Attendee an = new Attendee(ID.toString(), "subject", "An", null);
    assertThat(
            Attendance.confirm(Optional.of(new Attendance.Absent(an)), an, COURSE, Way.CODE, shown))
        .isEqualTo(Decision.refuse(Refusal.conflict("marked-absent")));
    assertThat(
            Attendance.confirm(Optional.of(new Attendance.Absent(an)), an, COURSE, Way.LIST, shown))
        .isInstanceOf(Decision.Accepted.class);
  }

  private static Optional<String> refused(String text, Instant now) {
    return RoomCode.refused(text, now, SECRET, ID, COURSE).map(Refusal::type);
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
            null));
  }
}
