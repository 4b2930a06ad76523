package nl.samenopleiden.embedded;

import java.nio.file.Path;

/** The broker as a process of its own: {@code BrokerMain DIRECTORY PORT CONTROLLER_PORT}. */
public final class BrokerMain {

  private BrokerMain() {}

  /** Prints READY when it answers; ends cleanly on SIGTERM. */
  public static void main(String[] arguments) {
    Running.run(
        "BrokerMain DIRECTORY PORT CONTROLLER_PORT",
        arguments,
        3,
        () ->
            EmbeddedBroker.start(
                Path.of(arguments[0]),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2])));
  }
}
