package nl.samenopleiden.partnership.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A board in numbers, for its coordinator and for the programme managers of its pabos. No names of
 * people and no judgement: how many, where, when.
 *
 * @param board the board's number
 * @param schools how many open schools it has
 * @param colleagues how many people it has listed
 */
public record Overview(
    String board,
    String name,
    long schools,
    long colleagues,
    List<CourseCount> courses,
    List<PlacementCount> placements,
    List<CapacityCount> capacity,
    List<EveningCount> evenings) {

  /**
   * Colleagues in one course.
   *
   * @param seats how many have a seat
   * @param waiting how many wait for one
   */
  public record CourseCount(
      String course, String title, int seats, int waiting, boolean cancelled) {}

  /** Students at one school in one period. */
  public record PlacementCount(
      String school, String schoolName, String period, String kind, int count) {}

  /**
   * Places that schools offer in one period.
   *
   * @param places how many are offered
   * @param placed how many students are placed
   */
  public record CapacityCount(String period, int places, int placed) {}

  /**
   * Colleagues at one evening.
   *
   * @param startsAt null when it is not known
   * @param invited how many were invited
   * @param yes how many said that they come
   * @param no how many said that they do not
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record EveningCount(
      String evening,
      String title,
      @Nullable Instant startsAt,
      int invited,
      int yes,
      int no,
      boolean cancelled) {

    /** How many have not answered. */
    public int open() {
      return Math.max(0, invited - yes - no);
    }
  }
}
