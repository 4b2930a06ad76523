package nl.samenopleiden.local.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether and when a process that ended by itself is started again: at once, then after longer and
 * longer waits, until it ended too often in too short a time.
 *
 * @param most how many ends are borne within the span
 * @param span the time that is looked back
 * @param firstWait the wait before the second start; doubles with each further one
 */
public record RestartPolicy(int most, Duration span, Duration firstWait) {

  /** Five ends in a minute are too many. */
  public static final RestartPolicy USUAL =
      new RestartPolicy(5, Duration.ofMinutes(1), Duration.ofMillis(500));

  /** Nothing is started again. */
  public static final RestartPolicy NEVER = new RestartPolicy(1, Duration.ofDays(1), Duration.ZERO);

  /**
   * How long to wait before the next start; empty when it is given up.
   *
   * @param ends when it ended so far, the latest included
   */
  public Optional<Duration> waitAfter(List<Instant> ends, Instant now) {
    long recent = ends.stream().filter(end -> end.isAfter(now.minus(span))).count();
    if (recent >= most) {
      return Optional.empty();
    }
    return Optional.of(
        recent <= 1 ? Duration.ZERO : firstWait.multipliedBy(1L << Math.min(recent - 2, 10)));
  }
}
