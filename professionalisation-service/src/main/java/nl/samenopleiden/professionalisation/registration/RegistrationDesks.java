package nl.samenopleiden.professionalisation.registration;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.samenopleiden.platform.inbox.Event;
import nl.samenopleiden.platform.inbox.Subscriptions;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.professionalisation.registration.RegistrationBook.Left;
import nl.samenopleiden.professionalisation.registration.RegistrationDesk.Request;
import nl.samenopleiden.professionalisation.registration.RegistrationDesk.Taken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The desks of all courses, and the sweep that drives on what a crash left: decisions that were not
 * carried out, and people who asked and were not answered. A desk also looks again when its course
 * has changed; that is told by the service's own events, so that it is not forgotten either.
 */
@Component
final class RegistrationDesks implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(RegistrationDesks.class);
  private static final Duration SWEEP = Duration.ofSeconds(3);
  private static final Duration FORGET_AFTER = Duration.ofMinutes(10);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int MOST_AT_ONCE = 2_000;

  private final RegistrationBook book;
  private final Clock clock;
  private final Map<OwnedId, RegistrationDesk> desks = new ConcurrentHashMap<>();
  private volatile boolean running;
  private volatile Thread sweeper = Thread.ofVirtual().unstarted(() -> {});

  RegistrationDesks(RegistrationBook book, Subscriptions subscriptions, Clock clock) {
    this.book = book;
    this.clock = clock;
    subscriptions
        .on("professionalisation", "CourseChanged", this::courseChanged)
        .on("professionalisation", "CourseCancelled", this::courseChanged);
  }

  /** Asks the desk of a course, and waits for its answer. */
  Outcome<Taken> ask(OwnedId course, Request request) {
    return await(desk(course).submit(request));
  }

  /** Asks the desk of a course several things, which have their turn in this order. */
  List<Outcome<Taken>> askAll(OwnedId course, List<Request> requests) {
    RegistrationDesk desk = desk(course);
    return requests.stream().map(desk::submit).toList().stream()
        .map(RegistrationDesks::await)
        .toList();
  }

  private static Outcome<Taken> await(CompletableFuture<Outcome<Taken>> answer) {
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Outcome.refused(RegistrationDesk.TRY_AGAIN);
    } catch (TimeoutException late) {
      return Outcome.refused(RegistrationDesk.TRY_AGAIN);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    }
  }

  /** The place on the waiting list of the registration with this number; 0 when it is not there. */
  int placeOf(OwnedId course, long number) {
    int place = desk(course).lastSeen().map(seen -> seen.placeOf(number)).orElse(0);
    if (place == 0) {
      ask(course, new Request.LookAgain());
      place = desk(course).lastSeen().map(seen -> seen.placeOf(number)).orElse(0);
    }
    return place;
  }

  private RegistrationDesk desk(OwnedId course) {
    return desks.computeIfAbsent(course, id -> new RegistrationDesk(id, book, clock));
  }

  private void courseChanged(Event event) {
    if (book.version(event.id()) == 0) {
      // Nobody has registered yet: whoever comes first will see the course as it is.
      return;
    }
    if (ask(event.id(), new Request.LookAgain()) instanceof Outcome.Refused<Taken>(var refusal)
        && refusal.equals(RegistrationDesk.TRY_AGAIN)) {
      throw new MongoException("the desk could not be reached");
    }
  }

  @Override
  public void start() {
    running = true;
    sweeper = Thread.ofVirtual().name("desk-sweep").start(this::sweepForEver);
  }

  @Override
  public void stop() {
    running = false;
    sweeper.interrupt();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void sweepForEver() {
    while (running) {
      try {
        sweep(clock.instant().minus(SWEEP));
      } catch (RuntimeException failed) {
        if (running) {
          log.warn("desk: sweep failed: {}", failed.toString());
        }
      }
      try {
        TimeUnit.MILLISECONDS.sleep(SWEEP.toMillis());
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Puts in the queues what has been lying since before this time. */
  void sweep(Instant before) {
    for (OwnedId course : book.desksLeft(before, MOST_AT_ONCE)) {
      desk(course).submit(new Request.LookAgain());
    }
    for (OwnedId course : book.desksDue(clock.instant(), MOST_AT_ONCE)) {
      desk(course).submit(new Request.LookAgain());
    }
    for (Left left : book.pendingLeft(before, MOST_AT_ONCE)) {
      Registration pending = left.registration();
      desk(pending.course()).submit(new Request.Finish(pending.id(), !left.takesOver()));
    }
    desks.values().forEach(desk -> desk.forgetAfter(FORGET_AFTER));
  }
}
