package nl.samenopleiden.partnership.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.samenopleiden.partnership.board.Board.Extent;
import nl.samenopleiden.partnership.board.Boards;
import nl.samenopleiden.partnership.school.Locations.Location;
import org.springframework.stereotype.Component;

/** Counts, after the register has changed, how far each board reaches. */
@Component
final class Counting {

  private static final int MOST_PLACES = 5;

  private final Boards boards;

  Counting(Boards boards) {
    this.boards = boards;
  }

  /** Tells the boards what these open locations come to. */
  void count(String by, List<Location> open) {
    Map<String, Map<String, Integer>> places = new HashMap<>();
    for (Location each : open) {
      places
          .computeIfAbsent(each.board(), _ -> new TreeMap<>())
          .merge(each.place(), 1, Integer::sum);
    }
    Map<String, Extent> extents = new HashMap<>();
    places.forEach((board, counts) -> extents.put(board, extent(counts)));
    boards.count(by, extents);
  }

  static Extent extent(Map<String, Integer> counts) {
    return new Extent(
        counts.values().stream().mapToInt(Integer::intValue).sum(),
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST_PLACES)
            .map(Map.Entry::getKey)
            .toList());
  }
}
