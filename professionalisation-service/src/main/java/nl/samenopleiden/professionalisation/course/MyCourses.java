package nl.samenopleiden.professionalisation.course;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.web.Moments;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The courses that somebody has a place in and that are not over yet. */
@Component
public final class MyCourses {

  /** One of them, as pages show it. */
  public record MyCourse(
      String id, String title, String place, Instant startsAt, String when, Places.Mine mine) {}

  private final Courses courses;
  private final Places places;
  private final CourseWords words;
  private final Clock clock;

  MyCourses(Courses courses, Places places, CourseWords words, Clock clock) {
    this.courses = courses;
    this.places = places;
    this.words = words;
    this.clock = clock;
  }

  /** The caller's courses, the first to begin first. */
  public List<MyCourse> of(Access access) {
    Locale language = LocaleContextHolder.getLocale();
    Instant now = clock.instant();
    return places.all(access.caller()).entrySet().stream()
        .flatMap(
            each ->
                courses.recent(each.getKey()).stream()
                    .filter(course -> !isOver(course, now))
                    .map(course -> mine(course, each, language)))
        .sorted(Comparator.comparing(MyCourse::startsAt))
        .toList();
  }

  private static boolean isOver(Stored<Course> course, Instant now) {
    Offer offer = course.state().offer();
    return course.state().isCancelled() || !now.isBefore(offer.endsAt());
  }

  private MyCourse mine(
      Stored<Course> course, Map.Entry<OwnedId, Places.Mine> place, Locale language) {
    Offer offer = course.state().offer();
    return new MyCourse(
        course.id().value(),
        offer.title(),
        words.where(offer, language),
        offer.startsAt(),
        Moments.inWords(offer.startsAt(), language),
        place.getValue());
  }
}
