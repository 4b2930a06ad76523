package nl.samenopleiden.events.invitation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who holds a seat of an evening. It is one document, so that a seat is taken by one conditional
 * write; who comes is written to the invitation after that. Nobody's YES stands in an invitation
 * without a seat here: a seat is taken for the invitation's turn that was seen, the answer is
 * written only if that still is its turn, and a seat is given back only by a later turn. What a
 * crash leaves between the two writes is a seat too many, never a promise too many, and is put
 * right afterwards.
 *
 * @param holders at most as many as there is room for
 */
record Seats(List<Holder> holders) {

  static final Seats NONE = new Seats(List.of());

  /**
   * A seat that is taken.
   *
   * @param who the invited person's organisation and key
   * @param turn the invitation's turn that was seen when it was taken
   */
  record Holder(String who, int turn) {}

  Seats {
    holders = List.copyOf(holders);
  }

  /** With a seat for this person; empty when all seats are taken. */
  Optional<Seats> take(String who, int turn, int capacity) {
    Optional<Holder> held = of(who);
    if (held.isPresent()) {
      return Optional.of(held.get().turn() >= turn ? this : without(who).with(who, turn));
    }
    return holders.size() < capacity ? Optional.of(with(who, turn)) : Optional.empty();
  }

  /** Without this person's seat, unless it was taken at this turn or a later one. */
  Seats giveBack(String who, int turn) {
    return of(who).filter(held -> held.turn() < turn).isPresent() ? without(who) : this;
  }

  /** How many are taken. */
  int taken() {
    return holders.size();
  }

  /** The seat of this person. */
  Optional<Holder> of(String who) {
    return holders.stream().filter(holder -> holder.who().equals(who)).findFirst();
  }

  private Seats with(String who, int turn) {
    List<Holder> more = new ArrayList<>(holders);
    more.add(new Holder(who, turn));
    return new Seats(more);
  }

  private Seats without(String who) {
    return new Seats(holders.stream().filter(holder -> !holder.who().equals(who)).toList());
  }
}
