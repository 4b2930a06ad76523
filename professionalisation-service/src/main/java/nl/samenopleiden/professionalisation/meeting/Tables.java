package nl.samenopleiden.professionalisation.meeting;

import java.util.List;
import java.util.Optional;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Caller;
import org.jspecify.annotations.Nullable;

/** What is known of who sits with whom at a meeting. */
public interface Tables {

  /** Somebody at the same table, for the others at it. */
  record Mate(String name, String role, String organisation) {}

  /**
   * A person's own table.
   *
   * @param number the first table is 1
   * @param mates who else sits there
   */
  record Mine(int number, List<Mate> mates) {
    public Mine {
      mates = List.copyOf(mates);
    }
  }

  /**
   * Somebody to go on with after the meeting.
   *
   * @param school the location code of this person's school
   */
  record Connection(String name, String organisation, @Nullable String school) {}

  /** The caller's table at this meeting, as soon as there are tables and the caller has one. */
  Optional<Mine> mine(Stored<Meeting> meeting, Caller caller);

  /** Whom the caller can go on with after this meeting; nobody before it is over. */
  List<Connection> connections(Stored<Meeting> meeting, Caller caller);
}
