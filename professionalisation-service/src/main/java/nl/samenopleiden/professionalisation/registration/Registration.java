package nl.samenopleiden.professionalisation.registration;

import java.time.Instant;
import nl.samenopleiden.platform.tenancy.OwnedId;
import org.jspecify.annotations.Nullable;

/**
 * One person's registration for one course: a document of its own, owned by the person's board or
 * pabo, and named by course and person so that registering again is the same registration.
 *
 * @param course which course, and whose it is
 * @param status where it stands
 * @param number which registration of the course it is, in the order of acceptance; 0 while
 *     pending; whoever is drawn gets the next number in that order
 * @param version counts its changes
 * @param sequence counts its facts
 * @param offeredUntil until when the seat that is offered can be accepted; none when none is
 */
record Registration(
    OwnedId id,
    OwnedId course,
    Status status,
    long number,
    long version,
    long sequence,
    Registrant who,
    @Nullable Instant offeredUntil) {

  /** Where a registration stands. */
  enum Status {
    /** Asked for, not yet accepted: nobody has been told anything. */
    PENDING,
    /** Takes part in a draw that is to come. */
    IN_DRAW,
    SEAT,
    /** A seat came free and is kept until the person accepts it, or does not in time. */
    OFFERED,
    WAITING,
    CANCELLED;

    /** Whether the person takes part, or will when there is room. */
    boolean isInForce() {
      return this == IN_DRAW || this == SEAT || this == OFFERED || this == WAITING;
    }
  }

  /**
   * Who registers, as the token said at that time, or as the person's board says.
   *
   * @param person the token's subject, or a name made from the mail address: see {@link Whose}
   * @param language what to write mails in
   * @param school the location code of the person's school
   * @param enroller the school leader who registers the person; none for who does so in person
   * @param consent whether a school leader is asked; none when the person's board does not want it
   */
  record Registrant(
      String person,
      String name,
      String email,
      String language,
      @Nullable String school,
      @Nullable Enroller enroller,
      @Nullable Consent consent) {

    /** Somebody who registers in person, of a board that does not want anybody to be asked. */
    Registrant(String person, String name, String email, String language, @Nullable String school) {
      this(person, name, email, language, school, null, null);
    }

    /** Who wants it, for the audit trail. */
    String by() {
      return enroller == null ? person : enroller.person();
    }
  }

  /**
   * Who registers somebody else.
   *
   * @param person the token's subject
   */
  record Enroller(String person, String name) {}

  /** The registration of somebody who asks for the first time. */
  static Registration pending(OwnedId id, OwnedId course, Registrant who) {
    return new Registration(id, course, Status.PENDING, 0, 1, 0, who, null);
  }

  /** As far as the desk handles it. */
  Slip slip() {
    return new Slip(id, number, version, sequence, who.by(), who.school(), offeredUntil);
  }

  /**
   * What the desk holds of a registration: enough to move it, and nothing that says who it is but
   * the token's opaque subject.
   *
   * @param person who wanted the registration
   * @param offeredUntil until when a seat is kept for it that has not been accepted
   */
  record Slip(
      OwnedId id,
      long number,
      long version,
      long sequence,
      String person,
      @Nullable String school,
      @Nullable Instant offeredUntil) {}
}
