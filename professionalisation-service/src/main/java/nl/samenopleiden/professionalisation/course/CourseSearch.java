package nl.samenopleiden.professionalisation.course;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for among the courses, as it was typed; what is empty does not matter.
 *
 * @param q words that must all be there
 * @param theme the key of a {@link Theme}
 * @param where {@code place} or {@code online}
 * @param from the first day on which it may start, for example {@code 2026-12-01}
 * @param until the last day on which it may start
 */
record CourseSearch(String q, String theme, String where, String from, String until) {

  static final String PLACE = "place";
  static final String ONLINE = "online";

  CourseSearch(
      @Nullable String q,
      @Nullable String theme,
      @Nullable String where,
      @Nullable String from,
      @Nullable String until) {
    this.q = text(q);
    this.theme = text(theme);
    this.where = text(where);
    this.from = text(from);
    this.until = text(until);
  }

  /** Looks for nothing in particular. */
  boolean everything() {
    return (q + theme + where + from + until).isEmpty();
  }

  /** What is wrong with it, field by field. */
  List<Refusal> check() {
    List<Refusal> wrong = new ArrayList<>();
    if (!where.isEmpty() && !where.equals(PLACE) && !where.equals(ONLINE)) {
      wrong.add(Refusal.invalid("unknown-where", "where"));
    }
    if (!from.isEmpty() && day(from).isEmpty()) {
      wrong.add(Refusal.invalid("unreadable-date", "from"));
    }
    if (!until.isEmpty() && day(until).isEmpty()) {
      wrong.add(Refusal.invalid("unreadable-date", "until"));
    }
    if (wrong.isEmpty() && !from.isEmpty() && !until.isEmpty() && until.compareTo(from) < 0) {
      wrong.add(Refusal.invalid("until-before-from", "until"));
    }
    return wrong;
  }

  /** The first moment that is looked for. */
  Optional<Instant> begins() {
    return day(from).map(day -> day.atStartOfDay(Moments.ZONE).toInstant());
  }

  /** The first moment that is not looked for any more. */
  Optional<Instant> ends() {
    return day(until).map(day -> day.plusDays(1).atStartOfDay(Moments.ZONE).toInstant());
  }

  private static Optional<LocalDate> day(String text) {
    try {
      // Four digits for the year: what else a date may look like is of no use here.
      return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    } catch (DateTimeException nonsense) {
      return Optional.empty();
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
