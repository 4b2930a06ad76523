package nl.samenopleiden.embedded;

import java.nio.file.Path;

/**
 * A database that MongoDB's driver talks to, inside this process and reachable from this machine
 * only. What it acknowledged survives a kill -9 of the process (not a power cut: it does not wait
 * for the disk's own cache).
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private final DocumentServer server;

  private EmbeddedDatabase(DocumentServer server) {
    this.server = server;
  }

  /** A database for tests on a free port, forgotten when it is closed. */
  public static EmbeddedDatabase inMemory() {
    return start(DocumentFile.inMemory(), 0);
  }

  /**
   * A database that keeps its documents in a file.
   *
   * @param file is made, with its directories, when it is not there
   * @param port 0 takes a free one
   * @throws IllegalStateException with a sentence for people when the port is taken, or the file
   *     cannot be used or is in use
   */
  public static EmbeddedDatabase durable(Path file, int port) {
    return start(DocumentFile.open(file), port);
  }

  private static EmbeddedDatabase start(DocumentFile file, int port) {
    try {
      return new EmbeddedDatabase(new DocumentServer(file, port));
    } catch (RuntimeException failed) {
      file.close();
      throw failed;
    }
  }

  /** What to give to the driver. */
  public String uri() {
    return "mongodb://127.0.0.1:" + port();
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  /** Calls this, once, when changes can no longer be kept (a full disk); it then serves no more. */
  public void onFailure(Runnable action) {
    server.onFailure(action);
  }

  @Override
  public void close() {
    server.close();
  }
}
