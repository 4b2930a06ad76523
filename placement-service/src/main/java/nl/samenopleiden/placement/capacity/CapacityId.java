package nl.samenopleiden.placement.capacity;

import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;

/**
 * Names the places of one school in one period for one kind of placement.
 *
 * @param board whose school it is
 * @param school its location code
 */
public record CapacityId(String board, String school, Period period, Kind kind) {

  /** The id of the aggregate, owned by the board. */
  public OwnedId id() {
    return new OwnedId(Owner.board(board), school + "~" + period + "~" + kind);
  }
}
