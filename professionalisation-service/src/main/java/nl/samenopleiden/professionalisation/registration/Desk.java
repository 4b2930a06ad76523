package nl.samenopleiden.professionalisation.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.Allotment;
import nl.samenopleiden.professionalisation.course.Draw;
import nl.samenopleiden.professionalisation.course.Shares;
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
 * @param seatedOf how many of those for each organisation that seats are kept for
 * @param waiting who waits for one, the lowest number first
 * @param entered who takes part in the draw that is to come, the lowest number first
 * @param offered for whom a seat is kept that has not been accepted yet, the lowest number first;
 *     they are among the seated
 */
record Desk(
    Terms terms,
    long last,
    int seated,
    Map<Owner, Integer> seatedOf,
    List<Slip> waiting,
    List<Slip> entered,
    List<Slip> offered) {

  /** How many can wait for a seat; a list longer than any board in the country is a mistake. */
  static final int MOST_WAITING = 20_000;

  /** How many the desk moves up in one go, so that what it notes stays small. */
  static final int MOST_PROMOTED = 500;

  /** How many offers lapse in one go, for the same reason. */
  static final int MOST_LAPSED = 500;

  /** Who the audit trail names for what nobody asked for in person. */
  static final String WAITING_LIST = "waiting-list";

  /** Who the audit trail names for what the draw did. */
  static final String DRAW = "draw";

  /** Why nobody can take over a seat that is not passed on, or not any more. */
  static final Refusal NOT_PASSED_ON = Refusal.conflict("seat-not-passed-on");

  private static final Refusal NOT_REGISTERED = Refusal.conflict("not-registered");
  private static final Refusal HAS_A_SEAT = Refusal.conflict("has-a-seat");
  private static final Refusal NO_SEAT_OFFERED = Refusal.conflict("no-seat-offered");

  Desk {
    seatedOf = Map.copyOf(seatedOf);
    waiting = List.copyOf(waiting);
    entered = List.copyOf(entered);
    offered = List.copyOf(offered);
  }

  /** The desk of a course that nobody has registered for. */
  static Desk fresh(Terms terms) {
    return new Desk(terms, 0, 0, Map.of(), List.of(), List.of(), List.of());
  }

  /**
   * What the desk knows of its course.
   *
   * @param version the course's version that it was read from
   * @param startsAt when its first session starts
   */
  record Terms(
      long version,
      String title,
      int seats,
      boolean cancelled,
      Allotment allotment,
      Instant startsAt) {

    /**
     * Whether those who wait can still move up: not any more in a course that offers seats and has
     * begun, because then an offer that lapsed late would be a seat in what is over.
     */
    boolean movesUp(Instant now) {
      return !cancelled && (!allotment.offersSeats() || now.isBefore(startsAt));
    }
  }

  /** One request to the desk; they are taken in order. */
  sealed interface Turn {

    /** Whose registration is taken, given up or changed. */
    default Registration about() {
      return switch (this) {
        case Arrives(var registration) -> registration;
        case Leaves(var registration, _) -> registration;
        case Accepts(var registration) -> registration;
        case Passes(_, var to) -> to;
      };
    }

    /** Somebody wants a place. */
    record Arrives(Registration registration) implements Turn {}

    /**
     * Somebody gives up the place.
     *
     * @param by who wants that, for the audit trail
     */
    record Leaves(Registration registration, String by) implements Turn {}

    /** Somebody accepts the seat that is offered. */
    record Accepts(Registration registration) implements Turn {}

    /**
     * Somebody who has a seat passes it on to somebody else; nobody's turn changes by that.
     *
     * @param from whose seat it is
     * @param to who gets it
     */
    record Passes(Registration from, Registration to) implements Turn {}
  }

  /**
   * A place: a seat, or one on the waiting list.
   *
   * @param waitingPlace how many have to leave before there is a seat; none for who has one
   * @param offeredUntil until when a seat that is offered can be accepted; none when none is
   */
  record Place(
      Status status, long number, @Nullable Integer waitingPlace, @Nullable Instant offeredUntil) {}

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
    return closed(terms, waiting.size() + entered.size());
  }

  private static Optional<Refusal> closed(Terms terms, int inLine) {
    if (terms.cancelled()) {
      return Optional.of(Refusal.conflict("course-cancelled"));
    }
    return inLine >= MOST_WAITING
        ? Optional.of(Refusal.conflict("waiting-list-full"))
        : Optional.empty();
  }

  /** The desk under these terms, unless it knows newer ones. */
  Desk under(Terms said) {
    return said.version() > terms.version()
        ? new Desk(said, last, seated, seatedOf, waiting, entered, offered)
        : this;
  }

  /**
   * Whether somebody waits while there is a seat, or for a draw that is due, or has let an offer
   * lapse.
   */
  boolean canMoveOn(Instant now) {
    if (terms.cancelled()) {
      return false;
    }
    boolean drawIsDue = !entered.isEmpty() && terms.allotment().drawAfter(now).isEmpty();
    // In a rush all seats are taken: then there is nothing to look for.
    boolean seatIsFree = seated < terms.seats() && !waiting.isEmpty();
    return drawIsDue
        || offered.stream().anyMatch(each -> hasLapsed(each, now))
        || (seatIsFree && terms.movesUp(now) && new Deciding(this, now).nextToSit() >= 0);
  }

  /**
   * When something is next to happen here although nobody asks for it: a draw, seats that flow
   * back, or an offer that lapses.
   *
   * @param looked what was due by then has been looked at
   */
  Optional<Instant> dueAfter(Instant looked) {
    List<Instant> due = new ArrayList<>();
    Draw draw = terms.allotment().draw();
    Shares shares = terms.allotment().shares();
    if (draw != null && !entered.isEmpty()) {
      due.add(draw.at());
    }
    if (!waiting.isEmpty() && !shares.kept().isEmpty()) {
      due.add(shares.until());
    }
    offered.stream()
        .flatMap(each -> Optional.ofNullable(each.offeredUntil()).stream())
        .forEach(due::add);
    return due.stream().filter(each -> each.isAfter(looked)).min(Comparator.naturalOrder());
  }

  private static boolean hasLapsed(Slip offered, Instant now) {
    return offered.offeredUntil() == null || !now.isBefore(offered.offeredUntil());
  }

  /** The place on the waiting list of the registration with this number; 0 when it is not there. */
  int placeOf(long number) {
    return placeOf(waiting, number);
  }

  /** Whether the desk does not know of a registration that is in line here. */
  boolean misses(Status status, long number) {
    return switch (status) {
      case WAITING -> placeOf(number) == 0;
      case IN_DRAW -> placeOf(entered, number) == 0;
      case OFFERED -> placeOf(offered, number) == 0;
      case PENDING, SEAT, CANCELLED -> false;
    };
  }

  /** Whether nobody has a seat, waits, or takes part in a draw. */
  boolean isEmpty() {
    return seated == 0 && waiting.isEmpty() && entered.isEmpty();
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
  Handover decide(List<Turn> turns, Instant now) {
    return new Deciding(this, now).decide(turns);
  }

  /** The desk as its document and its registrations say it is. */
  static Desk of(
      Terms terms, long last, int seated, Map<Owner, Integer> seatedOf, List<Registration> inLine) {
    return new Desk(
        terms,
        last,
        seated,
        seatedOf,
        slips(inLine, Status.WAITING),
        slips(inLine, Status.IN_DRAW),
        slips(inLine, Status.OFFERED));
  }

  private static List<Slip> slips(List<Registration> registrations, Status status) {
    return registrations.stream()
        .filter(each -> each.status() == status)
        .map(Registration::slip)
        .sorted(Comparator.comparingLong(Slip::number))
        .toList();
  }

  /** One round of deciding; it is used once. */
  private static final class Deciding {

    private final Terms terms;
    private final Instant moment;
    private final @Nullable Draw drawToCome;
    private final Map<Owner, Integer> shares;
    private final boolean sharesHold;
    private long last;
    private int seated;
    private int promoted;
    private final Map<Owner, Integer> seatedOf;
    private final List<Slip> waiting;
    private final List<Slip> entered;
    private final List<Slip> offered;
    private final SequencedMap<OwnedId, Move> moves = new LinkedHashMap<>();

    Deciding(Desk before, Instant now) {
      terms = before.terms();
      moment = now;
      // Who has a seat or waits for one has been drawn: by a clock that is ahead of this one.
      boolean drawn = before.seated() > 0 || !before.waiting().isEmpty();
      drawToCome = drawn ? null : terms.allotment().drawAfter(now).orElse(null);
      shares = terms.allotment().shares().byOwner();
      sharesHold = terms.allotment().shares().hold(now);
      last = before.last();
      seated = before.seated();
      seatedOf = new HashMap<>(before.seatedOf());
      waiting = new ArrayList<>(before.waiting());
      entered = new ArrayList<>(before.entered());
      offered = new ArrayList<>(before.offered());
    }

    Handover decide(List<Turn> turns) {
      List<Outcome<Registration>> taken = new ArrayList<>(turns.size());
      lapse();
      draw();
      promote();
      for (Turn turn : turns) {
        taken.add(
            switch (turn) {
              case Turn.Arrives(var registration) -> arrive(registration);
              case Turn.Leaves(var registration, var by) -> leave(registration, by);
              case Turn.Accepts(var registration) -> accept(registration);
              case Turn.Passes(var from, var to) -> pass(from, to);
            });
        promote();
      }
      Desk after = new Desk(terms, last, seated, seatedOf, waiting, entered, offered);
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
      Optional<Refusal> closed = Desk.closed(terms, waiting.size() + entered.size());
      if (closed.isPresent()) {
        if (status == Status.PENDING) {
          silently(registration);
        }
        return Outcome.refused(closed.get());
      }
      Slip slip = registration.slip();
      if (drawToCome != null) {
        Step step = new Step(Kind.ENTERED_DRAW, ++last, 0);
        entered.add(move(slip, slip.person(), Status.IN_DRAW, step));
      } else {
        seatOrWait(slip);
      }
      return Outcome.done(registration);
    }

    /** Gives the next number, and with it a seat, or a place behind all who wait. */
    private void seatOrWait(Slip slip) {
      last++;
      if (maySit(slip.id().owner()) && nextToSit() < 0) {
        sit(slip);
        move(slip, slip.person(), Status.SEAT, new Step(Kind.SEAT_CONFIRMED, last, 0));
      } else {
        Step step = new Step(Kind.PLACED_ON_WAITING_LIST, last, waiting.size() + 1);
        waiting.add(move(slip, slip.person(), Status.WAITING, step));
      }
    }

    /**
     * Lets those who took part in the draw have their turn in the order in which they are drawn.
     */
    private void draw() {
      Draw draw = terms.allotment().draw();
      if (draw == null || drawToCome != null || entered.isEmpty() || terms.cancelled()) {
        return;
      }
      Map<Long, Slip> entries = new HashMap<>();
      entered.forEach(each -> entries.put(each.number(), each));
      entered.clear();
      entries.keySet().stream()
          .sorted(draw.order())
          .map(entries::get)
          .forEach(
              slip -> {
                Step drawn = new Step(Kind.DRAWN, slip.number(), 0);
                seatOrWait(move(slip, DRAW, Status.IN_DRAW, drawn));
              });
    }

    /** Whether there is a seat for somebody of this organisation. */
    private boolean maySit(Owner whose) {
      return sharesHold
          ? Shares.freeFor(whose, shares, terms.seats(), seated, seatedOf) > 0
          : seated < terms.seats();
    }

    /** Where on the waiting list the first stands for whom there is a seat; -1 when nobody does. */
    int nextToSit() {
      if (seated >= terms.seats() || waiting.isEmpty()) {
        return -1;
      }
      if (!sharesHold) {
        return 0;
      }
      Set<Owner> full = new HashSet<>();
      for (int i = 0; i < waiting.size(); i++) {
        Owner whose = waiting.get(i).id().owner();
        if (!full.contains(whose)) {
          if (maySit(whose)) {
            return i;
          }
          full.add(whose);
        }
      }
      return -1;
    }

    private void sit(Slip slip) {
      seated++;
      if (shares.containsKey(slip.id().owner())) {
        seatedOf.merge(slip.id().owner(), 1, Integer::sum);
      }
    }

    private void stand(Slip slip) {
      seated--;
      seatedOf.computeIfPresent(slip.id().owner(), (_, count) -> count - 1);
    }

    /** Takes back the seats that were not accepted in time, those that waited longest first. */
    private void lapse() {
      if (terms.cancelled()) {
        return;
      }
      List<Slip> lapsed =
          offered.stream().filter(each -> hasLapsed(each, moment)).limit(MOST_LAPSED).toList();
      for (Slip each : lapsed) {
        offered.remove(each);
        stand(each);
        Step step = new Step(Kind.OFFER_LAPSED, each.number(), 0);
        move(each, WAITING_LIST, Status.CANCELLED, step);
      }
    }

    private Outcome<Registration> accept(Registration registration) {
      Registration now = now(registration);
      if (now.status() == Status.SEAT) {
        return Outcome.done(registration);
      }
      if (terms.cancelled() || now.status() != Status.OFFERED || hasLapsed(now.slip(), moment)) {
        return Outcome.refused(NO_SEAT_OFFERED);
      }
      offered.remove(placeOf(offered, now.number()) - 1);
      Step step = new Step(Kind.PROMOTED, now.number(), 0);
      move(registration.slip(), now.who().person(), Status.SEAT, step);
      return Outcome.done(registration);
    }

    private Outcome<Registration> leave(Registration registration, String by) {
      Registration now = now(registration);
      Slip slip = registration.slip();
      switch (now.status()) {
        case IN_DRAW -> {
          entered.removeIf(each -> each.number() == now.number());
          move(slip, by, Status.CANCELLED, new Step(Kind.WITHDRAWN, now.number(), 0));
        }
        case SEAT -> {
          stand(slip);
          move(slip, by, Status.CANCELLED, new Step(Kind.SEAT_CANCELLED, now.number(), 0));
        }
        case OFFERED -> {
          offered.remove(placeOf(offered, now.number()) - 1);
          stand(slip);
          move(slip, by, Status.CANCELLED, new Step(Kind.OFFER_DECLINED, now.number(), 0));
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

    private Outcome<Registration> pass(Registration from, Registration to) {
      Registration giver = now(from);
      Registration taker = now(to);
      if (terms.cancelled() || giver.status() != Status.SEAT || taker.status() == Status.SEAT) {
        if (taker.status() == Status.PENDING) {
          silently(to);
        }
        return Outcome.refused(taker.status() == Status.SEAT ? HAS_A_SEAT : NOT_PASSED_ON);
      }
      Step gone = new Step(Kind.SEAT_CANCELLED, giver.number(), 0);
      move(from.slip(), giver.who().person(), Status.CANCELLED, gone);
      Step got;
      if (taker.status() == Status.WAITING) {
        waiting.remove(placeOf(waiting, taker.number()) - 1);
        got = new Step(Kind.PROMOTED, taker.number(), 0);
      } else if (taker.status() == Status.OFFERED) {
        // One seat is enough: the other one goes to the next who waits.
        offered.remove(placeOf(offered, taker.number()) - 1);
        stand(to.slip());
        got = new Step(Kind.PROMOTED, taker.number(), 0);
      } else {
        got = new Step(Kind.SEAT_CONFIRMED, ++last, 0);
      }
      move(to.slip(), taker.who().person(), Status.SEAT, got);
      return Outcome.done(to);
    }

    private void promote() {
      for (int next = nextToSit();
          next >= 0 && terms.movesUp(moment) && promoted < MOST_PROMOTED;
          next = nextToSit()) {
        Slip first = waiting.remove(next);
        sit(first);
        promoted++;
        Optional<Instant> until = terms.allotment().acceptUntil(moment, terms.startsAt());
        if (until.isPresent()) {
          Step step = new Step(Kind.SEAT_OFFERED, first.number(), 0, until.get());
          offer(move(first, WAITING_LIST, Status.OFFERED, step));
        } else {
          move(first, WAITING_LIST, Status.SEAT, new Step(Kind.PROMOTED, first.number(), 0));
        }
      }
    }

    /** Adds an offer in the order of numbers: shares can let somebody pass who came later. */
    private void offer(Slip slip) {
      int at = offered.size();
      while (at > 0 && offered.get(at - 1).number() > slip.number()) {
        at--;
      }
      offered.add(at, slip);
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
          slip.school(),
          step.until());
    }
  }

  private Place place(Registration registration) {
    int place = registration.status() == Status.WAITING ? placeOf(registration.number()) : 0;
    return new Place(
        registration.status(),
        registration.number(),
        place == 0 ? null : Integer.valueOf(place),
        registration.offeredUntil());
  }
}
