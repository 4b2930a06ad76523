package nl.samenopleiden.events.invitation;

import java.time.Instant;
import java.util.Optional;
import nl.samenopleiden.events.evening.Details;
import nl.samenopleiden.events.people.Person;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One person is invited to one evening.
 *
 * @param evening the evening and whose it is, in text form
 * @param title the evening's
 * @param startsAt the evening's
 * @param who the person's key, made of the mail address
 * @param name for the letter
 * @param email where letters go
 * @param school the location code of the school that the person works at, if at one
 * @param answer what the person says
 * @param turn counts the answers; who writes one says which turn it saw, so that of two at once
 *     only one counts
 * @param calledOff whether the evening was called off
 */
public record Invitation(
    String evening,
    String title,
    Instant startsAt,
    String who,
    String name,
    String email,
    @Nullable String school,
    Answer answer,
    int turn,
    boolean calledOff) {

  /** What somebody says to an invitation. */
  public enum Answer {
    /** Nothing yet. */
    NONE,
    /** Comes. */
    YES,
    /** Does not come. */
    NO
  }

  /** Somebody was invited. */
  record PersonInvited(String evening, String title, Instant startsAt, @Nullable String school) {}

  /** Somebody answered. */
  record InvitationAnswered(String evening, String title, Answer answer, @Nullable String school) {}

  /** The evening that somebody was invited to was called off. */
  record InvitationCalledOff(
      String evening, String title, Instant startsAt, @Nullable String school) {}

  /** Somebody else wrote an answer meanwhile: look again. */
  static final Refusal MEANWHILE = Refusal.conflict("answered-meanwhile");

  static final Refusal STARTED = Refusal.conflict("evening-started");
  static final Refusal CALLED_OFF = Refusal.conflict("evening-cancelled");

  /** The invitation of this person to this evening: inviting twice gives the same. */
  static OwnedId idOf(Owner organisation, String evening, String who) {
    return new OwnedId(organisation, evening + "~" + who);
  }

  /** The evening. */
  OwnedId ofEvening() {
    return OwnedId.parse(evening);
  }

  /** Invites, if that was not done before. */
  static Decision<Invitation> invite(
      Optional<Invitation> before, OwnedId evening, Details details, Person person) {
    if (before.isPresent()) {
      return Decision.unchanged();
    }
    return Decision.accept(
        new Invitation(
            evening.toString(),
            details.title(),
            details.startsAt(),
            person.key(),
            person.name(),
            person.email(),
            person.school(),
            Answer.NONE,
            0,
            false),
        new PersonInvited(evening.value(), details.title(), details.startsAt(), person.school()));
  }

  /** Why no answer can be given any more; empty when one can. */
  Optional<Refusal> closed(Instant now) {
    if (calledOff) {
      return Optional.of(CALLED_OFF);
    }
    return now.isBefore(startsAt) ? Optional.empty() : Optional.of(STARTED);
  }

  /**
   * Answers.
   *
   * @param seen the turn that was seen when a seat was taken for this answer
   */
  Decision<Invitation> answer(Answer wanted, int seen, Instant now) {
    Optional<Refusal> closed = closed(now);
    if (closed.isPresent()) {
      return Decision.refuse(closed.get());
    }
    if (answer == wanted) {
      return Decision.unchanged();
    }
    if (turn != seen) {
      return Decision.refuse(MEANWHILE);
    }
    return Decision.accept(
        new Invitation(evening, title, startsAt, who, name, email, school, wanted, turn + 1, false),
        new InvitationAnswered(ofEvening().value(), title, wanted, school));
  }

  /** Notes that the evening was called off. */
  Decision<Invitation> callOff() {
    if (calledOff) {
      return Decision.unchanged();
    }
    return Decision.accept(
        new Invitation(evening, title, startsAt, who, name, email, school, answer, turn, true),
        new InvitationCalledOff(ofEvening().value(), title, startsAt, school));
  }
}
