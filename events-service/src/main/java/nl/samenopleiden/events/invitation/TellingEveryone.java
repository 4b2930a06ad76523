package nl.samenopleiden.events.invitation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nl.samenopleiden.events.evening.Evening;
import nl.samenopleiden.events.evening.Evenings;
import nl.samenopleiden.events.evening.Telling;
import nl.samenopleiden.events.people.People;
import nl.samenopleiden.events.people.Person;
import nl.samenopleiden.platform.inbox.Subscriptions;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Partnerships;
import nl.samenopleiden.platform.tenancy.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells everyone whom an evening concerns that they are invited, or that it is called off: long
 * work, done in parts beside everything else. How far it is stands in the evening; a part that was
 * written but not noted is written again and changes nothing. So it goes on after any crash, and
 * two instances that do it at once do no harm.
 */
@Component
final class TellingEveryone implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(TellingEveryone.class);
  private static final int PART = 500;
  private static final long LOOK_AROUND_SECONDS = 3;

  private final Evenings evenings;
  private final Invitations invitations;
  private final People people;
  private final Partnerships partnerships;
  private final Semaphore hints = new Semaphore(0);
  private volatile boolean running;

  TellingEveryone(
      Evenings evenings,
      Invitations invitations,
      People people,
      Partnerships partnerships,
      Subscriptions subscriptions) {
    this.evenings = evenings;
    this.invitations = invitations;
    this.people = people;
    this.partnerships = partnerships;
    subscriptions
        .on("events", "EveningAnnounced", _ -> hints.release())
        .on("events", "EveningCancelled", _ -> hints.release());
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("telling").start(this::tellForEver);
  }

  @Override
  public void stop() {
    running = false;
    hints.release();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void tellForEver() {
    while (running) {
      try {
        if (hints.tryAcquire(LOOK_AROUND_SECONDS, TimeUnit.SECONDS)) {
          hints.drainPermits();
        }
        for (OwnedId evening : evenings.unfinished()) {
          tellAllOf(evening);
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException failed) {
        later(failed);
      }
    }
  }

  private void tellAllOf(OwnedId evening) {
    try {
      boolean more = running;
      while (more) {
        more = tellSome(evening, PART) && running;
      }
    } catch (RuntimeException failed) {
      later(failed);
    }
  }

  private void later(RuntimeException failed) {
    if (running) {
      log.warn("telling: goes on later: {}", failed.toString());
    }
  }

  /**
   * Tells the next part of them.
   *
   * @param part at most so many
   * @return whether there may be more
   */
  boolean tellSome(OwnedId id, int part) {
    return switch (evenings.find(id).orElseThrow().state()) {
      case Evening.Announced announced when !announced.telling().finished() ->
          inviteSome(id, announced, part);
      case Evening.Cancelled cancelled when !cancelled.telling().finished() ->
          callOffSome(id, cancelled.telling(), part);
      case Evening _ -> false;
    };
  }

  private boolean inviteSome(OwnedId id, Evening.Announced evening, int part) {
    List<Person> next = next(id.owner(), evening, part);
    if (next.isEmpty()) {
      evenings.told(id, evening.telling(), 0, null);
      log.info("telling: {} were invited to evening {}", evening.telling().told(), id.value());
      return false;
    }
    List<Person> concerned = next.stream().filter(evening.audience()::concerns).toList();
    invitations.inviteAll(id, evening.details(), concerned);
    Person last = next.getLast();
    evenings.told(id, evening.telling(), concerned.size(), last.organisation() + "/" + last.key());
    return true;
  }

  /** Those who come next in the order of organisations and keys; of partners of today only. */
  List<Person> next(Owner organiser, Evening.Announced evening, int limit) {
    Set<Owner> partners = partnerships.partnersOf(organiser);
    String after = evening.telling().after();
    int slash = after == null ? -1 : after.indexOf('/');
    List<Person> next = new ArrayList<>();
    for (String organisation : evening.telling().organisations()) {
      Owner owner = Owner.parse(organisation);
      boolean past = after != null && organisation.compareTo(after.substring(0, slash)) < 0;
      if (next.size() >= limit || past || !(owner.equals(organiser) || partners.contains(owner))) {
        continue;
      }
      boolean within = after != null && organisation.equals(after.substring(0, slash));
      next.addAll(
          people.next(
              owner,
              evening.audience().wanted(),
              within && after != null ? after.substring(slash + 1) : null,
              limit - next.size()));
    }
    return next;
  }

  private boolean callOffSome(OwnedId id, Telling telling, int part) {
    Scope scope =
        new Scope(telling.organisations().stream().map(Owner::parse).collect(Collectors.toSet()));
    List<OwnedId> next = invitations.notCalledOff(scope, id, part);
    if (next.isEmpty()) {
      evenings.told(id, telling, 0, null);
      return false;
    }
    invitations.callOffAll(next);
    evenings.told(id, telling, next.size(), next.getLast().toString());
    return true;
  }
}
