package nl.samenopleiden.professionalisation.certificate;

import java.util.Locale;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.professionalisation.certificate.Certificate.Statement;
import nl.samenopleiden.professionalisation.course.CourseWords;
import nl.samenopleiden.professionalisation.organisation.Organisations;
import org.springframework.stereotype.Component;

/** Courses that one was at, as lists show them. */
@Component
final class StatementRows {

  /** A course that one was at. */
  record Row(String course, String title, String day, String length, String year, String pabo) {}

  private final CourseWords courseWords;
  private final Organisations organisations;

  StatementRows(CourseWords courseWords, Organisations organisations) {
    this.courseWords = courseWords;
    this.organisations = organisations;
  }

  Row row(Statement says, Locale language) {
    return new Row(
        says.courseId().value(),
        says.title(),
        Moments.dayInWords(says.startsAt(), language),
        courseWords.length(says.minutes(), language),
        SchoolYear.of(says.startsAt()).toString(),
        organisations.name(says.pabo()));
  }
}
