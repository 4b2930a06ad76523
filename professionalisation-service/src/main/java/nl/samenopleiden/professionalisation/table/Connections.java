package nl.samenopleiden.professionalisation.table;

import java.util.List;
import nl.samenopleiden.professionalisation.meeting.Participant;

/**
 * Whom somebody can go on with after a meeting: who sat at the same table and agreed to be named,
 * as the person did too. In the order of joining: nobody is better than another.
 */
final class Connections {

  private Connections() {}

  /** The proposals for this person, out of the others at the table. */
  static List<Participant> of(Participant person, List<Participant> others) {
    return person.shown() ? others.stream().filter(Participant::shown).toList() : List.of();
  }
}
