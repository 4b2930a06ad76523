package nl.samenopleiden.professionalisation.meeting;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.samenopleiden.platform.store.Documents;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;

/** Pages of what one document holds, found by words as everything else is. */
public final class Listing {

  private Listing() {}

  /**
   * One page of these.
   *
   * @param text what one of them is found by
   * @param words only those whose text holds all these words; empty means all
   */
  public static <T> Page<T> page(
      List<T> all, Function<T, String> text, String words, PageRequest page) {
    Predicate<String> wanted = Documents.holding(words);
    return Page.of(all.stream().filter(each -> wanted.test(text.apply(each))).toList(), page);
  }
}
