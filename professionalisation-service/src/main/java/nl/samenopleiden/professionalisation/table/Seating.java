package nl.samenopleiden.professionalisation.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Who sits with whom.
 *
 * @param repeats how many pairs at one table have sat together before
 * @param bound how few such pairs there can be, proven
 * @param atFirst how many such pairs there were in the random division that the search began with
 */
record Seating(List<Table> tables, int repeats, int bound, int atFirst) {

  Seating {
    tables = List.copyOf(tables);
  }

  /**
   * Makes the fewest tables of at most this size, whose sizes differ by at most one, with the
   * boards spread over them and as few repeated meetings as were found. The same guests, past and
   * seed give the same tables.
   *
   * @param guests everybody once
   * @param size at least 1
   */
  static Seating of(List<Guest> guests, int size, Past past, long seed) {
    if (guests.isEmpty()) {
      return new Seating(List.of(), 0, 0, 0);
    }
    List<Guest> sorted = guests.stream().sorted(Comparator.comparing(Guest::person)).toList();
    List<String> names = sorted.stream().map(Guest::organisation).distinct().sorted().toList();
    int[] boards = sorted.stream().mapToInt(each -> names.indexOf(each.organisation())).toArray();
    int[] each = new int[names.size()];
    for (int board : boards) {
      each[board]++;
    }
    int[] sizes = Spread.sizes(sorted.size(), size);
    Spread spread = new Spread(each, sizes);
    boolean[][] met = past.met(sorted);
    int bound = LowerBound.of(boards, sizes, spread, met, past.groups(sorted).toList());
    Search.Found found =
        new Search(boards, sizes, spread, met, new Random(seed)).best(spread, bound);
    return new Seating(
        tables(sorted, found.table(), sizes.length), found.repeats(), bound, found.atFirst());
  }

  private static List<Table> tables(List<Guest> guests, int[] at, int count) {
    List<List<Guest>> tables = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tables.add(new ArrayList<>());
    }
    for (int i = 0; i < guests.size(); i++) {
      tables.get(at[i]).add(guests.get(i));
    }
    return tables.stream().map(Table::new).toList();
  }
}
