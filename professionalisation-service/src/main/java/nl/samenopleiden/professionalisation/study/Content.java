package nl.samenopleiden.professionalisation.study;

import java.util.List;
import nl.samenopleiden.professionalisation.course.Audience;
import org.jspecify.annotations.Nullable;

/**
 * What a module offers.
 *
 * @param learns what one learns
 * @param themes keys of {@link nl.samenopleiden.professionalisation.course.Theme}
 * @param language {@code nl} or {@code en}
 * @param steps what there is to do, in order; at least one
 * @param audience whom it is for
 */
record Content(
    String title,
    String learns,
    List<String> themes,
    String language,
    List<Step> steps,
    Audience audience) {

  /**
   * Something to do.
   *
   * @param link where, if it is somewhere
   * @param minutes about how long it takes
   */
  record Step(String text, @Nullable String link, int minutes) {}

  Content {
    themes = List.copyOf(themes);
    steps = List.copyOf(steps);
  }

  /** About how long all of it takes. */
  int minutes() {
    return steps.stream().mapToInt(Step::minutes).sum();
  }
}
