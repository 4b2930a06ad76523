package nl.samenopleiden.partnership.participation;

/**
 * How many people.
 *
 * @param seats how many have a seat
 * @param waiting how many wait for one
 */
record Count(int seats, int waiting) {

  static final Count NONE = new Count(0, 0);

  Count and(Count other) {
    return new Count(seats + other.seats, waiting + other.waiting);
  }

  /** How many there are, with a seat or without. */
  int people() {
    return seats + waiting;
  }

  /** Whether there is anybody at all. */
  boolean anybody() {
    return people() > 0;
  }
}
