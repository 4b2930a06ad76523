package nl.samenopleiden.partnership.colleague;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people work on: a fixed list. */
public enum Theme {
  SOLUTION_FOCUSED_WORKING("oplossingsgericht werken"),
  VIDEO_COACHING("beeldcoaching", "video coaching"),
  COMMUNITY_SCHOOL("brede school"),
  PARENTAL_INVOLVEMENT("ouderbetrokkenheid"),
  YOUNG_CHILD("het jonge kind", "jonge kind"),
  INCLUSIVE_EDUCATION("inclusief onderwijs"),
  GUIDANCE_OF_STUDENTS("begeleiden van studenten", "begeleiding van studenten"),
  ASSESSING_TOGETHER("samen beoordelen");

  private final List<String> words;

  Theme(String... words) {
    this.words = List.of(words);
  }

  /** The key in facts and files, for example {@code young-child}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The theme that a file calls so: by its key, or as people say it. */
  static Optional<Theme> called(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(theme -> theme.key().equals(plain.replace(' ', '-')) || theme.words.contains(plain))
        .findFirst();
  }
}
