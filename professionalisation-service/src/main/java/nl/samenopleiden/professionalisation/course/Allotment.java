package nl.samenopleiden.professionalisation.course;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the seats of a course are given out. Whoever is first comes first, unless there is a draw or
 * some seats are kept for boards.
 *
 * @param draw none when who comes first is first
 * @param shares what is kept for boards
 * @param hoursToAccept how long somebody who waited may take to accept a seat that came free, 0 to
 *     {@value #MOST_HOURS_TO_ACCEPT}; 0 means that the seat is given at once
 */
public record Allotment(@Nullable Draw draw, Shares shares, Integer hoursToAccept) {

  /** The most hours that a course can give people to accept a seat: a week. */
  public static final int MOST_HOURS_TO_ACCEPT = 168;

  /** Whoever comes first, and has the seat at once. */
  public static final Allotment FIRST_COME = new Allotment(null, Shares.NONE, 0);

  /** An allotment; what an older one does not say is filled in. */
  public Allotment(@Nullable Draw draw, Shares shares, @Nullable Integer hoursToAccept) {
    this.draw = draw;
    this.shares = shares;
    this.hoursToAccept = hoursToAccept == null ? 0 : hoursToAccept;
  }

  /** The draw that is still to come. */
  public Optional<Draw> drawAfter(Instant now) {
    return draw == null || draw.isOver(now) ? Optional.empty() : Optional.of(draw);
  }

  /** Whether a seat that came free is offered first, as long as there is time for that. */
  public boolean offersSeats() {
    return hoursToAccept > 0;
  }

  /**
   * Until when a seat that comes free now can be accepted. None when it is given at once: because
   * the course offers no seats, or because its first session would have begun by then. So a limit
   * never runs past the start, whoever does not answer leaves time for the next, and near the start
   * nobody loses a seat over a mail that was read too late.
   *
   * @param startsAt when the first session starts
   */
  public Optional<Instant> acceptUntil(Instant now, Instant startsAt) {
    Instant until = now.plus(Duration.ofHours(hoursToAccept)).truncatedTo(ChronoUnit.MILLIS);
    return offersSeats() && until.isBefore(startsAt) ? Optional.of(until) : Optional.empty();
  }
}
