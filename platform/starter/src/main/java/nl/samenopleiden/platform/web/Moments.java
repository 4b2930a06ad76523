package nl.samenopleiden.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times as people in the Netherlands read and type them. */
public final class Moments {

  /** Where the schools are. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private static final Locale DUTCH = Locale.of("nl");

  private Moments() {}

  /** For example {@code dinsdag 24 november 2026, 19.30 uur}. */
  public static String inWords(Instant time, Locale language) {
    return isDutch(language)
        ? format(time, "EEEE d MMMM yyyy, HH.mm 'uur'", DUTCH)
        : format(time, "EEEE d MMMM yyyy, HH:mm", Locale.ENGLISH);
  }

  /** Only the day, for example {@code dinsdag 24 november 2026}. */
  public static String dayInWords(Instant time, Locale language) {
    return format(time, "EEEE d MMMM yyyy", isDutch(language) ? DUTCH : Locale.ENGLISH);
  }

  /** As a field for date and time holds it. */
  public static String forField(@Nullable Instant time) {
    return time == null
        ? ""
        : LocalDateTime.ofInstant(time, ZONE).truncatedTo(ChronoUnit.MINUTES).toString();
  }

  /** What was typed in a field for date and time; empty when that is no time. */
  public static Optional<Instant> fromField(@Nullable String text) {
    try {
      return text == null || text.isBlank()
          ? Optional.empty()
          : Optional.of(LocalDateTime.parse(text.strip()).atZone(ZONE).toInstant());
    } catch (DateTimeException nonsense) {
      return Optional.empty();
    }
  }

  private static String format(Instant time, String pattern, Locale language) {
    return DateTimeFormatter.ofPattern(pattern, language)
        .format(ZonedDateTime.ofInstant(time, ZONE));
  }

  private static boolean isDutch(Locale language) {
    return language.getLanguage().equals("nl");
  }
}
