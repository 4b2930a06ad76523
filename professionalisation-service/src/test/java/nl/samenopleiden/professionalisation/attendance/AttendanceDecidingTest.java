package nl.samenopleiden.professionalisation.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.professionalisation.attendance.Attendance.Attendee;
import nl.samenopleiden.professionalisation.attendance.Attendance.Way;
import nl.samenopleiden.professionalisation.attendance.AttendanceFacts.AttendanceConfirmed;
import nl.samenopleiden.professionalisation.attendance.AttendanceFacts.AttendanceWithdrawn;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.Offer;
import org.junit.jupiter.api.Test;

class AttendanceDecidingTest {

  private static final Instant START = Instant.parse("2026-11-25T18:30:00Z");
  private static final Attendee AN =
      new Attendee("pabo:rijnmond/course", "subject", "An", "00AA00");
  private static final Course COURSE =
      new Course.Published(
          new Offer(
              "Beeldcoaching",
              "S",
              List.of("video-coaching"),
              "P",
              START,
              90,
              5,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null));

  @Test
  void presentIsAFactForTheBoardThatSaysNotWhoItIs() {
    assertThat(Attendance.confirm(Optional.empty(), AN, COURSE, Way.LIST, START))
        .isEqualTo(
            Decision.accept(
                new Attendance.Present(AN, START, Way.LIST),
                new AttendanceConfirmed(
                    "course", "rijnmond", "Beeldcoaching", START, 90, Way.LIST, "00AA00")));
  }

  @Test
  void presentTwiceIsOnce() {
    Attendance present = new Attendance.Present(AN, START, Way.CODE);
    assertThat(Attendance.confirm(Optional.of(present), AN, COURSE, Way.LIST, START))
        .isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void aMistakeIsTakenBackWithAFactAndSayingAbsentAtOnceIsNone() {
    Attendance present = new Attendance.Present(AN, START, Way.LIST);
    assertThat(Attendance.withdraw(Optional.of(present), AN, COURSE, START))
        .isEqualTo(
            Decision.accept(
                new Attendance.Absent(AN),
                new AttendanceWithdrawn("course", "rijnmond", "Beeldcoaching", "00AA00")));
    assertThat(Attendance.withdraw(Optional.empty(), AN, COURSE, START))
        .isEqualTo(Decision.accept(new Attendance.Absent(AN)));
    assertThat(Attendance.withdraw(Optional.of(new Attendance.Absent(AN)), AN, COURSE, START))
        .isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void nobodyIsThereBeforeTheCourseBeginsOrWhenItWasCancelled() {
    Instant before = START.minusMillis(1);
    assertThat(reason(Attendance.confirm(Optional.empty(), AN, COURSE, Way.LIST, before)))
        .contains("course-not-begun");
    assertThat(reason(Attendance.withdraw(Optional.empty(), AN, COURSE, before)))
        .contains("course-not-begun");
    Course cancelled = new Course.Cancelled(COURSE.offer());
    assertThat(reason(Attendance.confirm(Optional.empty(), AN, cancelled, Way.LIST, START)))
        .contains("course-cancelled");
  }

  private static Optional<String> reason(Decision<Attendance> decision) {
    return decision instanceof Decision.Refused<Attendance>(var refusal)
        ? Optional.of(refusal.type())
        : Optional.empty();
  }
}
