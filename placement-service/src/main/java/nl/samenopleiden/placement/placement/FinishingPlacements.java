package nl.samenopleiden.placement.placement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import nl.samenopleiden.placement.capacity.Capacities;
import nl.samenopleiden.placement.student.Students;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Finishes placings and endings that a process left between two steps: a place that was taken
 * without the student's side being heard is settled or freed, and a place of an ended placement is
 * freed. Nothing that is younger than a minute is touched, because somebody is probably at work on
 * it; if a slow one still is, the turns keep the two from undoing each other.
 */
@Component
final class FinishingPlacements implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(FinishingPlacements.class);
  private static final Duration EVERY = Duration.ofSeconds(20);
  private static final Duration LEFT_ALONE = Duration.ofMinutes(1);
  private static final String BY = "placement";

  private final Capacities capacities;
  private final Students students;
  private final Placing placing;
  private final Clock clock;
  private volatile boolean running;
  private Thread worker = Thread.ofVirtual().unstarted(this::everySoOften);

  FinishingPlacements(Capacities capacities, Students students, Placing placing, Clock clock) {
    this.capacities = capacities;
    this.students = students;
    this.placing = placing;
    this.clock = clock;
  }

  /**
   * Looks round once.
   *
   * @return how much was left unfinished
   */
  int lookRound(Instant now) {
    Instant before = now.minus(LEFT_ALONE);
    var taken = capacities.unsettled(before);
    taken.forEach(left -> placing.finish(BY, left));
    var ended = students.unfreed(before);
    ended.forEach(left -> placing.free(BY, left.student(), left.placement()));
    return taken.size() + ended.size();
  }

  @Override
  public void start() {
    running = true;
    worker = Thread.ofVirtual().name("finishing-placements").start(this::everySoOften);
  }

  @Override
  public void stop() {
    running = false;
    worker.interrupt();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void everySoOften() {
    while (running) {
      try {
        TimeUnit.MILLISECONDS.sleep(EVERY.toMillis());
        int finished = lookRound(clock.instant());
        if (finished > 0) {
          log.info("placements: finished {} that were left between two steps", finished);
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException failed) {
        if (running) {
          log.warn("placements: could not finish what was left: {}", failed.toString());
        }
      }
    }
  }
}
