package nl.samenopleiden.embedded;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Lets broker and database speak only when something is wrong, where logback is what they log to.
 */
public final class Quiet {

  private static final List<String> WARNINGS_ONLY =
      List.of(
          "kafka",
          "org.apache.kafka",
          "state.change.logger",
          "de.bwaldvogel",
          "io.netty",
          "org.mongodb");

  /** They warn of what is usual: an empty directory, and being closed. */
  private static final List<String> ERRORS_ONLY =
      List.of(
          "org.apache.kafka.controller.QuorumController", "org.apache.kafka.clients.NetworkClient");

  private Quiet() {}

  /** Lets only warnings and errors through, where Logback does the logging. */
  public static void loggers() {
    try {
      Logback.quiet();
    } catch (NoClassDefFoundError notThere) {
      // Another logger is configured by whoever chose it.
    }
  }

  /** Apart, so that it is loaded only here. */
  private static final class Logback {
    static void quiet() {
      if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
        WARNINGS_ONLY.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
        ERRORS_ONLY.forEach(name -> context.getLogger(name).setLevel(Level.ERROR));
      }
    }
  }
}
