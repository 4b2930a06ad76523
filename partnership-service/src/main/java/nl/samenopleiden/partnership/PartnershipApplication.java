package nl.samenopleiden.partnership;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Boards, schools, their people and the partnerships between boards and pabos. */
@SpringBootApplication
public class PartnershipApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(PartnershipApplication.class, arguments);
  }
}
