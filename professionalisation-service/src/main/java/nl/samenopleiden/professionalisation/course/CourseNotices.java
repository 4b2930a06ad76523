package nl.samenopleiden.professionalisation.course;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nl.samenopleiden.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/** What the page of a course says after something was done, or was refused. */
final class CourseNotices {

  private static final Set<String> DONE =
      Set.of("published", "seats", "course-cancelled", "registered", "registration-cancelled");
  private static final Set<String> REFUSED =
      Set.of(
          "course-cancelled",
          "course-has-begun",
          "registration-not-open",
          "waiting-list-full",
          "not-registered",
          "try-again");

  private CourseNotices() {}

  static @Nullable String known(String done) {
    return DONE.contains(done) ? done : null;
  }

  /** The refusal of this name; with the reason of now, when it is why nobody can register. */
  static Optional<Refusal> refusal(String type, Course course, Instant now) {
    if (!REFUSED.contains(type)) {
      return Optional.empty();
    }
    return course
        .closedAt(now)
        .filter(reason -> reason.type().equals(type))
        .or(
            () ->
                type.equals("registration-not-open")
                    ? Optional.empty()
                    : Optional.of(Refusal.conflict(type)));
  }
}
