package nl.samenopleiden.partnership.participation;

import com.fasterxml.jackson.annotation.JsonInclude;
import nl.samenopleiden.partnership.school.SchoolDetails;
import nl.samenopleiden.platform.store.Page;
import org.jspecify.annotations.Nullable;

/**
 * One course by itself.
 *
 * @param elsewhere those of the board who are of none of its open schools; only for its coordinator
 * @param schools the board's open schools by name, also those that are not reached; only for its
 *     coordinator
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CourseDetail(
    CourseLine course, @Nullable Elsewhere elsewhere, @Nullable Page<SchoolLine> schools) {

  /**
   * Those who work at no one school, or at one that is not in the register any more.
   *
   * @param seats how many have a seat
   * @param waiting how many wait for one
   */
  public record Elsewhere(int seats, int waiting) {}

  /**
   * One school.
   *
   * @param school the location code
   * @param seats how many have a seat
   * @param waiting how many wait for one
   * @param reached whether there is anybody
   */
  public record SchoolLine(
      String school, String name, String place, int seats, int waiting, boolean reached) {

    static SchoolLine of(SchoolDetails its, Count count) {
      return new SchoolLine(
          its.code(), its.name(), its.place(), count.seats(), count.waiting(), count.anybody());
    }
  }
}
