package nl.samenopleiden.partnership.register;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes names of places as people do: the register has them in capitals only. */
final class PlaceName {

  private static final Set<String> SMALL =
      Set.of(
          "aan", "ad", "bij", "de", "den", "der", "en", "gem.", "in", "op", "'s", "'t", "te", "ten",
          "ter", "van", "het", "over", "onder");
  private static final Set<String> PROVINCES =
      Set.of("dr", "fr", "gld", "gn", "lb", "nb", "nh", "ov", "ut", "zh", "zld", "ca");
  private static final Pattern WORD = Pattern.compile("['’]?[\\p{L}.0-9]+");

  private PlaceName() {}

  /** The name in small letters with capitals where they belong; one with small letters stays. */
  static String written(String name) {
    if (!name.equals(name.toUpperCase(Locale.ROOT))) {
      return name;
    }
    StringBuilder written = new StringBuilder();
    Matcher word = WORD.matcher(name.toLowerCase(Locale.ROOT));
    while (word.find()) {
      word.appendReplacement(
          written, Matcher.quoteReplacement(word(word.group(), word.start() == 0)));
    }
    return word.appendTail(written).toString();
  }

  private static String word(String small, boolean first) {
    if (small.startsWith("'") || (!first && SMALL.contains(small))) {
      return small;
    }
    if (!first && PROVINCES.contains(small)) {
      return small.toUpperCase(Locale.ROOT);
    }
    if (small.startsWith("ij")) {
      return "IJ" + small.substring(2);
    }
    return small.substring(0, 1).toUpperCase(Locale.ROOT) + small.substring(1);
  }
}
