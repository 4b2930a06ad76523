package nl.samenopleiden.professionalisation.meeting;

import nl.samenopleiden.platform.tenancy.Owner;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes part in a meeting.
 *
 * @param number which participant of the meeting it is, in the order of joining
 * @param question what the person asked beforehand, if anything
 * @param shown whether the person agreed to be named to somebody else who did, in proposals for
 *     going on together
 */
public record Participant(long number, Who who, @Nullable Question question, boolean shown) {

  /**
   * Who takes part, as the token said at that time.
   *
   * @param person the token's subject
   * @param language what to write mails in
   * @param organisation the text form of the person's board or pabo
   * @param role as tokens name it, for example {@code school-educator}
   * @param school the location code of the person's school
   */
  public record Who(
      String person,
      String name,
      String email,
      String language,
      String organisation,
      String role,
      @Nullable String school) {

    /** The person's board or pabo. */
    public Owner of() {
      return Owner.parse(organisation);
    }
  }

  boolean is(String person) {
    return who.person().equals(person);
  }

  Participant with(@Nullable Question asked, boolean agreed) {
    return new Participant(number, who, asked, agreed);
  }
}
