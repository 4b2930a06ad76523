package nl.samenopleiden.local.mailbox;

import java.time.Clock;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the mail catcher. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

  @Bean
  Mailbox mailbox(MailSettings settings, Clock clock) {
    return new Mailbox(settings.folder(), settings.most(), clock);
  }

  @Bean
  MailCatcher mailCatcher(Mailbox mailbox, MailSettings settings) {
    return new MailCatcher(mailbox, settings);
  }

  @Bean
  HealthIndicator mailHealthIndicator(MailCatcher catcher) {
    return () -> catcher.isRunning() ? Health.up().build() : Health.down().build();
  }
}
