package nl.samenopleiden.professionalisation.course;

import java.time.Duration;
import java.time.Instant;

/** One meeting of a course; it ends later than it starts. */
public record Session(Instant startsAt, Instant endsAt) {

  /** How long it takes. */
  public Duration length() {
    return Duration.between(startsAt, endsAt);
  }
}
