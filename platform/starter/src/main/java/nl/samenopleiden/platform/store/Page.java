package nl.samenopleiden.platform.store;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a longer list.
 *
 * @param items what is on this page
 * @param number the page's number, the first is 0
 * @param size how many items a full page holds, 1 to 200
 * @param total how many items there are on all pages together
 */
public record Page<T>(List<T> items, int number, int size, long total) {

  public Page {
    items = List.copyOf(items);
  }

  /** The wanted page of a list that is there as a whole. */
  public static <T> Page<T> of(List<T> all, PageRequest wanted) {
    int from = Math.min(all.size(), wanted.number() * wanted.size());
    return new Page<>(
        all.subList(from, Math.min(all.size(), from + wanted.size())),
        wanted.number(),
        wanted.size(),
        all.size());
  }

  /** How many pages there are; at least 1. */
  public int pages() {
    return (int) Math.max(1, (total + size - 1) / size);
  }

  /** The same page with each item turned into something else. */
  public <U> Page<U> map(Function<? super T, ? extends U> change) {
    return new Page<>(items.stream().<U>map(change).toList(), number, size, total);
  }
}
