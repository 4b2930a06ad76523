package nl.samenopleiden.partnership.participation;

import java.util.Arrays;
import nl.samenopleiden.platform.store.Documents;

/** Finding in lists that are put together here, as the database finds: every word must be there. */
final class Wanted {

  private Wanted() {}

  /** Whether all of these words stand in one of the texts. */
  static boolean in(String words, String... texts) {
    String text = Documents.searchable(String.join(" ", texts));
    return Arrays.stream(Documents.searchable(words).split(" ")).allMatch(text::contains);
  }
}
