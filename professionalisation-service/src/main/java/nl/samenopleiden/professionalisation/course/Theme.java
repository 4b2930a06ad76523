package nl.samenopleiden.professionalisation.course;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a course or a theme meeting is about; the key is the name in lower case with dashes, the
 * words are in the messages.
 */
public enum Theme {
  SOLUTION_FOCUSED_WORKING,
  VIDEO_COACHING,
  COMMUNITY_SCHOOL,
  PARENTAL_INVOLVEMENT,
  YOUNG_CHILD,
  INCLUSIVE_EDUCATION,
  GUIDANCE_OF_STUDENTS,
  ASSESSING_TOGETHER;

  /** The name by which forms, documents and messages know it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The theme of this key, if there is one. */
  public static Optional<Theme> of(String key) {
    return Arrays.stream(values()).filter(theme -> theme.key().equals(key)).findFirst();
  }

  /** All keys, in the order in which lists show them. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(Theme::key).toList();
  }
}
