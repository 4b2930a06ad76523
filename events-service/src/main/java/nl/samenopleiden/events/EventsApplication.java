package nl.samenopleiden.events;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service of inspiration evenings, lectures and master classes. */
@SpringBootApplication
@EnableScheduling
public class EventsApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(EventsApplication.class, arguments);
  }
}
