package nl.samenopleiden.platform.store;

/**
 * Which page of a list is wanted; values out of bounds are moved to the nearest allowed one.
 *
 * @param number 0 is the first page; at most 100,000
 * @param size 1 to 200
 */
public record PageRequest(int number, int size) {

  public PageRequest {
    number = Math.clamp(number, 0, 100_000);
    size = Math.clamp(size, 1, 200);
  }

  /** The first page, of 50. */
  public static PageRequest first() {
    return new PageRequest(0, 50);
  }
}
