package nl.samenopleiden.professionalisation.course;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/** A course of a pabo: one that people can take, or one that was cancelled. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Course.Published.class, name = "published"),
  @JsonSubTypes.Type(value = Course.Cancelled.class, name = "cancelled")
})
public sealed interface Course {

  /** What it offers, or offered. */
  Offer offer();

  /** Whether nobody can take it any more. */
  default boolean isCancelled() {
    return this instanceof Cancelled;
  }

  /** Whether it has begun by this time. */
  default boolean hasBegun(Instant now) {
    return !now.isBefore(offer().startsAt());
  }

  /**
   * Why nobody can register now, if that is so. That the seats are taken is no reason: then there
   * is a waiting list.
   */
  default Optional<Refusal> closedAt(Instant now) {
    Instant opens = offer().registrationOpensAt();
    Instant closes = offer().registrationClosesAt();
    if (isCancelled()) {
      return Optional.of(Refusal.conflict("course-cancelled"));
    }
    if (hasBegun(now)) {
      return Optional.of(Refusal.conflict("course-has-begun"));
    }
    if (opens != null && now.isBefore(opens)) {
      return Optional.of(Refusal.conflict("registration-not-open", opens));
    }
    if (closes != null && !now.isBefore(closes)) {
      return Optional.of(Refusal.conflict("registration-closed", closes));
    }
    return Optional.empty();
  }

  /** People can take it. */
  record Published(Offer offer) implements Course {

    /** Gives it more seats. */
    Decision<Course> changeSeats(String id, @Nullable Integer seats, Instant now) {
      if (seats == null || seats < 1 || seats > Offer.MOST_SEATS) {
        return Decision.refuse(Refusal.invalid("field-out-of-range", "seats", 1, Offer.MOST_SEATS));
      }
      if (hasBegun(now)) {
        return Decision.refuse(Refusal.conflict("course-has-begun"));
      }
      if (seats < offer.seats()) {
        return Decision.refuse(Refusal.invalid("seats-only-upward", "seats", offer.seats()));
      }
      if (seats == offer.seats()) {
        return Decision.unchanged();
      }
      Published changed = new Published(offer.withSeats(seats));
      return Decision.accept(changed, CourseFacts.changed(id, changed.offer()));
    }

    /** Takes it back; who registered is told by their registrations. */
    Decision<Course> cancel(String id, Instant now) {
      return hasBegun(now)
          ? Decision.refuse(Refusal.conflict("course-has-begun"))
          : Decision.accept(new Cancelled(offer), new CourseFacts.CourseCancelled(id));
    }
  }

  /** Nobody can take it. */
  record Cancelled(Offer offer) implements Course {}

  /**
   * Publishes a course, or says what is wrong with the draft: one refusal for each field.
   *
   * @param edition which time it is given; none for the first
   * @param circle whom among its audience it is for
   * @param by who publishes it
   */
  static Publication publish(
      String id,
      OfferDraft draft,
      @Nullable Edition edition,
      Circle circle,
      String by,
      Instant now) {
    List<Refusal> wrong = draft.check(now);
    if (!wrong.isEmpty()) {
      return new Publication.Refused(wrong);
    }
    Published course = new Published(draft.offer(by).placed(edition, circle));
    return new Publication.Accepted(course, CourseFacts.published(id, course.offer()));
  }

  /**
   * Publishes it unless it is there. An edition is known by its number, so what is there may be
   * what somebody else made of it: then this one is not it.
   */
  static Decision<Course> publishOnce(
      Optional<Course> before, Published fresh, CourseFacts.CoursePublished fact) {
    if (before.isEmpty()) {
      return Decision.accept(fresh, fact);
    }
    Edition edition = fresh.offer().edition();
    boolean same =
        before.get().offer().sessions().equals(fresh.offer().sessions())
            && before.get().offer().title().equals(fresh.offer().title());
    return edition == null || same
        ? Decision.unchanged()
        : Decision.refuse(Refusal.conflict("edition-taken", edition.number()));
  }

  /** How publishing ended. */
  sealed interface Publication {

    /** It can be offered. */
    record Accepted(Published course, CourseFacts.CoursePublished fact) implements Publication {}

    /** It cannot, for these reasons. */
    record Refused(List<Refusal> reasons) implements Publication {}
  }
}
