package nl.samenopleiden.professionalisation.course;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Courses that may suit somebody: those on the themes of the courses that the person has, or had, a
 * seat in, and those that are to be suggested to who chose such a theme. Nothing else is looked at,
 * and the page says so.
 */
@Component
final class ForYou {

  /**
   * What is suggested.
   *
   * @param themes why: the keys of the themes that the person chose before
   * @param courses the first to begin first
   */
  record Suggested(Set<String> themes, List<Stored<Course>> courses) {}

  private static final int MOST = 3;
  private static final int LOOK_AT = 10;

  private final Courses courses;
  private final Places places;
  private final Admission admission;

  ForYou(Courses courses, Places places, Admission admission) {
    this.courses = courses;
    this.places = places;
    this.admission = admission;
  }

  Suggested suggest(Access access) {
    Map<OwnedId, Places.Mine> mine = places.all(access.caller());
    Set<String> themes = new TreeSet<>();
    mine.forEach(
        (course, place) -> {
          if (place.seat()) {
            courses.recent(course).map(ForYou::themes).ifPresent(themes::addAll);
          }
        });
    return themes.isEmpty()
        ? new Suggested(Set.of(), List.of())
        : new Suggested(
            themes,
            courses.about(access, themes, mine.keySet(), LOOK_AT).stream()
                .filter(course -> canBeTaken(access, course))
                .limit(MOST)
                .toList());
  }

  private boolean canBeTaken(Access access, Stored<Course> course) {
    return admission
        .refused(access.caller(), course.state().offer().forWhom(), LocaleContextHolder.getLocale())
        .isEmpty();
  }

  private static Collection<String> themes(Stored<Course> course) {
    return course.state().offer().themes();
  }
}
