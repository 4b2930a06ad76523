package nl.samenopleiden.professionalisation.course;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a pabo's own people do with its courses. */
@Component
final class Offering {

  /** How publishing ended. */
  sealed interface Published {
    record Done(Stored<Course> course) implements Published {}

    record Refused(List<Refusal> reasons) implements Published {}
  }

  private final Courses courses;
  private final Circles circles;
  private final Places places;
  private final Clock clock;

  Offering(Courses courses, Circles circles, Places places, Clock clock) {
    this.courses = courses;
    this.circles = circles;
    this.places = places;
    this.clock = clock;
  }

  /** Publishes a course of the caller's pabo; doing so again under the same id changes nothing. */
  Published publish(Access access, String id, OfferDraft draft) {
    return publish(access, new OwnedId(access.home(), id), draft, null);
  }

  /**
   * Publishes the next edition of a course of the caller's pabo; sending the same again changes
   * nothing, and what somebody else made of this edition meanwhile stays.
   */
  Published again(Access access, Edition edition, OfferDraft draft) {
    return edition.first().owner().equals(access.home())
        ? publish(access, edition.course(), draft, edition)
        : new Published.Refused(List.of(Refusal.NOT_FOUND));
  }

  private Published publish(
      Access access, OwnedId id, OfferDraft draft, @Nullable Edition edition) {
    if (!partners(access).containsAll(draft.boardsWithShares())) {
      return new Published.Refused(List.of(Refusal.invalid("unknown-board", "shares")));
    }
    Circles.Drawn drawn = circles.draw(access, draft.circle());
    Circle circle = drawn instanceof Circles.Drawn.Done(var done) ? done : Circle.EVERYBODY;
    if (!draft.boardsWithShares().stream().allMatch(circle::reaches)) {
      return new Published.Refused(List.of(Refusal.invalid("share-outside-circle", "shares")));
    }
    Course.Publication publication =
        Course.publish(
            id.value(), draft, edition, circle, access.caller().person(), clock.instant());
    if (drawn instanceof Circles.Drawn.Refused(var reasons)) {
      return new Published.Refused(
          publication instanceof Course.Publication.Refused(var more)
              ? Stream.concat(more.stream(), reasons.stream()).toList()
              : reasons);
    }
    return switch (publication) {
      case Course.Publication.Refused(var reasons) -> new Published.Refused(reasons);
      case Course.Publication.Accepted(var published, var fact) ->
          switch (courses.change(
              access, id, before -> Course.publishOnce(before, published, fact))) {
            case Outcome.Done<Stored<Course>>(var stored) -> new Published.Done(stored);
            case Outcome.Refused<Stored<Course>>(var refusal) ->
                new Published.Refused(List.of(refusal));
          };
    };
  }

  /** The numbers of the boards that the caller's pabo has a partnership with. */
  static Set<String> partners(Access access) {
    return access.partners().stream()
        .filter(Owner::isBoard)
        .map(Owner::code)
        .collect(Collectors.toSet());
  }

  /** Gives a course of the caller's pabo more seats; they go to those who wait. */
  Outcome<Stored<Course>> changeSeats(Access access, String id, @Nullable Integer seats) {
    return change(access, id, (course, now) -> course.changeSeats(id, seats, now));
  }

  /** Cancels a course of the caller's pabo; everybody who registered hears of it. */
  Outcome<Stored<Course>> cancel(Access access, String id) {
    return change(access, id, (course, now) -> course.cancel(id, now));
  }

  private Outcome<Stored<Course>> change(
      Access access, String id, BiFunction<Course.Published, Instant, Decision<Course>> decide) {
    OwnedId course = new OwnedId(access.home(), id);
    Outcome<Stored<Course>> outcome =
        courses.change(
            access,
            course,
            before ->
                switch (before.orElse(null)) {
                  case null -> Decision.refuse(Refusal.NOT_FOUND);
                  case Course.Cancelled _ -> Decision.refuse(Refusal.conflict("course-cancelled"));
                  case Course.Published published -> decide.apply(published, clock.instant());
                });
    if (outcome instanceof Outcome.Done<Stored<Course>>) {
      places.lookAgain(course);
    }
    return outcome;
  }
}
