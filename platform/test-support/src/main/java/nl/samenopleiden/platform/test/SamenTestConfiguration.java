package nl.samenopleiden.platform.test;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Gives tests their {@link Samen}. */
@TestConfiguration(proxyBeanMethods = false)
class SamenTestConfiguration {

  @Bean
  Samen samen(Environment environment) {
    return new Samen(environment, Surroundings.shared());
  }
}
