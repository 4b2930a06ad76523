package nl.samenopleiden.professionalisation.course;

import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import nl.samenopleiden.platform.store.Documents;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.web.Moments;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The editions of a course as pages show them, in the reader's language. */
@Component
final class EditionLines {

  /**
   * One of them.
   *
   * @param state {@code cancelled}, {@code past} or {@code coming}
   */
  record Line(String id, int number, String title, String startsAt, String when, String state) {}

  /**
   * What the page of a course says of its other editions.
   *
   * @param number which one it is itself
   * @param others the last first
   * @param more whether there are more than these
   */
  record Others(int number, List<Line> others, boolean more) {}

  private static final int MOST_SHOWN = 6;

  private final Editions editions;
  private final Clock clock;

  EditionLines(Editions editions, Clock clock) {
    this.editions = editions;
    this.clock = clock;
  }

  /** The other editions of a course. */
  Others others(Stored<Course> course) {
    List<Line> others =
        editions.all(course).stream()
            .filter(each -> !each.id().equals(course.id()))
            .map(this::line)
            .toList();
    return new Others(
        Edition.of(course).number(),
        others.stream().limit(MOST_SHOWN).toList(),
        others.size() > MOST_SHOWN);
  }

  /** A page of all editions; the words stand in the title, the place or the day. */
  Page<Line> page(Stored<Course> course, String words, PageRequest page) {
    Predicate<String> holds = Documents.holding(words);
    return Page.of(
        editions.all(course).stream()
            .filter(each -> holds.test(text(each)))
            .map(this::line)
            .toList(),
        page);
  }

  private static String text(Stored<Course> course) {
    Offer offer = course.state().offer();
    return String.join(" ", offer.title(), offer.place(), inWords(offer));
  }

  private static String inWords(Offer offer) {
    return Moments.inWords(offer.startsAt(), LocaleContextHolder.getLocale());
  }

  Line line(Stored<Course> course) {
    Offer offer = course.state().offer();
    return new Line(
        course.id().value(),
        Edition.of(course).number(),
        offer.title(),
        offer.startsAt().toString(),
        inWords(offer),
        course.state().isCancelled()
            ? "cancelled"
            : course.state().hasBegun(clock.instant()) ? "past" : "coming");
  }
}
