package nl.samenopleiden.professionalisation.study;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.tenancy.OwnedId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets how far people are with a module that they have not touched for {@link #KEPT}: whoever
 * comes back after that begins again, and nobody needs to know that they once stopped halfway.
 */
@Component
final class ForgettingStudies {

  /** How long after the last step it is still known. */
  static final Duration KEPT = Duration.ofDays(365);

  /** Who the audit trail names. */
  private static final String FORGETTING = "forgetting";

  private static final Logger log = LoggerFactory.getLogger(ForgettingStudies.class);

  private final StudyBook book;
  private final Clock clock;

  ForgettingStudies(StudyBook book, Clock clock) {
    this.book = book;
    this.clock = clock;
  }

  /** Every hour, on every instance: doing it twice does no harm. */
  @Scheduled(initialDelay = 45_000, fixedDelay = 3_600_000)
  void forget() {
    try {
      forgetUntil(clock.instant().minus(KEPT));
    } catch (MongoException away) {
      log.warn("studies: forgotten later, the database does not answer: {}", away.toString());
    }
  }

  /** Forgets the studies in which nothing was done since before this time. */
  void forgetUntil(Instant time) {
    List<OwnedId> untouched;
    do {
      untouched = book.untouchedSince(time);
      for (OwnedId each : untouched) {
        book.change(
            FORGETTING,
            each,
            before ->
                before.orElse(null) instanceof Study.Begun begun && begun.lastAt().isBefore(time)
                    ? begun.stop()
                    : Decision.unchanged());
      }
      if (!untouched.isEmpty()) {
        log.info("studies: forgot {} that nobody had touched for a year", untouched.size());
      }
    } while (!untouched.isEmpty());
  }
}
