package nl.samenopleiden.events.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.samenopleiden.events.evening.Evening;
import nl.samenopleiden.events.evening.Evenings;
import nl.samenopleiden.events.invitation.Invitation.Answer;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.web.Refusal;
import org.springframework.stereotype.Component;

/**
 * Answering an invitation. YES: take a seat, then write the answer. NO: write the answer, then give
 * the seat back. Either is only about the turn that was seen, see {@link Seats}; what a crash
 * leaves undone {@link SettlingSeats} does.
 */
@Component
final class Answering {

  private static final int MOST_TURNS = 50;
  private static final Refusal FULL = Refusal.conflict("evening-full");

  private final Invitations invitations;
  private final Evenings evenings;
  private final SeatKeeper seats;
  private final Clock clock;

  Answering(Invitations invitations, Evenings evenings, SeatKeeper seats, Clock clock) {
    this.invitations = invitations;
    this.evenings = evenings;
    this.seats = seats;
    this.clock = clock;
  }

  /** Answers the caller's own invitation to this evening. */
  Outcome<Invitation> answer(Access access, String evening, Answer wanted) {
    Optional<OwnedId> id = invitations.mineId(access, evening);
    return id.isEmpty()
        ? Outcome.refused(Refusal.NOT_FOUND)
        : answer(access.caller().person(), id.get(), wanted);
  }

  Outcome<Invitation> answer(String by, OwnedId id, Answer wanted) {
    Instant now = clock.instant();
    for (int attempt = 0; attempt < MOST_TURNS; attempt++) {
      Optional<Stored<Invitation>> stored = invitations.find(id);
      if (stored.isEmpty()) {
        return Outcome.refused(Refusal.NOT_FOUND);
      }
      Invitation seen = stored.get().state();
      Evening evening = evenings.find(seen.ofEvening()).orElseThrow().state();
      Optional<Refusal> closed =
          evening instanceof Evening.Cancelled
              ? Optional.of(Invitation.CALLED_OFF)
              : seen.closed(now);
      if (closed.isPresent()) {
        return Outcome.refused(closed.get());
      }
      if (wanted == Answer.YES
          && seen.answer() != Answer.YES
          && !seats.take(
              seen.ofEvening(), seatOf(id, seen), seen.turn(), evening.details().capacity())) {
        return Outcome.refused(FULL);
      }
      Outcome<Invitation> outcome =
          invitations
              .change(by, id, before -> before.answer(wanted, seen.turn(), now))
              .map(Stored::state);
      if (outcome instanceof Outcome.Refused<Invitation>(var refusal)
          && refusal.equals(Invitation.MEANWHILE)) {
        continue;
      }
      if (outcome instanceof Outcome.Done<Invitation>(var after) && after.answer() == Answer.NO) {
        seats.giveBack(after.ofEvening(), seatOf(id, after), after.turn());
      }
      return outcome;
    }
    throw new IllegalStateException("too many answers at once to one invitation");
  }

  /** Whether anybody who has no seat yet could still get one. */
  boolean isFull(OwnedId evening, int capacity) {
    return seats.of(evening).seats().taken() >= capacity;
  }

  /** What a seat is held by: the organisation and the key of the invited person. */
  static String seatOf(OwnedId id, Invitation invitation) {
    return id.owner() + "~" + invitation.who();
  }
}
