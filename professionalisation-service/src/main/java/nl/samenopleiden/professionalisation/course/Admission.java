package nl.samenopleiden.professionalisation.course;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.samenopleiden.platform.tenancy.Caller;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.Circle.Prior;
import org.springframework.stereotype.Component;

/** Whether somebody belongs to those whom a course, or something else, is for. */
@Component
public final class Admission {

  private final Courses courses;
  private final TakenPart takenPart;
  private final CourseWords words;

  Admission(Courses courses, TakenPart takenPart, CourseWords words) {
    this.courses = courses;
    this.takenPart = takenPart;
    this.words = words;
  }

  /**
   * Why it is not for the caller, if that is so. Only when the caller must have taken part in an
   * earlier course is the database asked.
   */
  public Optional<Refusal> refused(Caller caller, Audience audience, Locale language) {
    Circle circle = audience.circle();
    if (!audience.hasRoleOf(caller)) {
      return Optional.of(forOthers("course-for-others", words.audience(audience, language)));
    }
    if (!circle.holds(caller)) {
      return Optional.of(forOthers("course-for-other-organisations", words.organisations(circle)));
    }
    Prior prior = circle.prior();
    return prior == null || has(caller, prior)
        ? Optional.empty()
        : Optional.of(
            forOthers(
                switch (prior.proof()) {
                  case SEAT -> "course-after-a-seat";
                  case ATTENDED -> "course-after-another";
                },
                words.prior(prior, language)));
  }

  private boolean has(Caller caller, Prior prior) {
    OwnedId named = OwnedId.parse(prior.course());
    List<OwnedId> accepted = prior.everyEdition() ? courses.editionIds(named) : List.of(named);
    return switch (prior.proof()) {
      case SEAT -> takenPart.hadSeat(caller, accepted);
      case ATTENDED -> takenPart.wasThere(caller, accepted);
    };
  }

  private static Refusal forOthers(String type, String whom) {
    return new Refusal(type, 403, null, List.of(whom));
  }
}
