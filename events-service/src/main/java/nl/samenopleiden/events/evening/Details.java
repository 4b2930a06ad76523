package nl.samenopleiden.events.evening;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What an evening is, when and where.
 *
 * @param place a place in words, or the address of an online meeting
 * @param minutes how long it lasts
 * @param capacity how many people there is room for
 */
public record Details(
    String title,
    String summary,
    List<String> themes,
    String place,
    Instant startsAt,
    int minutes,
    int capacity) {

  public Details {
    themes = List.copyOf(themes);
  }

  /** How long it lasts. */
  public Duration length() {
    return Duration.ofMinutes(minutes);
  }

  /** Whether it has begun. */
  public boolean hasStarted(Instant now) {
    return !now.isBefore(startsAt);
  }

  /** Whether the place is the address of an online meeting. */
  public boolean online() {
    return place.startsWith("https://") || place.startsWith("http://");
  }
}
