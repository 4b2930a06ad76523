package nl.samenopleiden.partnership.participation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import nl.samenopleiden.partnership.overview.Tally;

/**
 * How the people of one board take part in one course. Everybody is counted once: at the school
 * that the registration names, or at none.
 *
 * @param title what the registrations call the course
 * @param perSchool by location code; the empty one is of those who work at no one school
 */
record Turnout(String title, Map<String, Count> perSchool) {

  private static final String SEAT = "SEAT";
  private static final String WAITING = "WAITING";

  /** Nobody takes part. */
  static final Turnout NONE = new Turnout("", Map.of());

  Turnout {
    perSchool = Map.copyOf(perSchool);
  }

  /** What somebody with a seat counts as. */
  static String seat(String course, String school, String title) {
    return Tally.text(course, SEAT, school, title);
  }

  /** What somebody who waits counts as. */
  static String waiting(String course, String school, String title) {
    return Tally.text(course, WAITING, school, title);
  }

  /** The turnouts by the ids of their courses. */
  static Map<String, Turnout> perCourse(Map<Tally, Integer> tallies) {
    Map<String, Turnout> turnouts = new HashMap<>();
    tallies.forEach(
        (tally, count) -> {
          boolean seat = tally.part(1).equals(SEAT);
          turnouts.merge(
              tally.part(0),
              new Turnout(
                  tally.part(3),
                  Map.of(tally.part(2), new Count(seat ? count : 0, seat ? 0 : count))),
              Turnout::and);
        });
    return turnouts;
  }

  /** All of them together. */
  Count all() {
    return perSchool.values().stream().reduce(Count.NONE, Count::and);
  }

  /** Those of this school. */
  Count at(String school) {
    return perSchool.getOrDefault(school, Count.NONE);
  }

  /** How many of these schools are reached: somebody of the school has a seat or waits for one. */
  int reached(Collection<String> schools) {
    return (int) schools.stream().filter(school -> at(school).anybody()).count();
  }

  /** Those who are of none of these schools. */
  Count elsewhere(Collection<String> schools) {
    return perSchool.entrySet().stream()
        .filter(each -> !schools.contains(each.getKey()))
        .map(Map.Entry::getValue)
        .reduce(Count.NONE, Count::and);
  }

  private Turnout and(Turnout other) {
    Map<String, Count> together = new HashMap<>(perSchool);
    other.perSchool.forEach((school, count) -> together.merge(school, count, Count::and));
    return new Turnout(title.isEmpty() ? other.title : title, together);
  }
}
