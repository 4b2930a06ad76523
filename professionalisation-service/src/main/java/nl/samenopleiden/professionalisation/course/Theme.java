package nl.samenopleiden.professionalisation.course;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a course is about; the key is the name in lower case with dashes, the words are in the
 * messages.
 */
enum Theme {
  SOLUTION_FOCUSED_WORKING,
  VIDEO_COACHING,
  COMMUNITY_SCHOOL,
  PARENTAL_INVOLVEMENT,
  YOUNG_CHILD,
  INCLUSIVE_EDUCATION,
  GUIDANCE_OF_STUDENTS,
  ASSESSING_TOGETHER;

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Theme> of(String key) {
    return Arrays.stream(values()).filter(theme -> theme.key().equals(key)).findFirst();
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(Theme::key).toList();
  }
}
