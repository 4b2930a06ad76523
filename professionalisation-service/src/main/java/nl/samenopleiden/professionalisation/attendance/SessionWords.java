package nl.samenopleiden.professionalisation.attendance;

import java.util.List;
import java.util.Locale;
import nl.samenopleiden.professionalisation.course.CourseWords;
import org.springframework.stereotype.Component;

/** The sessions of a course as pages lead from one to another, in the reader's language. */
@Component
final class SessionWords {

  /**
   * A session.
   *
   * @param when when it starts, and how long it takes
   * @param current whether the page is of this one
   */
  record Link(int number, String when, boolean current) {}

  private final CourseWords words;

  SessionWords(CourseWords words) {
    this.words = words;
  }

  /** All sessions of the course, of which this is one. */
  List<Link> links(HeldSession held, Locale language) {
    return held.all().stream()
        .map(each -> new Link(each.number(), when(each, language), each.equals(held.session())))
        .toList();
  }

  /** When a session starts, and how long it takes. */
  String when(CourseSession session, Locale language) {
    return words.when(session.session(), language);
  }
}
