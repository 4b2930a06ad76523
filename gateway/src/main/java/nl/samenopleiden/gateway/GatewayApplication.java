package nl.samenopleiden.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration;

/** Starts the front door. */
@SpringBootApplication(
    proxyBeanMethods = false,
    exclude = ReactiveUserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class GatewayApplication {

  /** Starts; everything is configured by the environment, see {@code application.properties}. */
  public static void main(String[] args) {
    SpringApplication.run(GatewayApplication.class, args);
  }
}
