package nl.samenopleiden.professionalisation.registration;

import io.opentelemetry.context.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.registration.Desk.Handover;
import nl.samenopleiden.professionalisation.registration.Desk.Place;
import nl.samenopleiden.professionalisation.registration.Desk.Turn;
import nl.samenopleiden.professionalisation.registration.Registration.Registrant;
import nl.samenopleiden.professionalisation.registration.Registration.Status;
import nl.samenopleiden.professionalisation.registration.RegistrationBook.Opened;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves one course: takes all that wait in its queue at once, decides on them in their order with
 * one conditional write, carries that out, and only then answers. What it remembers of the desk is
 * a cache: when the database says otherwise it reads again and decides again.
 */
final class RegistrationDesk {

  /** A request and who waits for its answer. */
  record Ticket(
      Request request, CompletableFuture<Outcome<Taken>> answer, Context trace, long until) {}

  /** What can be asked of a desk. */
  sealed interface Request {

    /** Somebody wants a place. */
    record Register(OwnedId id, Registrant who) implements Request {}

    /**
     * A school leader wants a place for a colleague.
     *
     * @param id what it is called when the colleague is known by the mail address only
     */
    record Enrol(OwnedId id, Registrant who) implements Request {}

    /** Somebody gives up the place. */
    record Cancel(OwnedId id) implements Request {}

    /** Somebody accepts the seat that is offered. */
    record Accept(OwnedId id) implements Request {}

    /**
     * A school leader does not agree with a registration.
     *
     * @param at when the person registered that the leader was asked about
     * @param by who did not agree, for the audit trail
     */
    record Refuse(OwnedId id, Instant at, String by) implements Request {}

    /** Somebody takes over a seat that a colleague passes on. */
    record TakeOver(OwnedId from, OwnedId id, Registrant who) implements Request {}

    /**
     * Somebody wanted a place and has not been answered.
     *
     * @param any whether it was any place, and not that of a colleague only
     */
    record Finish(OwnedId id, boolean any) implements Request {}

    /** The course, or the desk's document, may have changed. */
    record LookAgain() implements Request {}
  }

  /**
   * The answer.
   *
   * @param registration the one that it is about, as it was before
   * @param fresh whether this request led to it, and not one before
   */
  record Taken(Registration registration, Place place, boolean fresh) {

    /** What the registration is called. */
    OwnedId id() {
      return registration.id();
    }
  }

  static final Refusal TRY_AGAIN = new Refusal("try-again", 503, null, List.of());

  private static final Logger log = LoggerFactory.getLogger(RegistrationDesk.class);
  private static final int MOST_AT_ONCE = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration TIDY_AFTER = Duration.ofMillis(50);
  private static final long LONGEST_PAUSE_MILLIS = 500;

  /** Who the audit trail names when nobody waits for an answer any more. */
  private static final String SWEEP = "sweep";

  /** Who the audit trail names when a course was cancelled. */
  private static final String COURSE = "course-cancelled";

  private final OwnedId course;
  private final RegistrationBook book;
  private final Clock clock;
  private final LinkedBlockingQueue<Ticket> queue = new LinkedBlockingQueue<>();
  private final AtomicBoolean serving = new AtomicBoolean();
  private volatile @Nullable Opened opened;
  private volatile long lastUsed = System.nanoTime();

  RegistrationDesk(OwnedId course, RegistrationBook book, Clock clock) {
    this.course = course;
    this.book = book;
    this.clock = clock;
  }

  /** Puts a request in the queue; the answer comes when it has been carried out. */
  CompletableFuture<Outcome<Taken>> submit(Request request) {
    Ticket ticket =
        new Ticket(
            request,
            new CompletableFuture<>(),
            Context.current(),
            System.nanoTime() + PATIENCE.toNanos());
    queue.add(ticket);
    serve();
    return ticket.answer();
  }

  /** The desk as it was last seen here; empty when it was not, or long ago. */
  Optional<Desk> lastSeen() {
    Opened seen = opened;
    return seen == null ? Optional.empty() : Optional.of(seen.desk());
  }

  /** Forgets the cache of a desk that nobody used for so long. */
  void forgetAfter(Duration idle) {
    if (!serving.get() && System.nanoTime() - lastUsed > idle.toNanos()) {
      opened = null;
    }
  }

  private void serve() {
    if (serving.compareAndSet(false, true)) {
      Thread.ofVirtual().name("desk").start(this::serveAll);
    }
  }

  private void serveAll() {
    try {
      Instant looked = clock.instant();
      List<Ticket> tickets = take(Duration.ZERO);
      while (!tickets.isEmpty()) {
        serveUntilDone(new Round(tickets));
        lastUsed = System.nanoTime();
        looked = moveOn();
        tickets = take(TIDY_AFTER);
      }
      tidy(looked);
    } catch (RuntimeException left) {
      opened = null;
      log.warn("desk: what is left over waits for the sweep: {}", left.toString());
    } finally {
      serving.set(false);
      if (!queue.isEmpty()) {
        serve();
      }
    }
  }

  /** All that wait, but not too many; nothing when nobody comes for so long. */
  private List<Ticket> take(Duration longest) {
    List<Ticket> tickets = new ArrayList<>();
    try {
      Ticket first = queue.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
      if (first != null) {
        tickets.add(first);
        queue.drainTo(tickets, MOST_AT_ONCE - 1);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return tickets;
  }

  private void serveUntilDone(Round round) {
    for (int attempt = 0; !round.tickets.isEmpty(); attempt++) {
      try {
        if (serveOnce(round)) {
          return;
        }
      } catch (RuntimeException failed) {
        log.warn("desk: a round is repeated: {}", failed.toString());
      }
      // Whatever went wrong, the database knows what has been decided.
      opened = null;
      pause(attempt);
      giveUpOnLate(round);
    }
  }

  private void giveUpOnLate(Round round) {
    long now = System.nanoTime();
    round.tickets.removeIf(
        each -> now - each.until() > 0 && each.answer().complete(Outcome.refused(TRY_AGAIN)));
  }

  /** Serves a round; false when somebody else changed the desk meanwhile. */
  private boolean serveOnce(Round round) {
    Opened before = current(round.looksAgain());
    if (before == null) {
      round.tickets.forEach(each -> each.answer().complete(Outcome.refused(Refusal.NOT_FOUND)));
      return true;
    }
    Desk desk = before.desk();
    if (round.looksAgain()) {
      desk = book.terms(course).map(desk::under).orElse(desk);
    }
    Map<OwnedId, OwnedId> inPerson = new HashMap<>();
    round
        .enrolled()
        .forEach((home, people) -> inPerson.putAll(book.inPerson(course, home, people)));
    round.name(course, before.byMail(), inPerson);
    Map<OwnedId, Registration> there = gather(round, desk);
    if (there.values().stream().anyMatch(isUnknownTo(desk))) {
      return false;
    }
    List<Ticket> asked = new ArrayList<>();
    List<Turn> turns = new ArrayList<>();
    for (Ticket ticket : round.tickets) {
      turn(round, ticket, there, before)
          .ifPresent(
              turn -> {
                asked.add(ticket);
                turns.add(turn);
              });
    }
    Handover handover = desk.decide(turns, clock.instant());
    if (!decided(before, handover, round.traces())) {
      return false;
    }
    answer(round, asked, turns, handover, desk);
    return true;
  }

  private static Predicate<Registration> isUnknownTo(Desk desk) {
    return each -> desk.misses(each.status(), each.number());
  }

  /** The desk, read again when it is not known or, if asked for, no longer what it was. */
  private @Nullable Opened current(boolean check) {
    Opened known = opened;
    if (known == null || (check && book.version(course) != known.version())) {
      known = book.open(course).orElse(null);
      opened = known;
    }
    return known;
  }

  /** The registrations that the round is about; those who register for the first time asked now. */
  private Map<OwnedId, Registration> gather(Round round, Desk desk) {
    Map<OwnedId, Registrant> people = round.registering();
    Map<OwnedId, Registration> there = new HashMap<>();
    Set<OwnedId> others = round.others();
    if (desk.closed().isPresent()) {
      others.addAll(people.keySet());
    } else if (!people.isEmpty()) {
      Set<OwnedId> takingOver = round.takingOver();
      Map<OwnedId, Registration> earlier = book.ask(course, people, takingOver);
      people.forEach(
          (id, who) -> {
            if (!earlier.containsKey(id)) {
              round.fresh.add(id);
              there.put(id, Registration.pending(id, course, who));
            }
          });
      earlier.values().stream()
          .filter(each -> !each.status().isInForce())
          .forEach(each -> round.fresh.add(each.id()));
      List<Registration> cancelled =
          earlier.values().stream().filter(each -> each.status() == Status.CANCELLED).toList();
      there.putAll(earlier);
      there.putAll(book.askAgain(cancelled, people, takingOver));
      others.removeAll(there.keySet());
    }
    there.putAll(book.find(others));
    return there;
  }

  private Optional<Turn> turn(
      Round round, Ticket ticket, Map<OwnedId, Registration> there, Opened before) {
    if (ticket.request() instanceof Request.LookAgain) {
      return Optional.empty();
    }
    Optional<Registration> found = Optional.ofNullable(there.get(round.idOf(ticket)));
    return switch (ticket.request()) {
      case Request.Register _, Request.Enrol _ -> found.map(Turn.Arrives::new);
      case Request.Cancel _ -> found.map(each -> new Turn.Leaves(each, each.who().person()));
      case Request.Accept _ -> found.map(Turn.Accepts::new);
      case Request.Refuse(_, var at, var by) ->
          found
              .filter(
                  each ->
                      each.who().consent() instanceof Consent.Asked asked && asked.at().equals(at))
              .map(each -> new Turn.Leaves(each, by));
      case Request.TakeOver(var from, _, _) ->
          Optional.ofNullable(there.get(from))
              .flatMap(giver -> found.map(to -> new Turn.Passes(giver, to)));
      case Request.Finish(_, var any) ->
          found
              .filter(each -> each.status() == Status.PENDING)
              .map(
                  each ->
                      any && !cameOtherwise(round, each, before)
                          ? new Turn.Arrives(each)
                          : new Turn.Leaves(each, SWEEP));
      case Request.LookAgain() -> Optional.empty();
    };
  }

  /** Whether somebody who was not answered is registered under the other name meanwhile. */
  private boolean cameOtherwise(Round round, Registration pending, Opened before) {
    Owner home = pending.id().owner();
    OwnedId mail = Whose.idByMail(course, home, pending.who().email());
    if (!Whose.isByMail(pending.id())) {
      return before.byMail().contains(mail) || round.enrols(mail);
    }
    return round.comesInPerson(mail)
        || !book.inPerson(course, home, List.of(pending.who())).isEmpty();
  }

  /** Writes what was decided, and carries it out. */
  private boolean decided(Opened before, Handover handover, Map<OwnedId, Context> traces) {
    boolean changed =
        !handover.moves().isEmpty()
            || handover.after().terms().version() != before.desk().terms().version();
    if (!changed) {
      return true;
    }
    if (!book.handOver(course, before, handover)) {
      return false;
    }
    book.carryOut(course, handover.after().terms().title(), handover.moves(), traces);
    opened = before.after(handover);
    return true;
  }

  private void answer(
      Round round, List<Ticket> asked, List<Turn> turns, Handover handover, Desk desk) {
    for (int i = 0; i < asked.size(); i++) {
      Ticket ticket = asked.get(i);
      Registration about = turns.get(i).about();
      boolean fresh =
          (ticket.request() instanceof Request.Register
                  || ticket.request() instanceof Request.Enrol)
              && round.fresh.remove(about.id());
      ticket
          .answer()
          .complete(handover.answers().get(i).map(place -> new Taken(about, place, fresh)));
    }
    for (Ticket ticket : round.tickets) {
      // Those without a turn; completing what has been completed does nothing.
      ticket
          .answer()
          .complete(
              Outcome.refused(
                  ticket.request() instanceof Request.Register
                          || ticket.request() instanceof Request.Enrol
                          || ticket.request() instanceof Request.TakeOver
                      ? desk.closed().orElse(TRY_AGAIN)
                      : Refusal.conflict("not-registered")));
    }
  }

  /**
   * Moves up who still waits although there are seats, draws what is due, and empties a cancelled
   * course.
   *
   * @return when it last looked whether there is anything to do
   */
  private Instant moveOn() {
    Instant looked = clock.instant();
    Opened now = opened;
    while (now != null && queue.isEmpty()) {
      List<Turn> turns = leftover(now.desk());
      if (turns.isEmpty() && !now.desk().canMoveOn(looked)) {
        return looked;
      }
      if (!decided(now, now.desk().decide(turns, looked), Map.of())) {
        opened = null;
        submit(new Request.LookAgain());
      }
      now = opened;
      looked = clock.instant();
    }
    return Instant.MIN;
  }

  private void tidy(Instant looked) {
    Opened now = opened;
    if (now != null) {
      book.tidy(course, now.version(), now.desk().dueAfter(looked));
    }
  }

  private List<Turn> leftover(Desk desk) {
    if (!desk.terms().cancelled() || desk.isEmpty()) {
      return List.of();
    }
    return book.inForce(course, MOST_AT_ONCE).stream()
        .<Turn>map(each -> new Turn.Leaves(each, COURSE))
        .toList();
  }

  private static void pause(int attempt) {
    try {
      TimeUnit.MILLISECONDS.sleep(Math.min(LONGEST_PAUSE_MILLIS, 5L << Math.min(attempt, 7)));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
