package nl.samenopleiden.local.identity;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** Signs people in, and catches the mails of the platform. */
@SpringBootApplication(
    scanBasePackages = {"nl.samenopleiden.local.identity", "nl.samenopleiden.local.mailbox"})
@ConfigurationPropertiesScan({"nl.samenopleiden.local.identity", "nl.samenopleiden.local.mailbox"})
public class IdentityApplication {

  /** Runs until the process is told to stop. */
  public static void main(String... args) {
    start(args);
  }

  /** Starts it inside this process, for tests; close what is returned. */
  public static ConfigurableApplicationContext start(String... args) {
    return new SpringApplicationBuilder(IdentityApplication.class)
        .properties("spring.config.name=identity")
        .run(args);
  }
}
