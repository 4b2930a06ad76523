package nl.samenopleiden.professionalisation.registration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.registration.Move.Kind;
import nl.samenopleiden.professionalisation.registration.Move.Step;
import nl.samenopleiden.professionalisation.registration.Registration.Slip;
import nl.samenopleiden.professionalisation.registration.Registration.Status;
import org.jspecify.annotations.Nullable;

/**
 * The desk of one course, where registrations are taken in strict order. It holds what deciding
 * needs and no more; the rest stands in the registrations.
 *
 * @param terms what the course says
 * @param last the last number that was handed out
 * @param seated how many have a seat
 * @param waiting who waits for one, the lowest number first
 */
record Desk(Terms terms, long last, int seated, List<Slip> waiting) {

  /** How many can wait for a seat; a list longer than any board in the country is a mistake. */
  static final int MOST_WAITING = 20_000;

  /** How many the desk moves up in one go, so that what it notes stays small. */
  static final int MOST_PROMOTED = 500;

  /** Who the audit trail names for what nobody asked for in person. */
  static final String WAITING_LIST = "waiting-list";

  private static final Refusal NOT_REGISTERED = Refusal.conflict("not-registered");

  Desk {
    waiting = List.copyOf(waiting);
  }

  /**
   * What the desk knows of its course.
   *
   * @param version the course's version that it was read from
   */
  record Terms(long version, String title, int seats, boolean cancelled) {}

  /** One request to the desk; they are taken in order. */
  sealed interface Turn {

    /** Somebody wants a place. */
    record Arrives(Registration registration) implements Turn {}

    /**
     * Somebody gives up the place.
     *
     * @param by who wants that, for the audit trail
     */
    record Leaves(Registration registration, String by) implements Turn {}
  }

  /**
   * A place: a seat, or one on the waiting list.
   *
   * @param waitingPlace how many have to leave before there is a seat; none for who has one
   */
  record Place(Status status, long number, @Nullable Integer waitingPlace) {}

  /**
   * What the desk decided.
   *
   * @param after the desk as it is then
   * @param moves the registrations that move, each once
   * @param answers one for each turn, in order
   */
  record Handover(Desk after, List<Move> moves, List<Outcome<Place>> answers) {}

  /** Why nobody new can be taken, if that is so. */
  Optional<Refusal> closed() {
    return closed(terms, waiting);
  }

  private static Optional<Refusal> closed(Terms terms, List<Slip> waiting) {
    if (terms.cancelled()) {
      return Optional.of(Refusal.conflict("course-cancelled"));
    }
    return waiting.size() >= MOST_WAITING
        ? Optional.of(Refusal.conflict("waiting-list-full"))
        : Optional.empty();
  }

  /** The desk under these terms, unless it knows newer ones. */
  Desk under(Terms said) {
    return said.version() > terms.version() ? new Desk(said, last, seated, waiting) : this;
  }

  /** Whether somebody waits while there is a seat. */
  boolean canPromote() {
    return !terms.cancelled() && seated < terms.seats() && !waiting.isEmpty();
  }

  /** The place on the waiting list of the registration with this number; 0 when it is not there. */
  int placeOf(long number) {
    return placeOf(waiting, number);
  }

  private static int placeOf(List<Slip> waiting, long number) {
    int low = 0;
    int high = waiting.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long there = waiting.get(middle).number();
      if (there == number) {
        return middle + 1;
      }
      if (there < number) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return 0;
  }

  /** Decides what all these turns lead to, in their order. */
  Handover decide(List<Turn> turns) {
    return new Deciding(this).decide(turns);
  }

  /** The desk as its document and its registrations say it is. */
  static Desk of(Terms terms, long last, int seated, List<Registration> waiting) {
    return new Desk(
        terms,
        last,
        seated,
        waiting.stream()
            .map(Registration::slip)
            .sorted(Comparator.comparingLong(Slip::number))
            .toList());
  }

  /** One round of deciding; it is used once. */
  private static final class Deciding {

    private final Terms terms;
    private long last;
    private int seated;
    private int promoted;
    private final List<Slip> waiting;
    private final SequencedMap<OwnedId, Move> moves = new LinkedHashMap<>();

    Deciding(Desk before) {
      terms = before.terms();
      last = before.last();
      seated = before.seated();
      waiting = new ArrayList<>(before.waiting());
    }

    Handover decide(List<Turn> turns) {
      List<Outcome<Registration>> taken = new ArrayList<>(turns.size());
      promote();
      for (Turn turn : turns) {
        taken.add(
            switch (turn) {
              case Turn.Arrives(var registration) -> arrive(registration);
              case Turn.Leaves(var registration, var by) -> leave(registration, by);
            });
        promote();
      }
      Desk after = new Desk(terms, last, seated, waiting);
      List<Outcome<Place>> answers =
          taken.stream().map(each -> each.map(those -> after.place(now(those)))).toList();
      return new Handover(after, List.copyOf(moves.values()), answers);
    }

    /** The registration as it stands after what was decided in this round. */
    private Registration now(Registration registration) {
      Move move = moves.get(registration.id());
      return move == null ? registration : move.applyTo(registration);
    }

    private Outcome<Registration> arrive(Registration registration) {
      Status status = now(registration).status();
      if (status.isInForce()) {
        return Outcome.done(registration);
      }
      Optional<Refusal> closed = Desk.closed(terms, waiting);
      if (closed.isPresent()) {
        if (status == Status.PENDING) {
          silently(registration);
        }
        return Outcome.refused(closed.get());
      }
      last++;
      Slip slip = registration.slip();
      if (seated < terms.seats() && waiting.isEmpty()) {
        seated++;
        move(slip, slip.person(), Status.SEAT, new Step(Kind.SEAT_CONFIRMED, last, 0));
      } else {
        Step step = new Step(Kind.PLACED_ON_WAITING_LIST, last, waiting.size() + 1);
        waiting.add(move(slip, slip.person(), Status.WAITING, step));
      }
      return Outcome.done(registration);
    }

    private Outcome<Registration> leave(Registration registration, String by) {
      Registration now = now(registration);
      Slip slip = registration.slip();
      switch (now.status()) {
        case SEAT -> {
          seated--;
          move(slip, by, Status.CANCELLED, new Step(Kind.SEAT_CANCELLED, now.number(), 0));
        }
        case WAITING -> {
          waiting.remove(placeOf(waiting, now.number()) - 1);
          move(slip, by, Status.CANCELLED, new Step(Kind.WAITING_CANCELLED, now.number(), 0));
        }
        case PENDING -> silently(registration);
        case CANCELLED -> {
          return Outcome.refused(NOT_REGISTERED);
        }
      }
      return Outcome.done(registration);
    }

    private void promote() {
      while (!terms.cancelled()
          && seated < terms.seats()
          && !waiting.isEmpty()
          && promoted < MOST_PROMOTED) {
        Slip first = waiting.removeFirst();
        seated++;
        promoted++;
        move(first, WAITING_LIST, Status.SEAT, new Step(Kind.PROMOTED, first.number(), 0));
      }
    }

    private void silently(Registration pending) {
      moves.put(
          pending.id(),
          new Move(
              pending.id(),
              pending.version(),
              pending.sequence(),
              Status.CANCELLED,
              0,
              List.of(),
              pending.who().person(),
              pending.who().school()));
    }

    /** Moves a registration one step on, and gives what the desk holds of it then. */
    private Slip move(Slip slip, String by, Status status, Step step) {
      Move before = moves.get(slip.id());
      Move move =
          before != null
              ? before.then(status, step)
              : new Move(
                  slip.id(),
                  slip.version(),
                  slip.sequence(),
                  status,
                  step.number(),
                  List.of(step),
                  by,
                  slip.school());
      moves.put(slip.id(), move);
      return new Slip(
          slip.id(),
          step.number(),
          move.version() + 1,
          move.sequence() + move.steps().size(),
          slip.person(),
          slip.school());
    }
  }

  private Place place(Registration registration) {
    int place = registration.status() == Status.WAITING ? placeOf(registration.number()) : 0;
    return new Place(
        registration.status(), registration.number(), place == 0 ? null : Integer.valueOf(place));
  }
}
