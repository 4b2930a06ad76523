package nl.samenopleiden.platform.store;

import com.mongodb.client.model.Filters;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Finding by words: accents and capitals do not matter, every word must be there. */
final class Search {

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private Search() {}

  static String normal(String text) {
    String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return SPACES.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  static @Nullable Bson filter(@Nullable Bson filter, String words) {
    List<Bson> all = new ArrayList<>();
    if (filter != null) {
      all.add(filter);
    }
    String wanted = normal(words);
    if (!wanted.isEmpty()) {
      SPACES
          .splitAsStream(wanted)
          .limit(8)
          .forEach(word -> all.add(Filters.regex("search", Pattern.quote(word))));
    }
    return switch (all.size()) {
      case 0 -> null;
      case 1 -> all.getFirst();
      default -> Filters.and(all);
    };
  }
}
