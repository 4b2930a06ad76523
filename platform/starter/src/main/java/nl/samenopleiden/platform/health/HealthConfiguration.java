package nl.samenopleiden.platform.health;

import java.time.Duration;
import nl.samenopleiden.platform.inbox.DeadLetters;
import nl.samenopleiden.platform.inbox.EventConsumer;
import nl.samenopleiden.platform.mail.Mailer;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.store.OutboxRelay;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** What is worth knowing of a service's health beyond that its process runs. */
@AutoConfiguration
public class HealthConfiguration {

  private static final Duration TOO_OLD = Duration.ofMinutes(1);

  @Bean
  HealthIndicator databaseHealthIndicator(Collections collections) {
    return () -> {
      try {
        collections.ping();
        return Health.up().build();
      } catch (RuntimeException away) {
        return Health.down().withDetail("reason", away.getClass().getSimpleName()).build();
      }
    };
  }

  /** Facts that have waited for more than a minute mean that others do not hear us. */
  @Bean
  HealthIndicator outboxHealthIndicator(OutboxRelay relay) {
    return () -> {
      Duration age = relay.age();
      Health.Builder health = age.compareTo(TOO_OLD) > 0 ? Health.outOfService() : Health.up();
      return health.withDetail("oldestSeconds", age.toSeconds()).build();
    };
  }

  /** Events that nobody could read, and those that nobody has read yet. */
  @Bean
  HealthIndicator inboxHealthIndicator(DeadLetters deadLetters, EventConsumer consumer) {
    return () ->
        Health.up()
            .withDetail("deadLetters", deadLetters.count())
            .withDetail("lag", consumer.lag())
            .build();
  }

  @Bean
  HealthIndicator mailQueueHealthIndicator(Mailer mailer) {
    return () -> Health.up().withDetail("waiting", mailer.waiting()).build();
  }
}
