package nl.samenopleiden.placement.placement;

import java.time.Instant;
import nl.samenopleiden.placement.capacity.Kind;
import nl.samenopleiden.placement.capacity.Period;

/** What a reader may know of placements: each kind of reader sees another part. */
public sealed interface PlacementView {

  /**
   * For the student's own pabo.
   *
   * @param id the placement's: the student and the period
   * @param school the location code
   */
  record OfStudent(
      String id,
      String student,
      String name,
      String number,
      int year,
      String school,
      String schoolName,
      String town,
      String board,
      Period period,
      Kind kind,
      Instant since)
      implements PlacementView {

    OfStudent named(String now, String numbered) {
      return new OfStudent(
          id, student, now, numbered, year, school, schoolName, town, board, period, kind, since);
    }
  }

  /** For those who receive the student at the school: who comes, and nothing more. */
  record AtSchool(
      String id,
      String pabo,
      String school,
      String schoolName,
      Period period,
      Kind kind,
      String name,
      int year)
      implements PlacementView {

    AtSchool named(String now) {
      return new AtSchool(id, pabo, school, schoolName, period, kind, now, year);
    }
  }

  /** For the board: how many students a school receives in a period. */
  record Number(String school, String schoolName, Period period, long count)
      implements PlacementView {}
}
