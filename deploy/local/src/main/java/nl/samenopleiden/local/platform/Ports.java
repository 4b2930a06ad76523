package nl.samenopleiden.local.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Chooses the ports of one start: the usual ones, or the next that are free. */
public final class Ports {

  /** A port that was asked for by number and is in use. */
  public static final class TakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TakenException(String message) {
      super(message);
    }
  }

  private final Set<Integer> given = new HashSet<>();
  private final Consumer<String> tell;

  /**
   * @param tell hears a sentence when another port than the usual one is taken
   */
  public Ports(Consumer<String> tell) {
    this.tell = tell;
  }

  /** Keeps a port from being given to anything else, as it is some other part's usual one. */
  public void reserve(int port) {
    given.add(port);
  }

  /** The usual port, else the next free one. */
  public int usual(String part, int port) {
    if (isFree(port)) {
      given.add(port);
      return port;
    }
    int other = port + 1;
    while (given.contains(other) || !isFree(other)) {
      other++;
    }
    given.add(other);
    tell.accept(
        "Port %d is in use%s: %s takes %d."
            .formatted(port, PortHolder.of(port).map(by -> " by " + by).orElse(""), part, other));
    return other;
  }

  /** Exactly this port. */
  public int exactly(String part, int port) {
    if (!isFree(port)) {
      throw new TakenException(
          "Port %d, asked for %s, is in use%s: stop that, or choose another with --port."
              .formatted(port, part, PortHolder.of(port).map(by -> " by " + by).orElse("")));
    }
    given.add(port);
    return port;
  }

  /** Any port that is free now. */
  public int any() {
    try (var socket = new ServerSocket(0)) {
      int port = socket.getLocalPort();
      return given.add(port) ? port : any();
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  /** Whether nothing listens there, on any of the machine's addresses. */
  static boolean isFree(int port) {
    return binds(null, port) && binds(InetAddress.getLoopbackAddress(), port);
  }

  private static boolean binds(@org.jspecify.annotations.Nullable InetAddress address, int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
