package nl.samenopleiden.professionalisation.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.professionalisation.course.Theme;
import org.jspecify.annotations.Nullable;

/**
 * What a theme meeting will be.
 *
 * @param theme a key of {@link Theme}
 * @param agenda at least one item, in order of time
 * @param place where it is held, as people read it; absent when it is online only
 * @param link where it is held online, shown only to those who join; absent when there is a place
 *     only
 * @param seats how many can take part, 2 to {@value #MOST_SEATS}
 * @param lastDay the last day on which one can join, in Dutch time
 */
public record Plan(
    String theme,
    String title,
    List<AgendaItem> agenda,
    @Nullable String place,
    @Nullable String link,
    Instant startsAt,
    Instant endsAt,
    int seats,
    LocalDate lastDay) {

  /** The most seats that a meeting can have: its participants are one document. */
  public static final int MOST_SEATS = 500;

  public Plan {
    agenda = List.copyOf(agenda);
  }

  /** How long it takes. */
  public Duration length() {
    return Duration.between(startsAt, endsAt);
  }

  /** Where it is, for who takes part: the place, or else the link. */
  public String where() {
    return place == null ? Objects.requireNonNullElse(link, "") : place;
  }

  /** From when on nobody can join any more. */
  Instant closesAt() {
    Instant afterLastDay = lastDay.plusDays(1).atStartOfDay(Moments.ZONE).toInstant();
    return afterLastDay.isBefore(startsAt) ? afterLastDay : startsAt;
  }
}
