package nl.samenopleiden.events.invitation;

import java.time.Clock;
import java.util.Optional;
import nl.samenopleiden.events.evening.Evening;
import nl.samenopleiden.events.evening.Evenings;
import nl.samenopleiden.events.people.Organisations;
import nl.samenopleiden.platform.inbox.Event;
import nl.samenopleiden.platform.inbox.Subscriptions;
import nl.samenopleiden.platform.mail.Mailer;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.OwnedId;
import org.springframework.stereotype.Component;

/**
 * Sends a letter for each fact that an invitation tells. The facts stand in the invitation's own
 * document until they are told, so that no crash loses a letter, and come in order: nobody hears
 * that something is called off before the invitation to it. A letter bears the name of its
 * invitation, so that a fact which comes twice is one letter.
 */
@Component
final class Mailing {

  private final Invitations invitations;
  private final Evenings evenings;
  private final Organisations organisations;
  private final Letters letters;
  private final Mailer mailer;
  private final Clock clock;

  Mailing(
      Invitations invitations,
      Evenings evenings,
      Organisations organisations,
      Letters letters,
      Mailer mailer,
      Clock clock,
      Subscriptions subscriptions) {
    this.invitations = invitations;
    this.evenings = evenings;
    this.organisations = organisations;
    this.letters = letters;
    this.mailer = mailer;
    this.clock = clock;
    subscriptions
        .on("events", "PersonInvited", this::invited)
        .on("events", "InvitationCalledOff", this::calledOff);
  }

  private void invited(Event event) {
    Optional<Invitation> invitation = invitation(event);
    if (invitation.isEmpty()) {
      return;
    }
    Stored<Evening> evening = evening(invitation.get());
    if (!evening.state().details().hasStarted(clock.instant())) {
      mailer.queue(
          event.id(),
          letters.invitation(
              invitation.get(),
              evening.id(),
              evening.state().details(),
              organisations.nameOf(evening.id().owner())));
    }
    if (evening.state() instanceof Evening.Cancelled) {
      // It was called off while people were being invited, and this one may have been overlooked.
      invitations.change(Invitations.BY_ITSELF, event.id(), Invitation::callOff);
    }
  }

  private void calledOff(Event event) {
    invitation(event)
        .ifPresent(
            invitation -> {
              Stored<Evening> evening = evening(invitation);
              mailer.queue(
                  new OwnedId(event.owner(), event.id().value() + "~called-off"),
                  letters.calledOff(
                      invitation,
                      evening.id(),
                      evening.state().details(),
                      organisations.nameOf(evening.id().owner())));
            });
  }

  private Optional<Invitation> invitation(Event event) {
    return invitations.find(event.id()).map(Stored::state);
  }

  private Stored<Evening> evening(Invitation invitation) {
    return evenings.find(invitation.ofEvening()).orElseThrow();
  }
}
