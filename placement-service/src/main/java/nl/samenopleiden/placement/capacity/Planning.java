package nl.samenopleiden.placement.capacity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which periods people plan for today. */
@Component
public final class Planning {

  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

  private final Clock clock;

  Planning(Clock clock) {
    this.clock = clock;
  }

  /** The period that it is now and the next seven. */
  public List<Period> periods() {
    return Period.plannedAt(LocalDate.now(clock.withZone(HERE)));
  }

  /** The period that is planned for now: the next one. */
  public Period next() {
    return periods().get(1);
  }
}
