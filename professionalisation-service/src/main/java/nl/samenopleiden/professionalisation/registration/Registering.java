package nl.samenopleiden.professionalisation.registration;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Caller;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.CourseWords;
import nl.samenopleiden.professionalisation.course.Courses;
import nl.samenopleiden.professionalisation.course.Offer;
import nl.samenopleiden.professionalisation.registration.Desk.Place;
import nl.samenopleiden.professionalisation.registration.Registration.Registrant;
import nl.samenopleiden.professionalisation.registration.RegistrationDesk.Request;
import nl.samenopleiden.professionalisation.registration.RegistrationDesk.Taken;
import org.springframework.stereotype.Component;

/** Registering for a course that one may see, and cancelling that. */
@Component
final class Registering {

  private final Courses courses;
  private final RegistrationDesks desks;
  private final RegistrationBook book;
  private final CourseWords words;
  private final Clock clock;

  Registering(
      Courses courses,
      RegistrationDesks desks,
      RegistrationBook book,
      CourseWords words,
      Clock clock) {
    this.courses = courses;
    this.desks = desks;
    this.book = book;
    this.words = words;
    this.clock = clock;
  }

  /** Gives the caller a seat or a place on the waiting list; the same one when asked again. */
  Outcome<Taken> register(Access access, String id, Locale language) {
    Optional<Stored<Course>> found = courses.known(access, id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.NOT_FOUND);
    }
    Caller caller = access.caller();
    OwnedId course = found.get().id();
    Optional<Refusal> closed = found.get().state().closedAt(clock.instant());
    if (closed.isPresent()) {
      return place(course, caller)
          .map(place -> Outcome.done(new Taken(place, false)))
          .orElseGet(() -> Outcome.refused(closed.get()));
    }
    Offer offer = found.get().state().offer();
    if (!offer.meant(caller)) {
      return Outcome.refused(Offer.forOthers(words.audience(offer, language)));
    }
    Registrant who =
        new Registrant(
            caller.person(),
            caller.name(),
            caller.email(),
            language.getLanguage().equals("en") ? "en" : "nl",
            caller.school());
    return desks.ask(course, new Request.Register(idOf(course, caller), who));
  }

  /** Gives up the caller's place; a seat goes to the first who waits. */
  Outcome<Taken> cancel(Access access, String id) {
    Optional<Stored<Course>> found = courses.known(access, id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.NOT_FOUND);
    }
    if (found.get().state().hasBegun(clock.instant())) {
      return Outcome.refused(Refusal.conflict("course-has-begun"));
    }
    OwnedId course = found.get().id();
    return desks.ask(course, new Request.Cancel(idOf(course, access.caller())));
  }

  /** The caller's place in a course. */
  Optional<Place> place(OwnedId course, Caller caller) {
    OwnedId id = idOf(course, caller);
    return Optional.ofNullable(book.find(List.of(id)).get(id))
        .filter(each -> each.status().isInForce())
        .map(this::place);
  }

  /** The place that a registration in force gives. */
  Place place(Registration registration) {
    int place =
        registration.status() == Registration.Status.WAITING
            ? desks.placeOf(registration.course(), registration.number())
            : 0;
    return new Place(
        registration.status(), registration.number(), place == 0 ? null : Integer.valueOf(place));
  }

  /** The one registration that this person can have for this course. */
  static OwnedId idOf(OwnedId course, Caller caller) {
    return new OwnedId(caller.home(), nameOf(course.value(), caller));
  }

  /** Its name within the person's organisation. */
  static String nameOf(String course, Caller caller) {
    return course + "~" + UUID.nameUUIDFromBytes(caller.person().getBytes(StandardCharsets.UTF_8));
  }
}
