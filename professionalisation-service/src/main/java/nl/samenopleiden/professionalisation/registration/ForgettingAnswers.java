package nl.samenopleiden.professionalisation.registration;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.samenopleiden.platform.inbox.Event;
import nl.samenopleiden.platform.inbox.Subscriptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets what was answered with a registration as soon as that is no longer in force, whoever
 * ended it. And it forgets what people needed to take part in a course that ended {@link
 * AnswerBook#NEEDS_KEPT} ago: it may say something of their health or their belief, and nobody
 * needs it any more.
 */
@Component
final class ForgettingAnswers {

  private static final Logger log = LoggerFactory.getLogger(ForgettingAnswers.class);

  private final AnswerBook book;
  private final RegistrationBook registrations;
  private final Clock clock;

  ForgettingAnswers(
      AnswerBook book, RegistrationBook registrations, Subscriptions subscriptions, Clock clock) {
    this.book = book;
    this.registrations = registrations;
    this.clock = clock;
    subscriptions
        .on("professionalisation", "RegistrationCancelled", this::ended)
        .on("professionalisation", "WithdrawnFromDraw", this::ended);
  }

  private void ended(Event event) {
    Registration registration = registrations.find(List.of(event.id())).get(event.id());
    if (registration != null && !registration.status().isInForce()) {
      book.forget(event.id());
    }
  }

  /** Every hour, on every instance: doing it twice does no harm. */
  @Scheduled(initialDelay = 30_000, fixedDelay = 3_600_000)
  void forget() {
    try {
      forgetUntil(clock.instant());
    } catch (MongoException away) {
      log.warn("needs: forgotten later, the database does not answer: {}", away.toString());
    }
  }

  /** Forgets what was to be kept until before this time. */
  void forgetUntil(Instant now) {
    int forgotten;
    do {
      forgotten = book.forgetNeeds(now);
      if (forgotten > 0) {
        log.info("needs: forgot those of {} registrations", forgotten);
      }
    } while (forgotten > 0);
  }
}
