package nl.samenopleiden.professionalisation.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * How many people of each board may sit at each table: of a board with {@code b} of the {@code n}
 * guests at most {@code ceil(b * size / n)} at a table of {@code size}. That is always possible:
 * the exact shares are a matrix whose rows add up to the boards and whose columns add up to the
 * tables, and such a matrix can be rounded to whole numbers, each down or up, with the same sums.
 */
final class Spread {

  private final int[] boards;
  private final int[] sizes;
  private final int guests;

  /**
   * The spread of these boards over these tables.
   *
   * @param boards how many guests each board has
   * @param sizes how many chairs each table has; together as many as there are guests
   */
  Spread(int[] boards, int[] sizes) {
    this.boards = boards.clone();
    this.sizes = sizes.clone();
    int together = 0;
    for (int each : boards) {
      together += each;
    }
    guests = together;
  }

  /** The sizes of the fewest tables of at most this size: no two differ by more than one. */
  static int[] sizes(int guests, int size) {
    int tables = Math.ceilDiv(guests, size);
    int[] sizes = new int[tables];
    for (int i = 0; i < guests; i++) {
      sizes[i % tables]++;
    }
    return sizes;
  }

  /** How many of this board may sit at a table of this size. */
  int most(int board, int size) {
    return Math.ceilDiv(boards[board] * size, guests);
  }

  /** How many of this board sit at a table of this size at least. */
  int least(int board, int size) {
    return boards[board] * size / guests;
  }

  /**
   * How many of each board sit at each table, in one of the ways that keep the spread.
   *
   * @param chance which of the ways
   */
  int[][] shares(Random chance) {
    return new Rounding(chance).shares();
  }

  /** Hands out what rounding down left over, by augmenting paths between boards and tables. */
  private final class Rounding {

    private final int[][] shares = new int[boards.length][sizes.length];
    private final boolean[][] up = new boolean[boards.length][sizes.length];
    private final int[] room = sizes.clone();
    private final List<Integer> order = new ArrayList<>();
    private final Random chance;

    Rounding(Random chance) {
      this.chance = chance;
      for (int table = 0; table < sizes.length; table++) {
        order.add(table);
      }
    }

    int[][] shares() {
      int[] left = boards.clone();
      for (int board = 0; board < boards.length; board++) {
        for (int table = 0; table < sizes.length; table++) {
          shares[board][table] = least(board, sizes[table]);
          left[board] -= shares[board][table];
          room[table] -= shares[board][table];
        }
      }
      List<Integer> boardOrder = new ArrayList<>();
      for (int board = 0; board < boards.length; board++) {
        boardOrder.add(board);
      }
      Collections.shuffle(boardOrder, chance);
      for (int board : boardOrder) {
        for (int i = 0; i < left[board]; i++) {
          Collections.shuffle(order, chance);
          if (!place(board, new boolean[sizes.length])) {
            throw new IllegalStateException("whole shares exist, yet were not found");
          }
        }
      }
      for (int board = 0; board < boards.length; board++) {
        for (int table = 0; table < sizes.length; table++) {
          shares[board][table] += up[board][table] ? 1 : 0;
        }
      }
      return shares;
    }

    /** Gives the board one more place, moving other boards' places along where needed. */
    private boolean place(int board, boolean[] seen) {
      for (int table : order) {
        if (!seen[table] && !up[board][table] && isRounded(board, table)) {
          seen[table] = true;
          if (room[table] > 0) {
            room[table]--;
            up[board][table] = true;
            return true;
          }
          for (int other = 0; other < boards.length; other++) {
            if (up[other][table] && place(other, seen)) {
              up[other][table] = false;
              up[board][table] = true;
              return true;
            }
          }
        }
      }
      return false;
    }

    private boolean isRounded(int board, int table) {
      return boards[board] * sizes[table] % guests != 0;
    }
  }
}
