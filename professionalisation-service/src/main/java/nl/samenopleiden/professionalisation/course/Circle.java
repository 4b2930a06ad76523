package nl.samenopleiden.professionalisation.course;

import java.util.List;
import nl.samenopleiden.platform.tenancy.Owner;
import org.jspecify.annotations.Nullable;

/**
 * Whom, among those who have the roles, something is for. People of one of the boards and people of
 * one of the schools are in it; without boards and schools everybody is.
 *
 * <p>Themes shut nobody out. What is known here of somebody's themes is what that person chose
 * before, so a course on a theme would be closed to exactly those who are new to it. They are a
 * reason to suggest it to those who chose such a theme before.
 *
 * @param boards their numbers
 * @param themes keys of {@link Theme}
 * @param prior what one must have taken part in before; none when nothing
 */
public record Circle(
    List<String> boards, List<School> schools, List<String> themes, @Nullable Prior prior) {

  /** Everybody. */
  public static final Circle EVERYBODY = new Circle(List.of(), List.of(), List.of(), null);

  static final int MOST_BOARDS = 100;
  static final int MOST_SCHOOLS = 200;

  /**
   * A school.
   *
   * @param board the number of its board: when the school goes to another one, it is not meant any
   *     more
   * @param code its location code
   */
  public record School(String board, String code) {}

  /**
   * An earlier course.
   *
   * @param course the text form of its id
   * @param edition which edition that is
   * @param everyEdition whether any other edition will do as well
   */
  public record Prior(
      String course, String title, int edition, boolean everyEdition, Proof proof) {}

  /** How somebody must have taken part in an earlier course. */
  public enum Proof {
    /** Has, or had until it was over, a seat. */
    SEAT,
    /** Was there. */
    ATTENDED
  }

  /** The same, unchangeable. */
  public Circle {
    boards = List.copyOf(boards);
    schools = List.copyOf(schools);
    themes = List.copyOf(themes);
  }

  /** Whether people of all organisations are in it. */
  public boolean everywhere() {
    return boards.isEmpty() && schools.isEmpty();
  }

  /** Whether it is open to everybody. */
  public boolean open() {
    return everywhere() && prior == null;
  }

  /** Whether there can be people of this board in it. */
  boolean reaches(String board) {
    return everywhere()
        || boards.contains(board)
        || schools.stream().anyMatch(each -> each.board().equals(board));
  }

  /**
   * Whether somebody is of one of its boards or schools; what came before is not looked at.
   *
   * @param home whose people somebody is one of
   * @param school the location code of the school
   */
  public boolean holds(Owner home, @Nullable String school) {
    return everywhere()
        || (home.isBoard()
            && (boards.contains(home.code())
                || (school != null && schools.contains(new School(home.code(), school)))));
  }
}
