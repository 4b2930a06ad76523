package nl.samenopleiden.professionalisation.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.professionalisation.registration.Registration.Status;
import org.jspecify.annotations.Nullable;

/**
 * How the desk moves one registration: decided and noted in the desk's own document first, then
 * written to the registration. It holds for exactly one version of the registration, so writing it
 * twice is once.
 *
 * @param version the version of the registration that it moves
 * @param sequence how many facts the registration had before
 * @param status where it stands after
 * @param number its number after
 * @param steps what happened on the way, each a fact; none when nobody needs to know
 * @param by who wanted it, for the audit trail
 */
record Move(
    OwnedId id,
    long version,
    long sequence,
    Status status,
    long number,
    List<Step> steps,
    String by,
    @Nullable String school) {

  Move {
    steps = List.copyOf(steps);
  }

  /** What happened. */
  enum Kind {
    ENTERED_DRAW,
    DRAWN,
    WITHDRAWN,
    SEAT_CONFIRMED,
    PLACED_ON_WAITING_LIST,
    PROMOTED,
    SEAT_OFFERED,
    OFFER_DECLINED,
    OFFER_LAPSED,
    SEAT_CANCELLED,
    WAITING_CANCELLED
  }

  /**
   * One step.
   *
   * @param number the registration's number at that time
   * @param waiting its place on the waiting list at that time; 0 when it has none
   * @param until until when the seat can be accepted, when one is offered
   */
  record Step(Kind kind, long number, int waiting, @Nullable Instant until) {

    /** A step that offers no seat. */
    Step(Kind kind, long number, int waiting) {
      this(kind, number, waiting, null);
    }
  }

  /** Until when the seat that it offers can be accepted; none when it does not end with that. */
  @Nullable Instant offeredUntil() {
    return steps.isEmpty() ? null : steps.getLast().until();
  }

  /** Which entry in the draw it was, if the draw led to this move. */
  Optional<Long> entry() {
    return steps.stream().filter(step -> step.kind() == Kind.DRAWN).map(Step::number).findFirst();
  }

  /** The same move with one step more. */
  Move then(Status after, Step step) {
    List<Step> more = new ArrayList<>(steps);
    more.add(step);
    return new Move(id, version, sequence, after, step.number(), more, by, school);
  }

  /**
   * The registration as it stands after the move; unchanged when the move is not for it as it is.
   */
  Registration applyTo(Registration registration) {
    return registration.version() != version
        ? registration
        : new Registration(
            id,
            registration.course(),
            status,
            number,
            version + 1,
            sequence + steps.size(),
            registration.who(),
            offeredUntil());
  }

  /** What the other services, and the mails, hear of it. */
  List<Object> facts(String course, String title) {
    return steps.stream().map(step -> fact(step, course, title)).toList();
  }

  private Object fact(Step step, String course, String title) {
    return switch (step.kind()) {
      case ENTERED_DRAW -> new RegistrationFacts.EnteredDraw(course, title, step.number(), school);
      case DRAWN -> new RegistrationFacts.Drawn(course, title, step.number(), school);
      case WITHDRAWN ->
          new RegistrationFacts.WithdrawnFromDraw(course, title, step.number(), school);
      case SEAT_CONFIRMED ->
          new RegistrationFacts.SeatConfirmed(course, title, step.number(), school);
      case PLACED_ON_WAITING_LIST ->
          new RegistrationFacts.PlacedOnWaitingList(
              course, title, step.number(), step.waiting(), school);
      case PROMOTED ->
          new RegistrationFacts.PromotedFromWaitingList(course, title, step.number(), school);
      case SEAT_OFFERED ->
          new RegistrationFacts.SeatOffered(
              course, title, step.number(), Objects.requireNonNull(step.until()), school);
      case OFFER_DECLINED ->
          new RegistrationFacts.RegistrationCancelled(
              course, title, step.number(), "OFFERED", school);
      case OFFER_LAPSED ->
          new RegistrationFacts.RegistrationCancelled(
              course, title, step.number(), "OFFERED", school, "LAPSED");
      case SEAT_CANCELLED ->
          new RegistrationFacts.RegistrationCancelled(course, title, step.number(), "SEAT", school);
      case WAITING_CANCELLED ->
          new RegistrationFacts.RegistrationCancelled(
              course, title, step.number(), "WAITING", school);
    };
  }
}
