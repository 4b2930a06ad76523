package nl.samenopleiden.professionalisation.course;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nl.samenopleiden.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/** What the page of a course says after something was done, or was refused. */
final class CourseNotices {

  private static final Set<String> DONE =
      Set.of(
          "published",
          "edition",
          "seats",
          "course-cancelled",
          "registered",
          "registration-cancelled",
          "answers",
          "seat-kept");
  private static final Set<String> REFUSED =
      Set.of(
          "course-cancelled",
          "course-has-begun",
          "registration-not-open",
          "registration-closed",
          "waiting-list-full",
          "not-registered",
          "seat-not-passed-on",
          "has-a-seat",
          "no-seat-offered",
          "try-again");

  private CourseNotices() {}

  static @Nullable String known(String done) {
    return DONE.contains(done) ? done : null;
  }

  /**
   * The refusal of this name; with the reason of now, when it is why nobody can register.
   *
   * @param outside why the course is not for the reader, if that is so
   */
  static Optional<Refusal> refusal(
      String type, Course course, Optional<Refusal> outside, Instant now) {
    if (outside.isPresent() && outside.get().type().equals(type)) {
      return outside;
    }
    if (!REFUSED.contains(type)) {
      return Optional.empty();
    }
    return course
        .closedAt(now)
        .filter(reason -> reason.type().equals(type))
        .or(
            () ->
                type.equals("registration-not-open") || type.equals("registration-closed")
                    ? Optional.empty()
                    : Optional.of(Refusal.conflict(type)));
  }
}
