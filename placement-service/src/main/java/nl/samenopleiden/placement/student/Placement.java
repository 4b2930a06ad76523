package nl.samenopleiden.placement.student;

import java.time.Instant;
import nl.samenopleiden.placement.capacity.CapacityId;

/**
 * Where a student is placed in a period.
 *
 * @param id the student and the period: the same for every attempt to place this student in it
 * @param where whose place it takes
 * @param schoolName as the school was called then
 * @param year which year of the programme the student was in
 * @param turn by which turn the place was taken
 * @param since when the student was placed
 */
public record Placement(
    String id, CapacityId where, String schoolName, int year, long turn, Instant since) {

  /** The id of a student's placement in a period. */
  public static String idOf(String student, Object period) {
    return student + "~" + period;
  }

  Placement turned(long later) {
    return new Placement(id, where, schoolName, year, later, since);
  }

  /**
   * A placement that has come to an end.
   *
   * @param freed whether the school has its place back
   */
  public record Ended(Placement placement, Instant at, boolean freed) {}
}
