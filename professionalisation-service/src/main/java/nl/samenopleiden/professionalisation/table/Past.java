package nl.samenopleiden.professionalisation.table;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Who sat together at earlier meetings.
 *
 * @param meetings of each earlier meeting its tables, of each table the persons at it
 */
record Past(List<List<List<String>>> meetings) {

  /** Nobody has met. */
  static final Past NONE = new Past(List.of());

  Past {
    meetings = List.copyOf(meetings);
  }

  /** Whether each of these guests has met each other one, by their places in the list. */
  boolean[][] met(List<Guest> guests) {
    boolean[][] met = new boolean[guests.size()][guests.size()];
    groups(guests)
        .flatMap(Collection::stream)
        .forEach(
            group -> {
              for (int one : group) {
                for (int other : group) {
                  met[one][other] = one != other || met[one][other];
                }
              }
            });
    return met;
  }

  /**
   * Of each earlier meeting the tables at which some of these guests sat, as their places in the
   * list. Everybody in a group has met everybody else in it.
   */
  Stream<List<List<Integer>>> groups(List<Guest> guests) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < guests.size(); i++) {
      places.put(guests.get(i).person(), i);
    }
    return meetings.stream()
        .map(
            tables ->
                tables.stream()
                    .map(
                        table ->
                            table.stream()
                                .distinct()
                                .map(places::get)
                                .filter(Objects::nonNull)
                                .toList())
                    .toList());
  }
}
