package nl.samenopleiden.placement.capacity;

import java.time.Instant;

/**
 * One place that is taken.
 *
 * @param placement which placement takes it: the student and the period
 * @param pabo whose student; the two together are unique within a capacity
 * @param turn counts the takings of this capacity; a place is freed only by who knows its turn
 * @param since when this turn began
 * @param settled whether the student is known to have the placement; one that is not settled for
 *     long was left by a process that died, and is looked after
 */
public record Taking(String placement, String pabo, long turn, Instant since, boolean settled) {

  boolean is(String placement, String pabo) {
    return this.placement.equals(placement) && this.pabo.equals(pabo);
  }
}
