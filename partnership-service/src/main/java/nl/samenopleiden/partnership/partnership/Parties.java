package nl.samenopleiden.partnership.partnership;

import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;

/**
 * The two that work together.
 *
 * @param board the board's number
 * @param pabo the pabo's short name
 */
public record Parties(String board, String pabo) {

  /**
   * Reads the text form, for example {@code 41234~rijnmond}.
   *
   * @throws IllegalArgumentException when the text does not name two
   */
  static Parties parse(String text) {
    int tilde = text.indexOf('~');
    if (tilde < 0) {
      throw new IllegalArgumentException("not a partnership");
    }
    Parties parties = new Parties(text.substring(0, tilde), text.substring(tilde + 1));
    parties.owner(Side.BOARD);
    parties.owner(Side.PABO);
    return parties;
  }

  /** The organisation on this side. */
  Owner owner(Side side) {
    return side == Side.BOARD ? Owner.board(board) : Owner.pabo(pabo);
  }

  /** The partnership itself, which the board owns. */
  OwnedId id() {
    return new OwnedId(Owner.board(board), pabo);
  }

  /** The text form, as it stands in addresses. */
  @Override
  public String toString() {
    return board + "~" + pabo;
  }
}
