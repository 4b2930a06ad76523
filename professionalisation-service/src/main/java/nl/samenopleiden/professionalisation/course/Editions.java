package nl.samenopleiden.professionalisation.course;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The editions of one course, which know each other by their series. */
@Component
final class Editions {

  private static final Comparator<Stored<Course>> LAST_FIRST =
      Comparator.<Stored<Course>>comparingInt(each -> Edition.of(each).number()).reversed();

  private final Courses courses;
  private final Places places;
  private final Admission admission;
  private final Clock clock;

  Editions(Courses courses, Places places, Admission admission, Clock clock) {
    this.courses = courses;
    this.places = places;
    this.admission = admission;
    this.clock = clock;
  }

  /** All editions of a course that one may see, the last first. */
  List<Stored<Course>> all(Stored<Course> course) {
    return courses.editions(Edition.of(course).first()).stream().sorted(LAST_FIRST).toList();
  }

  /** The edition that would come after the last one. */
  Edition next(Stored<Course> course) {
    Edition one = Edition.of(course);
    int last =
        all(course).stream().mapToInt(each -> Edition.of(each).number()).max().orElse(one.number());
    return new Edition(one.series(), last + 1);
  }

  private boolean isFor(Access access, Stored<Course> course) {
    return admission
        .refused(access.caller(), course.state().offer().forWhom(), LocaleContextHolder.getLocale())
        .isEmpty();
  }

  /**
   * Another edition that the caller can register for now: the first to begin of those with a seat
   * left, or else the first to begin at all.
   */
  Optional<Stored<Course>> openInstead(Access access, Stored<Course> course) {
    Instant now = clock.instant();
    List<Stored<Course>> open =
        courses.editions(Edition.of(course).first()).stream()
            .filter(each -> !each.id().equals(course.id()))
            .filter(each -> each.state().closedAt(now).isEmpty())
            .filter(each -> isFor(access, each))
            .toList();
    List<OwnedId> ids = open.stream().map(Stored::id).toList();
    Map<OwnedId, Places.Mine> mine = places.mine(access.caller(), ids);
    List<Stored<Course>> left = open.stream().filter(each -> !mine.containsKey(each.id())).toList();
    if (left.isEmpty()) {
      return Optional.empty();
    }
    Map<OwnedId, Places.Taken> taken = places.taken(ids);
    return left.stream()
        .filter(
            each ->
                taken
                        .getOrDefault(each.id(), Places.Taken.NONE)
                        .free(each.state().offer(), access.home(), now)
                    > 0)
        .findFirst()
        .or(() -> Optional.of(left.getFirst()));
  }
}
