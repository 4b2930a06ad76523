package nl.samenopleiden.professionalisation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Courses and registrations. */
@SpringBootApplication
@EnableScheduling
public class ProfessionalisationApplication {

  /** Starts the service. */
  public static void main(String[] arguments) {
    SpringApplication.run(ProfessionalisationApplication.class, arguments);
  }
}
