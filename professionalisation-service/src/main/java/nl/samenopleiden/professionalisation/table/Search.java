package nl.samenopleiden.professionalisation.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Looks for tables with few repeated meetings: from a random division that keeps the spread it
 * swaps, again and again, somebody who meets somebody again with whoever makes that best, and does
 * not soon swap them back. Every swap keeps the tables' sizes and the spread. It stops at the lower
 * bound, or after {@value #STARTS} starts of {@value #STEPS} swaps; one swap looks at every guest
 * once, so that the work is bounded by {@code STARTS * STEPS * guests}.
 */
final class Search {

  static final int STARTS = 4;
  static final int STEPS = 4_000;

  private static final int SHORTEST_REST = 8;
  private static final int NOBODY = -1;

  private final int[] boards;
  private final int[] sizes;
  private final boolean[][] met;
  private final Random chance;
  private final int[][] least;
  private final int[][] most;

  /** At which table each guest sits. */
  private final int[] table;

  /** How many of each board sit at each table. */
  private int[][] shares;

  /** How many people whom each guest has met sit at each table. */
  private final int[][] known;

  /** Until which step each guest does not go to each table. */
  private final int[][] rests;

  private int repeats;

  Search(int[] boards, int[] sizes, Spread spread, boolean[][] met, Random chance) {
    this.boards = boards.clone();
    this.sizes = sizes.clone();
    this.met = met.clone();
    this.chance = chance;
    int kinds = Arrays.stream(boards).max().orElse(-1) + 1;
    least = new int[kinds][sizes.length];
    most = new int[kinds][sizes.length];
    for (int board = 0; board < kinds; board++) {
      for (int each = 0; each < sizes.length; each++) {
        least[board][each] = spread.least(board, sizes[each]);
        most[board][each] = spread.most(board, sizes[each]);
      }
    }
    table = new int[boards.length];
    shares = new int[kinds][sizes.length];
    known = new int[boards.length][sizes.length];
    rests = new int[boards.length][sizes.length];
  }

  /**
   * What was found.
   *
   * @param table at which table each guest sits
   * @param repeats how many pairs at one table have met before
   * @param atFirst how many there were in the first random division
   */
  record Found(int[] table, int repeats, int atFirst) {}

  /** The best that was found; never worse than the first random division. */
  Found best(Spread spread, int bound) {
    int[] best = {};
    int fewest = Integer.MAX_VALUE;
    int atFirst = 0;
    for (int start = 0; start < STARTS && fewest > bound; start++) {
      divide(spread.shares(chance));
      atFirst = start == 0 ? repeats : atFirst;
      for (int step = 0; ; step++) {
        if (repeats < fewest) {
          fewest = repeats;
          best = table.clone();
        }
        if (fewest <= bound || step == STEPS || !swap(step, fewest)) {
          break;
        }
      }
    }
    return new Found(best, fewest, atFirst);
  }

  /** Seats everybody by chance, so many of each board at each table. */
  private void divide(int[][] wanted) {
    shares = wanted;
    for (int board = 0; board < wanted.length; board++) {
      List<Integer> chairs = new ArrayList<>();
      for (int each = 0; each < sizes.length; each++) {
        chairs.addAll(Collections.nCopies(wanted[board][each], each));
      }
      Collections.shuffle(chairs, chance);
      int next = 0;
      for (int guest = 0; guest < boards.length; guest++) {
        if (boards[guest] == board) {
          table[guest] = chairs.get(next);
          next++;
        }
      }
    }
    countAgain();
  }

  private void countAgain() {
    int twice = 0;
    for (int guest = 0; guest < boards.length; guest++) {
      Arrays.fill(known[guest], 0);
      Arrays.fill(rests[guest], 0);
      for (int other = 0; other < boards.length; other++) {
        if (met[guest][other]) {
          known[guest][table[other]]++;
        }
      }
      twice += known[guest][table[guest]];
    }
    repeats = twice / 2;
  }

  /** Makes the best swap of somebody who meets somebody again; false when there is none. */
  private boolean swap(int step, int fewest) {
    int one = somebodyWhoMeetsAgain();
    int best = Integer.MAX_VALUE;
    int chosen = NOBODY;
    int equals = 0;
    for (int other = 0; other < boards.length; other++) {
      if (table[other] == table[one] || !keepsSpread(one, other)) {
        continue;
      }
      int change = change(one, other);
      boolean resting = rests[one][table[other]] > step || rests[other][table[one]] > step;
      if (change > best || (resting && repeats + change >= fewest)) {
        continue;
      }
      equals = change == best ? equals + 1 : 1;
      best = change;
      if (chance.nextInt(equals) == 0) {
        chosen = other;
      }
    }
    if (chosen != NOBODY) {
      exchange(one, chosen, step);
      repeats += best;
    }
    // Who could not move this time leaves the turn to another; alone at one table nobody can.
    return sizes.length > 1;
  }

  private int somebodyWhoMeetsAgain() {
    int one = 0;
    int seen = 0;
    for (int guest = 0; guest < boards.length; guest++) {
      if (known[guest][table[guest]] > 0) {
        seen++;
        if (chance.nextInt(seen) == 0) {
          one = guest;
        }
      }
    }
    return one;
  }

  private boolean keepsSpread(int one, int other) {
    int from = table[one];
    int to = table[other];
    int mine = boards[one];
    int theirs = boards[other];
    return mine == theirs || (canMove(mine, from, to) && canMove(theirs, to, from));
  }

  private boolean canMove(int board, int from, int to) {
    return shares[board][from] > least[board][from] && shares[board][to] < most[board][to];
  }

  private int change(int one, int other) {
    int from = table[one];
    int to = table[other];
    int acquainted = met[one][other] ? 1 : 0;
    return known[one][to]
        - acquainted
        - known[one][from]
        + known[other][from]
        - acquainted
        - known[other][to];
  }

  private void exchange(int one, int other, int step) {
    int from = table[one];
    int to = table[other];
    rests[one][from] = step + SHORTEST_REST + chance.nextInt(SHORTEST_REST);
    rests[other][to] = step + SHORTEST_REST + chance.nextInt(SHORTEST_REST);
    move(one, from, to);
    move(other, to, from);
  }

  private void move(int guest, int from, int to) {
    table[guest] = to;
    shares[boards[guest]][from]--;
    shares[boards[guest]][to]++;
    for (int other = 0; other < boards.length; other++) {
      if (met[guest][other]) {
        known[other][from]--;
        known[other][to]++;
      }
    }
  }
}
