package nl.samenopleiden.professionalisation.meeting;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
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
    List<String> wanted =
        Arrays.stream(Documents.searchable(words).split(" "))
            .filter(word -> !word.isEmpty())
            .toList();
    List<T> found =
        wanted.isEmpty()
            ? all
            : all.stream().filter(each -> holds(text.apply(each), wanted)).toList();
    return new Page<>(
        found.stream().skip((long) page.number() * page.size()).limit(page.size()).toList(),
        page.number(),
        page.size(),
        found.size());
  }

  private static boolean holds(String text, List<String> words) {
    String searched = Documents.searchable(text);
    return words.stream().allMatch(searched::contains);
  }
}
