package nl.samenopleiden.professionalisation.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.attendance.Attendance.Attendee;
import nl.samenopleiden.professionalisation.attendance.Attendance.NotAtAll;
import nl.samenopleiden.professionalisation.attendance.Attendance.PerSession;
import nl.samenopleiden.professionalisation.attendance.Attendance.Throughout;
import nl.samenopleiden.professionalisation.attendance.AttendanceFacts.AttendanceConfirmed;
import nl.samenopleiden.professionalisation.attendance.AttendanceFacts.AttendanceWithdrawn;
import nl.samenopleiden.professionalisation.attendance.Mark.Away;
import nl.samenopleiden.professionalisation.attendance.Mark.There;
import nl.samenopleiden.professionalisation.attendance.Mark.Way;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.Offer;
import nl.samenopleiden.professionalisation.course.Session;
import org.junit.jupiter.api.Test;

class AttendanceDecidingTest {

  private static final Instant START = Instant.parse("2026-11-25T18:30:00Z");
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Instant SECOND = START.plus(WEEK);
  private static final Instant LATER = SECOND.plusSeconds(60);
  private static final Attendee AN =
      new Attendee("pabo:rijnmond/course", "subject", "An", "00AA00");
  private static final Course COURSE = course(3);
  private static final CourseSession TWO = session(2);

  @Test
  void presentIsAFactForTheBoardThatSaysWhichSessionAndNotWhoItIs() {
    assertThat(confirm(Optional.empty(), Way.LIST, SECOND))
        .isEqualTo(
            Decision.accept(
                new PerSession(AN, Map.of(2, new There(SECOND, Way.LIST, SECOND))),
                new AttendanceConfirmed(
                    "course", "rijnmond", "Beeldcoaching", 2, SECOND, 90, Way.LIST, "00AA00")));
  }

  @Test
  void presentTwiceIsOnceAndEachSessionStandsByItself() {
    Attendance second = new PerSession(AN, Map.of(2, new There(SECOND, Way.CODE, SECOND)));
    assertThat(confirm(Optional.of(second), Way.LIST, SECOND))
        .isInstanceOf(Decision.Unchanged.class);
    assertThat(confirm(Optional.of(second), Way.CODE, LATER))
        .isInstanceOf(Decision.Unchanged.class);
    assertThat(confirm(Optional.of(second), Way.LIST, LATER))
        .as("said again later is no fact, and still known from the code")
        .isEqualTo(
            Decision.accept(new PerSession(AN, Map.of(2, new There(SECOND, Way.CODE, LATER)))));
    assertThat(Attendance.confirm(Optional.of(second), AN, COURSE, session(1), Way.LIST, LATER))
        .isEqualTo(
            Decision.accept(
                new PerSession(
                    AN,
                    Map.of(
                        1,
                        new There(LATER, Way.LIST, LATER),
                        2,
                        new There(SECOND, Way.CODE, SECOND))),
                new AttendanceConfirmed(
                    "course", "rijnmond", "Beeldcoaching", 1, START, 90, Way.LIST, "00AA00")));
  }

  @Test
  void aMistakeIsTakenBackWithAFactAndSayingAbsentAtOnceIsNone() {
    Attendance present = new PerSession(AN, Map.of(2, new There(SECOND, Way.LIST, SECOND)));
    Attendance absent = new PerSession(AN, Map.of(2, new Away(LATER)));
    assertThat(withdraw(Optional.of(present), LATER))
        .isEqualTo(
            Decision.accept(
                absent,
                new AttendanceWithdrawn("course", "rijnmond", "Beeldcoaching", 2, "00AA00")));
    assertThat(withdraw(Optional.empty(), LATER)).isEqualTo(Decision.accept(absent));
    assertThat(withdraw(Optional.of(absent), LATER)).isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void whatWasSaidLaterStandsWhateverComesInFirst() {
    Attendance absent = new PerSession(AN, Map.of(2, new Away(LATER)));
    assertThat(confirm(Optional.of(absent), Way.LIST, LATER.minusSeconds(1)))
        .isInstanceOf(Decision.Unchanged.class);
    assertThat(confirm(Optional.of(absent), Way.LIST, LATER.plusSeconds(1)))
        .isInstanceOf(Decision.Accepted.class);
    Attendance present = new PerSession(AN, Map.of(2, new There(SECOND, Way.LIST, LATER)));
    assertThat(withdraw(Optional.of(present), LATER.minusSeconds(1)))
        .isInstanceOf(Decision.Unchanged.class);
    assertThat(withdraw(Optional.of(present), LATER.plusSeconds(1)))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void whomTheLecturerCallsAbsentIsNotPresentByCode() {
    Optional<Attendance> absent = Optional.of(new PerSession(AN, Map.of(2, new Away(SECOND))));
    assertThat(confirm(absent, Way.CODE, LATER))
        .isEqualTo(Decision.refuse(Refusal.conflict("marked-absent")));
    assertThat(confirm(absent, Way.LIST, LATER)).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void whatWasKeptForTheWholeCourseMeansAllItsSessionsAndOneOfThemCanBeCorrected() {
    Attendance throughout = new Throughout(AN, START, Way.LIST);
    assertThat(throughout.attended(COURSE)).containsExactly(session(1), TWO, session(3));
    assertThat(throughout.wasThere()).isTrue();
    There there = new There(START, Way.LIST, START);
    assertThat(withdraw(Optional.of(throughout), LATER))
        .isEqualTo(
            Decision.accept(
                new PerSession(AN, Map.of(1, there, 2, new Away(LATER), 3, there)),
                new AttendanceWithdrawn("course", "rijnmond", "Beeldcoaching", 2, "00AA00")));

    Attendance notAtAll = new NotAtAll(AN);
    assertThat(notAtAll.attended(COURSE)).isEmpty();
    assertThat(notAtAll.wasThere()).isFalse();
    Decision<Attendance> corrected = confirm(Optional.of(notAtAll), Way.LIST, LATER);
    assertThat(corrected).isInstanceOf(Decision.Accepted.class);
    if (corrected instanceof Decision.Accepted<Attendance>(var after, var facts)) {
      assertThat(after.attended(COURSE)).containsExactly(TWO);
      assertThat(after.at(3)).contains(new Away(Instant.EPOCH));
      assertThat(facts).hasSize(1);
    }
  }

  @Test
  void nobodyIsThereBeforeTheCourseOrTheSessionBeginsOrWhenItWasCancelled() {
    Instant before = START.minusMillis(1);
    assertThat(reason(confirm(Optional.empty(), Way.LIST, before))).contains("course-not-begun");
    assertThat(reason(withdraw(Optional.empty(), before))).contains("course-not-begun");
    Instant between = SECOND.minusMillis(1);
    assertThat(reason(confirm(Optional.empty(), Way.LIST, between))).contains("session-not-begun");
    assertThat(reason(withdraw(Optional.empty(), between))).contains("session-not-begun");
    Course cancelled = new Course.Cancelled(COURSE.offer());
    assertThat(reason(Attendance.confirm(Optional.empty(), AN, cancelled, TWO, Way.LIST, SECOND)))
        .contains("course-cancelled");
  }

  @Test
  void theNearestSessionIsTheOneThatGoesOnOrElseTheLeastTimeAway() {
    assertThat(CourseSession.nearest(COURSE, START.minus(WEEK)).number()).isEqualTo(1);
    assertThat(CourseSession.nearest(COURSE, START.plusSeconds(1)).number()).isEqualTo(1);
    Instant halfway = START.plus(Duration.ofMinutes(90)).plus(Duration.ofHours(83));
    assertThat(CourseSession.nearest(COURSE, halfway).number()).isEqualTo(1);
    assertThat(CourseSession.nearest(COURSE, halfway.plus(Duration.ofHours(2))).number())
        .isEqualTo(2);
    assertThat(CourseSession.nearest(COURSE, LATER.plus(Duration.ofDays(365))).number())
        .isEqualTo(3);
    assertThat(CourseSession.of(COURSE, "4")).isEmpty();
    assertThat(CourseSession.of(COURSE, "nonsense")).isEmpty();
  }

  @Test
  void onesOwnPresenceSaysWhatWasAttendedMissedAndStillToCome() {
    Attendance attendance =
        new PerSession(AN, Map.of(1, new There(START, Way.LIST, START), 2, new Away(LATER)));
    Presence presence = Presence.of(COURSE, Optional.of(attendance), LATER);
    assertThat(presence.lines())
        .extracting(Presence.Line::state)
        .containsExactly(Presence.State.ATTENDED, Presence.State.MISSED, Presence.State.COMING);
    assertThat(presence.attended()).isEqualTo(1);
    assertThat(presence.isEnough()).isFalse();
    assertThat(Presence.of(COURSE, Optional.empty(), LATER).lines())
        .extracting(Presence.Line::state)
        .containsExactly(Presence.State.UNMARKED, Presence.State.UNMARKED, Presence.State.COMING);
    assertThat(
            Presence.of(COURSE, Optional.of(new Throughout(AN, START, Way.LIST)), LATER).isEnough())
        .isTrue();
  }

  private static Decision<Attendance> confirm(Optional<Attendance> before, Way way, Instant said) {
    return Attendance.confirm(before, AN, COURSE, TWO, way, said);
  }

  private static Decision<Attendance> withdraw(Optional<Attendance> before, Instant said) {
    return Attendance.withdraw(before, AN, COURSE, TWO, said);
  }

  private static CourseSession session(int number) {
    return CourseSession.of(COURSE, Integer.toString(number)).orElseThrow();
  }

  private static Course course(int sessions) {
    List<Session> planned =
        IntStream.range(0, sessions)
            .mapToObj(each -> START.plus(WEEK.multipliedBy(each)))
            .map(start -> new Session(start, start.plus(Duration.ofMinutes(90))))
            .toList();
    return new Course.Published(
        new Offer(
            "Beeldcoaching",
            "S",
            List.of("video-coaching"),
            "P",
            START,
            90 * sessions,
            5,
            null,
            null,
            planned,
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

  private static Optional<String> reason(Decision<Attendance> decision) {
    return decision instanceof Decision.Refused<Attendance>(var refusal)
        ? Optional.of(refusal.type())
        : Optional.empty();
  }
}
