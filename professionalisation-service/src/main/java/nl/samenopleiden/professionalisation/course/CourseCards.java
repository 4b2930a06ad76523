package nl.samenopleiden.professionalisation.course;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.professionalisation.organisation.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Courses as pages show them, in the reader's language. */
@Component
final class CourseCards {

  /**
   * What a page shows of one course.
   *
   * @param when its start in words
   * @param opens when registration opens in words, as long as it has not
   * @param open whether one can register now
   * @param mine the reader's own place, if there is one
   */
  record Card(
      String id,
      String title,
      String summary,
      List<String> themes,
      String place,
      String when,
      String startsAt,
      String length,
      int seats,
      int seated,
      int free,
      int waiting,
      @Nullable String opens,
      boolean open,
      boolean begun,
      boolean cancelled,
      String pabo,
      String whyFree,
      Places.@Nullable Mine mine) {}

  private final CourseWords words;
  private final Organisations organisations;
  private final Clock clock;

  CourseCards(CourseWords words, Organisations organisations, Clock clock) {
    this.words = words;
    this.organisations = organisations;
    this.clock = clock;
  }

  Card card(Access access, Stored<Course> stored, Places.Taken taken, Places.@Nullable Mine mine) {
    Locale language = LocaleContextHolder.getLocale();
    Instant now = clock.instant();
    Course course = stored.state();
    Offer offer = course.offer();
    Instant opens = offer.registrationOpensAt();
    return new Card(
        stored.id().value(),
        offer.title(),
        offer.summary(),
        offer.themes(),
        offer.place(),
        Moments.inWords(offer.startsAt(), language),
        offer.startsAt().toString(),
        words.length(offer.minutes(), language),
        offer.seats(),
        taken.seated(),
        taken.free(offer),
        taken.waiting(),
        opens == null || !now.isBefore(opens) ? null : Moments.inWords(opens, language),
        course.closedAt(now).isEmpty(),
        course.hasBegun(now),
        course.isCancelled(),
        organisations.name(stored.id().owner()),
        words.whyFree(access, stored.id().owner()),
        mine);
  }
}
