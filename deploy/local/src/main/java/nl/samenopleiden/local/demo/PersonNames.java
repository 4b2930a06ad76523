package nl.samenopleiden.local.demo;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Gives names and mail addresses; no two addresses are the same. */
final class PersonNames {

  private static final List<String> FIRST = WordList.read("first-names.txt");
  private static final List<String> LAST = WordList.read("last-names.txt");

  private final Set<String> given = new HashSet<>();

  /** A name and an address. */
  record Named(String name, String email) {}

  Named next(Draw draw, String domain) {
    String first = draw.oneOf(FIRST);
    String last = draw.oneOf(LAST);
    String mailbox = plain(first) + "." + plain(last);
    String email = mailbox + "@" + domain;
    for (int another = 2; !given.add(email); another++) {
      email = mailbox + another + "@" + domain;
    }
    return new Named(first + " " + last, email);
  }

  /** Only letters of the first alphabet: what every mail server takes. */
  static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replace('ı', 'i')
        .replace('ł', 'l')
        .replace('ø', 'o')
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z]", "");
  }
}
