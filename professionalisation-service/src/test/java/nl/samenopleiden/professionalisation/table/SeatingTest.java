package nl.samenopleiden.professionalisation.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Whoever comes, and whoever sat together before: what table groups promise. */
class SeatingTest {

  @Property(tries = 60)
  void everybodySitsOnceAndBoardsAreSpreadAndRepeatsAreFew(
      @ForAll @IntRange(min = 1, max = 70) int people,
      @ForAll @IntRange(min = 1, max = 7) int boards,
      @ForAll @IntRange(min = 3, max = 12) int size,
      @ForAll @IntRange(min = 0, max = 3) int earlier,
      @ForAll long seed) {
    List<Guest> guests = guests(people, boards, new Random(seed));
    Past past = held(guests, size, earlier, seed);
    Seating seating = Seating.of(guests, size, past, seed);

    List<Table> tables = seating.tables();
    assertThat(tables.stream().flatMap(each -> each.guests().stream()))
        .containsExactlyInAnyOrderElementsOf(guests);
    assertEven(tables, size);
    assertSpread(tables, guests);
    assertThat(repeats(tables, past)).isEqualTo(seating.repeats());
    assertThat(seating.repeats()).isBetween(seating.bound(), seating.atFirst());
    assertThat(Seating.of(guests.reversed(), size, past, seed).tables()).isEqualTo(tables);
  }

  @Test
  void twoHundredPeopleOfSevenBoardsAreSeatedWithinTwoSeconds() {
    List<Guest> guests = guests(200, 7, new Random(7));
    Past past = held(guests, 6, 9, 7);
    long start = System.nanoTime();
    Seating seating = Seating.of(guests, 6, past, 42);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(took).as("%s", seating).isLessThan(Duration.ofSeconds(2));
    assertThat(seating.repeats()).isEqualTo(seating.bound()).isZero();
    assertThat(seating.atFirst()).isPositive();
  }

  @Test
  void alsoWhenRepeatsCannotBeAvoidedItIsDoneInTime() {
    List<Guest> guests = guests(200, 7, new Random(8));
    Past past = held(guests, 12, 15, 8);
    long start = System.nanoTime();
    Seating seating = Seating.of(guests, 12, past, 42);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(took).isLessThan(Duration.ofSeconds(2));
    assertThat(seating.repeats()).isBetween(seating.bound(), seating.atFirst());
  }

  @Test
  void theBoundIsReachedWhereEverybodyHasMetEverybody() {
    List<Guest> guests = guests(6, 2, new Random(1));
    Past past = new Past(List.of(List.of(guests.stream().map(Guest::person).toList())));
    Seating seating = Seating.of(guests, 3, past, 1);
    assertThat(seating.bound()).isEqualTo(6);
    assertThat(seating.repeats()).isEqualTo(6);
  }

  private static List<Guest> guests(int people, int boards, Random chance) {
    List<Guest> guests = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      guests.add(new Guest("person-" + i, "board-" + chance.nextInt(boards)));
    }
    return guests;
  }

  /** So many meetings of the same people, each made as Samen makes tables. */
  private static Past held(List<Guest> guests, int size, int meetings, long seed) {
    List<List<List<String>>> held = new ArrayList<>();
    for (int i = 0; i < meetings; i++) {
      held.add(
          Seating.of(guests, size, new Past(held), seed + i).tables().stream()
              .map(table -> table.guests().stream().map(Guest::person).toList())
              .toList());
    }
    return new Past(held);
  }

  private static void assertEven(List<Table> tables, int size) {
    List<Integer> sizes = tables.stream().map(each -> each.guests().size()).toList();
    int largest = sizes.stream().mapToInt(each -> each).max().orElse(0);
    int smallest = sizes.stream().mapToInt(each -> each).min().orElse(0);
    assertThat(largest - smallest).isLessThanOrEqualTo(1);
    assertThat(largest).isLessThanOrEqualTo(size);
  }

  /** Of each board, each table has its fair share, rounded down or up. */
  private static void assertSpread(List<Table> tables, List<Guest> guests) {
    Map<String, Long> each =
        guests.stream().collect(Collectors.groupingBy(Guest::organisation, Collectors.counting()));
    for (Table table : tables) {
      each.forEach(
          (board, people) -> {
            long here =
                table.guests().stream().filter(one -> one.organisation().equals(board)).count();
            long share = people * table.guests().size();
            assertThat(here)
                .isBetween(share / guests.size(), Math.ceilDiv(share, (long) guests.size()));
          });
    }
  }

  private static int repeats(List<Table> tables, Past past) {
    Set<Set<String>> met = new HashSet<>();
    past.meetings().forEach(meeting -> meeting.forEach(table -> met.addAll(pairs(table))));
    return tables.stream()
        .map(table -> table.guests().stream().map(Guest::person).toList())
        .mapToInt(table -> (int) pairs(table).stream().filter(met::contains).count())
        .sum();
  }

  private static Set<Set<String>> pairs(List<String> people) {
    Set<Set<String>> pairs = new HashSet<>();
    for (int i = 0; i < people.size(); i++) {
      for (int j = 0; j < i; j++) {
        pairs.add(Set.of(people.get(i), people.get(j)));
      }
    }
    return pairs;
  }
}
