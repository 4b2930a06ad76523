package nl.samenopleiden.placement;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Students, the places that schools offer them, and who is placed where. */
@SpringBootApplication
public class PlacementApplication {

  /** Starts the service; everything it needs to know comes from the environment. */
  public static void main(String[] arguments) {
    SpringApplication.run(PlacementApplication.class, arguments);
  }
}
