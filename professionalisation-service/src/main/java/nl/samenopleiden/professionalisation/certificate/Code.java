package nl.samenopleiden.professionalisation.certificate;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a certificate is verified by: 125 random bits, in letters and digits that nobody mistakes
 * for one another. It names nobody, and cannot be guessed.
 *
 * @param text {@value #LENGTH} of {@value #LETTERS}
 */
record Code(String text) {

  static final int LENGTH = 25;
  static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int GROUP = 5;
  private static final Pattern FORM = Pattern.compile("[2-9A-HJ-NP-Z]{" + LENGTH + "}");
  private static final Pattern BETWEEN = Pattern.compile("[\\s-]+");
  private static final SecureRandom RANDOM = new SecureRandom();

  Code {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not a code");
    }
  }

  /** One that nothing else has. */
  static Code fresh() {
    StringBuilder text = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return new Code(text.toString());
  }

  /** The code that somebody typed, with or without dashes; empty when it is none. */
  static Optional<Code> typed(String typed) {
    String text = BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
    return FORM.matcher(text).matches() ? Optional.of(new Code(text)) : Optional.empty();
  }

  /** In groups, for reading aloud and typing over. */
  String forPeople() {
    StringBuilder groups = new StringBuilder(text);
    for (int at = LENGTH - GROUP; at > 0; at -= GROUP) {
      groups.insert(at, '-');
    }
    return groups.toString();
  }
}
