package nl.samenopleiden.professionalisation.course;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a course offers.
 *
 * @param themes keys of {@link Theme}
 * @param place where it is held, as people read it
 * @param minutes how long it takes
 * @param seats how many can take part, 1 to {@value #MOST_SEATS}
 * @param registrationOpensAt from when on people can register; none means at once
 */
public record Offer(
    String title,
    String summary,
    List<String> themes,
    String place,
    Instant startsAt,
    int minutes,
    int seats,
    @Nullable Instant registrationOpensAt) {

  /** The most seats that a course can have. */
  public static final int MOST_SEATS = 5_000;

  public Offer {
    themes = List.copyOf(themes);
  }

  /** How long it takes. */
  public Duration length() {
    return Duration.ofMinutes(minutes);
  }

  Offer withSeats(int seats) {
    return new Offer(title, summary, themes, place, startsAt, minutes, seats, registrationOpensAt);
  }
}
