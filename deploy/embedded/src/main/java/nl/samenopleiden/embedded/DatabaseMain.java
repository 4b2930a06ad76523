package nl.samenopleiden.embedded;

import java.nio.file.Path;

/** The database as a process of its own: {@code DatabaseMain FILE PORT}. */
public final class DatabaseMain {

  private DatabaseMain() {}

  /** Prints READY when it answers; ends cleanly on SIGTERM. */
  public static void main(String[] arguments) {
    Running.run(
        "DatabaseMain FILE PORT",
        arguments,
        2,
        () -> {
          EmbeddedDatabase database =
              EmbeddedDatabase.durable(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
          database.onFailure(
              () -> {
                System.err.println("Changes can no longer be written to " + arguments[0] + ".");
                Runtime.getRuntime().halt(1);
              });
          return database;
        });
  }
}
