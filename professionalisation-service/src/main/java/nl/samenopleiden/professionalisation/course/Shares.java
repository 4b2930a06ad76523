package nl.samenopleiden.professionalisation.course;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.samenopleiden.platform.tenancy.Owner;

/**
 * Seats that are kept for people of certain boards until a moment; what is not used by then goes to
 * whoever is first.
 *
 * @param kept how many for each of these boards
 * @param until when what is unused flows back
 */
public record Shares(List<Share> kept, Instant until) {

  /** Nothing is kept for anybody. */
  public static final Shares NONE = new Shares(List.of(), Instant.EPOCH);

  /** The same, unchangeable. */
  public Shares {
    kept = List.copyOf(kept);
  }

  /**
   * What is kept for one board.
   *
   * @param board its number
   * @param seats at least 1
   */
  public record Share(String board, int seats) {}

  /** Whether seats are kept at this moment. */
  public boolean hold(Instant now) {
    return !kept.isEmpty() && now.isBefore(until);
  }

  /** How many seats are kept, by whose people they are for. */
  public Map<Owner, Integer> byOwner() {
    return kept.stream()
        .collect(Collectors.toUnmodifiableMap(each -> Owner.board(each.board()), Share::seats));
  }

  /**
   * How many of a course's seats somebody could still take while seats are kept.
   *
   * @param seats how many the course has
   * @param seated how many are taken
   * @param seatedOf how many of those by people of each board that has a share
   */
  public static int freeFor(
      Owner whose,
      Map<Owner, Integer> shares,
      int seats,
      int seated,
      Map<Owner, Integer> seatedOf) {
    int spokenFor = seated;
    for (Map.Entry<Owner, Integer> each : shares.entrySet()) {
      spokenFor += Math.max(0, each.getValue() - seatedOf.getOrDefault(each.getKey(), 0));
    }
    int general = Math.max(0, seats - spokenFor);
    int own = Math.max(0, shares.getOrDefault(whose, 0) - seatedOf.getOrDefault(whose, 0));
    return own + general;
  }
}
