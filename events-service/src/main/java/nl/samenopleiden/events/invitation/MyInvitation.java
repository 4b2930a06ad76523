package nl.samenopleiden.events.invitation;

import java.time.Instant;
import nl.samenopleiden.platform.store.Stored;

/**
 * An invitation as the invited person sees it.
 *
 * @param evening the evening's id
 * @param answer {@code YES}, {@code NO} or {@code NONE}
 * @param cancelled whether the evening was called off
 */
public record MyInvitation(
    String evening, String title, Instant startsAt, String answer, boolean cancelled) {

  /** This invitation. */
  public static MyInvitation of(Stored<Invitation> stored) {
    return of(stored.state());
  }

  static MyInvitation of(Invitation invitation) {
    return new MyInvitation(
        invitation.ofEvening().value(),
        invitation.title(),
        invitation.startsAt(),
        invitation.answer().name(),
        invitation.calledOff());
  }
}
