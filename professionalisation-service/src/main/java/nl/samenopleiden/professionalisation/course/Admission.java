package nl.samenopleiden.professionalisation.course;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.samenopleiden.platform.tenancy.Caller;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.Circle.Prior;
import org.jspecify.annotations.Nullable;
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
    Optional<Refusal> outside =
        outside(caller.home(), caller.school(), caller.roles(), audience, language);
    Prior prior = audience.circle().prior();
    if (outside.isPresent() || prior == null || has(caller, prior)) {
      return outside;
    }
    return Optional.of(
        forOthers(
            switch (prior.proof()) {
              case SEAT -> "course-after-a-seat";
              case ATTENDED -> "course-after-another";
            },
            words.prior(prior, language)));
  }

  /**
   * Why it is not for somebody for whom another registers, if that is so. What such a person took
   * part in before is known of who signs in only, so where that counts the person must register in
   * person.
   *
   * @param school the location code of the person's school
   */
  public Optional<Refusal> refusedToOther(
      Owner home, String school, Collection<Role> roles, Audience audience, Locale language) {
    if (roles.stream().map(Role::text).noneMatch(Audience.ROLES::contains)) {
      return Optional.of(forOthers("course-for-others", words.audience(audience, language)));
    }
    Optional<Refusal> outside = outside(home, school, roles, audience, language);
    Prior prior = audience.circle().prior();
    return outside.isPresent() || prior == null
        ? outside
        : Optional.of(forOthers("course-in-person", words.prior(prior, language)));
  }

  private Optional<Refusal> outside(
      Owner home,
      @Nullable String school,
      Collection<Role> roles,
      Audience audience,
      Locale language) {
    Circle circle = audience.circle();
    if (!audience.hasRole(roles)) {
      return Optional.of(forOthers("course-for-others", words.audience(audience, language)));
    }
    return circle.holds(home, school)
        ? Optional.empty()
        : Optional.of(forOthers("course-for-other-organisations", words.organisations(circle)));
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
