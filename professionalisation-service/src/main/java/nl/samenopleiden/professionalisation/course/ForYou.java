package nl.samenopleiden.professionalisation.course;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import org.springframework.stereotype.Component;

/**
 * Courses that may suit somebody: those on the themes of the courses that the person has, or had, a
 * seat in. Nothing else is looked at, and the page says so.
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

  private final Courses courses;
  private final Places places;

  ForYou(Courses courses, Places places) {
    this.courses = courses;
    this.places = places;
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
        : new Suggested(themes, courses.about(access, themes, mine.keySet(), MOST));
  }

  private static Collection<String> themes(Stored<Course> course) {
    return course.state().offer().themes();
  }
}
