package nl.samenopleiden.placement.student;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What schools develop and students are interested in; the same list on the whole platform. */
public enum Theme {
  SOLUTION_FOCUSED_WORKING,
  VIDEO_COACHING,
  COMMUNITY_SCHOOL,
  PARENTAL_INVOLVEMENT,
  YOUNG_CHILD,
  INCLUSIVE_EDUCATION,
  GUIDANCE_OF_STUDENTS,
  ASSESSING_TOGETHER;

  /** The theme with this key, if there is one. */
  public static Optional<Theme> parse(String key) {
    String wanted = key.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(theme -> theme.key().equals(wanted)).findFirst();
  }

  @JsonCreator
  static Theme of(String key) {
    return parse(key).orElseThrow(() -> new IllegalArgumentException("not a theme"));
  }

  /** How it is written everywhere, for example {@code young-child}. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
