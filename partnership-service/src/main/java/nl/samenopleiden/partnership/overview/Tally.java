package nl.samenopleiden.partnership.overview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one registration, invitation or placement counts as: equal ones are counted together, so
 * that the database does the counting. Kept as one text.
 *
 * @param parts what they have in common, for example course, status and title
 */
public record Tally(List<String> parts) {

  private static final String BETWEEN = "\u001f";

  public Tally {
    parts = List.copyOf(parts);
  }

  /** These parts as one text. */
  public static String text(String... parts) {
    return String.join(BETWEEN, parts);
  }

  static Tally parse(String text) {
    return new Tally(List.of(text.split(BETWEEN, -1)));
  }

  /** These counts with their parts, in the order of the texts. */
  public static Map<Tally, Integer> of(Map<String, Long> counts) {
    Map<Tally, Integer> tallies = new LinkedHashMap<>();
    new TreeMap<>(counts).forEach((text, count) -> tallies.put(parse(text), count.intValue()));
    return tallies;
  }

  /** The part at this place, the first is 0. */
  public String part(int at) {
    return parts.get(at);
  }
}
