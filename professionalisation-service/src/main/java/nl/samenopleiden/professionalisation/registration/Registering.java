package nl.samenopleiden.professionalisation.registration;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Caller;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.Admission;
import nl.samenopleiden.professionalisation.course.Asking;
import nl.samenopleiden.professionalisation.course.Course;
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
  private final AnswerBook answerBook;
  private final Admission admission;
  private final Practices practices;
  private final Agreements agreements;
  private final Clock clock;

  Registering(
      Courses courses,
      RegistrationDesks desks,
      RegistrationBook book,
      AnswerBook answerBook,
      Admission admission,
      Practices practices,
      Agreements agreements,
      Clock clock) {
    this.courses = courses;
    this.desks = desks;
    this.book = book;
    this.answerBook = answerBook;
    this.admission = admission;
    this.practices = practices;
    this.agreements = agreements;
    this.clock = clock;
  }

  /**
   * Gives the caller a seat or a place on the waiting list; the same one when asked again. What the
   * caller answered to the course's questions is kept once the place is certain, so that nobody's
   * place waits for it.
   */
  Outcome<Taken> register(Access access, String id, Locale language, Answers answers) {
    Optional<Stored<Course>> found = courses.known(access, id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.NOT_FOUND);
    }
    Caller caller = access.caller();
    OwnedId course = found.get().id();
    Optional<Refusal> closed = found.get().state().closedAt(clock.instant());
    if (closed.isPresent()) {
      return own(course, caller)
          .map(each -> Outcome.done(new Taken(each, place(each), false)))
          .orElseGet(() -> Outcome.refused(closed.get()));
    }
    Offer offer = found.get().state().offer();
    Optional<Refusal> outside = admission.refused(caller, offer.forWhom(), language);
    if (outside.isPresent()) {
      return Outcome.refused(outside.get());
    }
    List<Refusal> wrong = answers.check(offer.asking());
    if (!wrong.isEmpty()) {
      return own(course, caller)
          .map(each -> Outcome.done(new Taken(each, place(each), false)))
          .orElseGet(() -> Outcome.refused(wrong.getFirst()));
    }
    Registrant who = practices.registrant(caller, language, offer);
    OwnedId own = Whose.idOf(course, caller);
    Optional<Refusal> refused = agreements.standsInTheWay(own, who);
    if (refused.isPresent()) {
      return Outcome.refused(refused.get());
    }
    Outcome<Taken> outcome = desks.ask(course, new Request.Register(own, who));
    if (offer.asking().anything()
        && outcome instanceof Outcome.Done<Taken>(var taken)
        && (taken.fresh() || !answers.blank())) {
      answerBook.keep(taken.id(), course, offer, answers);
    }
    return outcome;
  }

  /** Changes what the caller answered; possible until the course begins. */
  Outcome<Answers> answer(Access access, String id, Answers answers) {
    Optional<Stored<Course>> found = courses.known(access, id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.NOT_FOUND);
    }
    OwnedId course = found.get().id();
    Offer offer = found.get().state().offer();
    if (found.get().state().hasBegun(clock.instant())) {
      return Outcome.refused(Refusal.conflict("course-has-begun"));
    }
    Optional<Registration> own = own(course, access.caller());
    if (own.isEmpty()) {
      return Outcome.refused(Refusal.conflict("not-registered"));
    }
    List<Refusal> wrong = answers.check(offer.asking());
    if (!wrong.isEmpty()) {
      return Outcome.refused(wrong.getFirst());
    }
    answerBook.keep(own.get().id(), course, offer, answers);
    return Outcome.done(answers.to(offer.asking()));
  }

  /** What the caller answered to a course's questions. */
  Answers answers(OwnedId course, Caller caller) {
    return own(course, caller).flatMap(each -> answerBook.find(each.id())).orElse(Answers.NONE);
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
    return desks.ask(course, new Request.Cancel(ownId(course, access.caller())));
  }

  /** Accepts the seat that is offered to the caller; doing so again changes nothing. */
  Outcome<Taken> accept(Access access, String id) {
    Optional<Stored<Course>> found = courses.known(access, id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.NOT_FOUND);
    }
    OwnedId course = found.get().id();
    return desks.ask(course, new Request.Accept(ownId(course, access.caller())));
  }

  /** The caller's place in a course. */
  Optional<Place> place(OwnedId course, Caller caller) {
    return own(course, caller).map(this::place);
  }

  /** The caller's registration in a course, if it is in force. */
  Optional<Registration> own(OwnedId course, Caller caller) {
    return book.own(caller, course.value()).filter(each -> each.status().isInForce());
  }

  private OwnedId ownId(OwnedId course, Caller caller) {
    return own(course, caller).map(Registration::id).orElseGet(() -> Whose.idOf(course, caller));
  }

  /** The place that a registration in force gives. */
  Place place(Registration registration) {
    int place =
        registration.status() == Registration.Status.WAITING
            ? desks.placeOf(registration.course(), registration.number())
            : 0;
    return new Place(
        registration.status(),
        registration.number(),
        place == 0 ? null : Integer.valueOf(place),
        registration.offeredUntil());
  }

  /** What was answered with these registrations for a course; nothing when it asks nothing. */
  Map<OwnedId, Answers> answers(Scope scope, Asking asking, List<Registration> registrations) {
    return asking.anything()
        ? answerBook.find(scope, registrations.stream().map(Registration::id).toList())
        : Map.of();
  }
}
