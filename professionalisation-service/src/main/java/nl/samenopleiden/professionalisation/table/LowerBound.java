package nl.samenopleiden.professionalisation.table;

import java.util.List;

/**
 * How few repeated meetings there can be, whoever makes the tables. Two proofs, of which the
 * stronger counts:
 *
 * <ul>
 *   <li>Each person has neighbours to fill a table with. Of a board no more can be new to the
 *       person than the spread allows and the person has not met; what is then missing is met
 *       again. A repeated meeting is counted by both, hence half.
 *   <li>Those who shared one earlier table have all met. However they are divided over the tables,
 *       some come together again; dividing them evenly is best. The tables of one meeting share
 *       nobody, so their repeats add up.
 * </ul>
 */
final class LowerBound {

  private LowerBound() {}

  /**
   * The bound.
   *
   * @param boards each guest's board
   * @param sizes the tables' sizes
   * @param met who has met whom
   * @param groups of each earlier meeting the groups that sat together
   */
  static int of(
      int[] boards, int[] sizes, Spread spread, boolean[][] met, List<List<List<Integer>>> groups) {
    return Math.max(byPerson(boards, sizes, spread, met), byGroup(sizes.length, groups));
  }

  private static int byPerson(int[] boards, int[] sizes, Spread spread, boolean[][] met) {
    int largest = sizes[0];
    int smallest = sizes[sizes.length - 1];
    int repeats = 0;
    for (int person = 0; person < boards.length; person++) {
      int[] unmet = unmet(person, boards, met);
      repeats +=
          Math.min(
              missing(boards[person], largest, spread, unmet),
              missing(boards[person], smallest, spread, unmet));
    }
    return Math.ceilDiv(repeats, 2);
  }

  private static int[] unmet(int person, int[] boards, boolean[][] met) {
    int[] unmet = new int[boards.length];
    for (int other = 0; other < boards.length; other++) {
      if (other != person && !met[person][other]) {
        unmet[boards[other]]++;
      }
    }
    return unmet;
  }

  /** How many chairs beside somebody of this board no new person can fill. */
  private static int missing(int own, int size, Spread spread, int[] unmet) {
    int chairs = size - 1;
    for (int board = 0; board < unmet.length; board++) {
      if (unmet[board] > 0) {
        int most = spread.most(board, size) - (board == own ? 1 : 0);
        chairs -= Math.min(most, unmet[board]);
      }
    }
    return Math.max(0, chairs);
  }

  private static int byGroup(int tables, List<List<List<Integer>>> meetings) {
    return meetings.stream()
        .mapToInt(groups -> groups.stream().mapToInt(group -> together(group.size(), tables)).sum())
        .max()
        .orElse(0);
  }

  /** How many pairs of a group sit together at least, when it is divided over the tables. */
  private static int together(int group, int tables) {
    int each = group / tables;
    int more = group % tables;
    return tables * (each * (each - 1) / 2) + more * each;
  }
}
