package nl.samenopleiden.events.invitation;

import com.mongodb.MongoException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenopleiden.events.invitation.Invitation.Answer;
import nl.samenopleiden.platform.inbox.Event;
import nl.samenopleiden.platform.inbox.Subscriptions;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Drives on what a crash left undone. Between taking a seat and writing YES: the seats have just
 * changed, and are compared with the answers. Between writing NO and giving the seat back: the fact
 * stands in the invitation until it is told, and is heard here.
 */
@Component
final class SettlingSeats {

  private static final Logger log = LoggerFactory.getLogger(SettlingSeats.class);

  /** What is to be done about one seat. */
  enum Step {
    /** Seat and answer agree. */
    NOTHING,
    /** The seat was taken for an answer that was not written: write it. */
    WRITE_YES,
    /** The answer has gone on since the seat was taken: give it back. */
    GIVE_BACK
  }

  private final Invitations invitations;
  private final SeatKeeper seats;
  private final Clock clock;

  SettlingSeats(
      Invitations invitations, SeatKeeper seats, Clock clock, Subscriptions subscriptions) {
    this.invitations = invitations;
    this.seats = seats;
    this.clock = clock;
    subscriptions.on("events", "InvitationAnswered", this::answered);
  }

  private void answered(Event event) {
    invitations
        .find(event.id())
        .map(Stored::state)
        .filter(invitation -> invitation.answer() != Answer.YES)
        .ifPresent(
            invitation ->
                seats.giveBack(
                    invitation.ofEvening(),
                    Answering.seatOf(event.id(), invitation),
                    invitation.turn()));
  }

  /** Looks at all evenings whose seats changed. */
  @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
  void settleAll() {
    try {
      seats.unsettled().forEach(this::settle);
    } catch (MongoException away) {
      log.warn("seats: settled later, the database does not answer: {}", away.toString());
    }
  }

  void settle(OwnedId evening) {
    SeatKeeper.Kept kept = seats.of(evening);
    Map<OwnedId, Seats.Holder> holders = new HashMap<>();
    kept.seats().holders().forEach(holder -> holders.put(invitationOf(evening, holder), holder));
    if (holders.isEmpty()) {
      seats.settled(evening, kept);
      return;
    }
    Scope scope =
        new Scope(holders.keySet().stream().map(OwnedId::owner).collect(Collectors.toSet()));
    Map<OwnedId, Invitation> found = invitations.findAll(scope, holders.keySet().stream().toList());
    int put = 0;
    for (Map.Entry<OwnedId, Seats.Holder> each : holders.entrySet()) {
      Seats.Holder holder = each.getValue();
      Optional<Invitation> invitation = Optional.ofNullable(found.get(each.getKey()));
      switch (step(holder, invitation)) {
        case NOTHING -> {}
        case WRITE_YES -> {
          writeYes(evening, each.getKey(), holder);
          put++;
        }
        case GIVE_BACK -> {
          int turn = invitation.map(Invitation::turn).orElse(Integer.MAX_VALUE);
          seats.giveBack(evening, holder.who(), turn);
          put++;
        }
      }
    }
    if (put == 0) {
      seats.settled(evening, kept);
    } else {
      log.info("seats: put right {} of evening {}", put, evening.value());
    }
  }

  /** What is to be done about a seat, given the invitation that it was taken for. */
  static Step step(Seats.Holder holder, Optional<Invitation> invitation) {
    if (invitation.isEmpty()) {
      return Step.GIVE_BACK;
    }
    Invitation now = invitation.get();
    if (now.answer() == Answer.YES) {
      return Step.NOTHING;
    }
    return now.turn() == holder.turn() ? Step.WRITE_YES : Step.GIVE_BACK;
  }

  private void writeYes(OwnedId evening, OwnedId id, Seats.Holder holder) {
    Outcome<Stored<Invitation>> outcome =
        invitations.change(
            Invitations.BY_ITSELF,
            id,
            before -> before.answer(Answer.YES, holder.turn(), clock.instant()));
    if (outcome instanceof Outcome.Refused<Stored<Invitation>>(var refusal)
        && !refusal.equals(Invitation.MEANWHILE)) {
      // It began, or was called off: nobody is promised this seat any more.
      seats.giveBack(evening, holder.who(), holder.turn() + 1);
    }
  }

  private static OwnedId invitationOf(OwnedId evening, Seats.Holder holder) {
    int tilde = holder.who().indexOf('~');
    return Invitation.idOf(
        Owner.parse(holder.who().substring(0, tilde)),
        evening.value(),
        holder.who().substring(tilde + 1));
  }
}
