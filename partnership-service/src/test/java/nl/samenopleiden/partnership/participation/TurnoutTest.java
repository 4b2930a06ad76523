package nl.samenopleiden.partnership.participation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import nl.samenopleiden.partnership.overview.Tally;
import org.junit.jupiter.api.Test;

/** Whoever registers for whatever from wherever: everybody is counted, once, at one place. */
class TurnoutTest {

  enum Course {
    VIDEO,
    YOUNG_CHILD,
    ASSESSING
  }

  /** {@code NONE} is of who works at no one school, {@code CLOSED} not in the register any more. */
  enum School {
    BRUG,
    LINDE,
    EIK,
    CLOSED,
    NONE;

    String code() {
      return this == NONE ? "" : name();
    }
  }

  private static final Set<String> OPEN = Set.of("BRUG", "LINDE", "EIK");

  record Person(Course course, School school, boolean seat, boolean oldTitle) {

    String tally() {
      String title = oldTitle ? "Zoals het heette" : "Zoals het heet";
      return seat
          ? Turnout.seat(course.name(), school.code(), title)
          : Turnout.waiting(course.name(), school.code(), title);
    }
  }

  @Property(tries = 1_000)
  void everybodyIsCountedOnce(
      @ForAll @Size(max = 40) List<Course> courses,
      @ForAll @Size(40) List<School> schools,
      @ForAll @Size(40) List<Boolean> seats,
      @ForAll @Size(40) List<Boolean> oldTitles) {
    List<Person> people =
        java.util.stream.IntStream.range(0, courses.size())
            .mapToObj(
                i -> new Person(courses.get(i), schools.get(i), seats.get(i), oldTitles.get(i)))
            .toList();
    Map<String, Turnout> turnouts = turnouts(people);

    for (Course course : Course.values()) {
      List<Person> there = people.stream().filter(each -> each.course() == course).toList();
      Turnout turnout = turnouts.getOrDefault(course.name(), Turnout.NONE);
      assertThat(turnout.all()).isEqualTo(count(there));
      for (School school : School.values()) {
        assertThat(turnout.at(school.code()))
            .isEqualTo(count(there.stream().filter(each -> each.school() == school).toList()));
      }
      Count atSchools = OPEN.stream().map(turnout::at).reduce(Count.NONE, Count::and);
      assertThat(atSchools.and(turnout.elsewhere(OPEN))).isEqualTo(turnout.all());
      Set<String> reached =
          there.stream()
              .map(each -> each.school().code())
              .filter(OPEN::contains)
              .collect(Collectors.toSet());
      assertThat(turnout.reached(OPEN)).isEqualTo(reached.size());
    }
    assertThat(turnouts.values().stream().map(Turnout::all).reduce(Count.NONE, Count::and))
        .isEqualTo(count(people));
  }

  @Test
  void whoWaitsReachesTheSchoolToo() {
    Turnout turnout =
        turnouts(List.of(new Person(Course.VIDEO, School.LINDE, false, false)))
            .getOrDefault("VIDEO", Turnout.NONE);
    assertThat(turnout.reached(OPEN)).isEqualTo(1);
    assertThat(turnout.at("LINDE")).isEqualTo(new Count(0, 1));
    assertThat(turnout.title()).isEqualTo("Zoals het heet");
  }

  /** As the database counts: equal ones together. */
  private static Map<String, Turnout> turnouts(List<Person> people) {
    Map<String, Long> counts = new HashMap<>();
    people.forEach(each -> counts.merge(each.tally(), 1L, Long::sum));
    return Turnout.perCourse(Tally.of(counts));
  }

  private static Count count(List<Person> people) {
    int seats = (int) people.stream().filter(Person::seat).count();
    return new Count(seats, people.size() - seats);
  }
}
