package nl.samenopleiden.professionalisation.certificate;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.samenopleiden.platform.inbox.Event;
import nl.samenopleiden.platform.inbox.Subscriptions;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.professionalisation.attendance.Attendance;
import nl.samenopleiden.professionalisation.attendance.AttendanceBook;
import nl.samenopleiden.professionalisation.attendance.CourseSession;
import nl.samenopleiden.professionalisation.certificate.Certificate.Statement;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.Courses;
import nl.samenopleiden.professionalisation.course.Offer;
import org.springframework.stereotype.Component;

/**
 * Certificates follow attendance: whoever was at as many sessions as the course asks for has one,
 * of the hours of those sessions. The fact only says that there is something to look at; what
 * counts is how the attendance stands now, so that a fact that is heard twice, or late, leads to
 * the same.
 */
@Component
final class MakingOut {

  private final AttendanceBook attendances;
  private final Courses courses;
  private final Certificates certificates;
  private final CodeRegister codes;
  private final Clock clock;

  MakingOut(
      AttendanceBook attendances,
      Courses courses,
      Certificates certificates,
      CodeRegister codes,
      Subscriptions subscriptions,
      Clock clock) {
    this.attendances = attendances;
    this.courses = courses;
    this.certificates = certificates;
    this.codes = codes;
    this.clock = clock;
    subscriptions
        .on("professionalisation", "AttendanceConfirmed", this::follow)
        .on("professionalisation", "AttendanceWithdrawn", this::follow);
  }

  private void follow(Event event) {
    // Erased since: there is nothing to say.
    attendances.read(event.id()).ifPresent(attendance -> follow(event.id(), attendance));
  }

  private void follow(OwnedId id, Attendance attendance) {
    Course course =
        courses
            .read(attendance.who().courseId())
            .map(Stored::state)
            .orElseThrow(() -> new IllegalStateException("attendance at no course"));
    List<CourseSession> attended = attendance.attended(course);
    Optional<Certificate> known = certificates.read(id);
    if (attended.size() < course.offer().sessionsNeeded()) {
      known.ifPresent(each -> certificates.withdraw(id, each));
      return;
    }
    int minutes = attended.stream().mapToInt(CourseSession::minutes).sum();
    certificates.issue(
        id,
        known
            .map(each -> each.says().withMinutes(minutes))
            .orElseGet(() -> statement(id, attendance.who(), course.offer(), minutes)));
  }

  private Statement statement(OwnedId id, Attendance.Attendee who, Offer offer, int minutes) {
    Code code = Code.fresh();
    codes.note(code, id);
    return new Statement(
        code.text(),
        who.person(),
        who.name(),
        who.course(),
        offer.title(),
        offer.startsAt(),
        offer.endsAt(),
        minutes,
        who.school(),
        clock.instant());
  }
}
