package nl.samenopleiden.professionalisation.certificate;

import java.time.Clock;
import java.util.Optional;
import nl.samenopleiden.platform.inbox.Event;
import nl.samenopleiden.platform.inbox.Subscriptions;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.professionalisation.attendance.Attendance;
import nl.samenopleiden.professionalisation.attendance.AttendanceBook;
import nl.samenopleiden.professionalisation.certificate.Certificate.Statement;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.Courses;
import nl.samenopleiden.professionalisation.course.Offer;
import org.springframework.stereotype.Component;

/**
 * Certificates follow attendance. The fact only says that there is something to look at; what
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
    OwnedId id = event.id();
    Optional<Certificate> known = certificates.read(id);
    switch (attendances.read(id).orElse(null)) {
      case null -> {
        // Erased since: there is nothing to say.
      }
      case Attendance.Present present -> {
        if (!(known.orElse(null) instanceof Certificate.Valid)) {
          certificates.issue(
              id, known.map(Certificate::says).orElseGet(() -> statement(id, present)));
        }
      }
      case Attendance.Absent _ -> known.ifPresent(each -> certificates.withdraw(id, each));
    }
  }

  private Statement statement(OwnedId id, Attendance.Present present) {
    Attendance.Attendee who = present.who();
    Offer offer =
        courses
            .read(who.courseId())
            .map(stored -> stored.state())
            .map(Course::offer)
            .orElseThrow(() -> new IllegalStateException("attendance at no course"));
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
        offer.minutes(),
        who.school(),
        clock.instant());
  }
}
