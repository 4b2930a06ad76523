package nl.samenopleiden.platform.mail;

import jakarta.mail.util.StreamProvider;
import java.time.Clock;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.store.StoreConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mail, for every service. */
@AutoConfiguration(
    after = StoreConfiguration.class,
    afterName = "org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration")
public class MailConfiguration {

  static {
    // Otherwise each part of each mail looks through every jar for it (measured: a quarter of what
    // sending a mail costs).
    System.setProperty(
        StreamProvider.class.getName(), StreamProvider.provider().getClass().getName());
  }

  @Bean
  Mailer mailer(
      Collections collections,
      JavaMailSenderImpl sender,
      @Value("${samen.mail-from}") String from,
      Clock clock) {
    return new Mailer(collections, sender, from, clock);
  }
}
