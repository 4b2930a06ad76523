package nl.samenopleiden.professionalisation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Courses and registrations. */
@SpringBootApplication
public class ProfessionalisationApplication {

  /** Starts the service. */
  public static void main(String[] arguments) {
    SpringApplication.run(ProfessionalisationApplication.class, arguments);
  }
}
