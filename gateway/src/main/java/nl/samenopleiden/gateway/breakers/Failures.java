package nl.samenopleiden.gateway.breakers;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.client.PrematureCloseException;

/**
 * Which failures mean that a service is away; all others are its answers, or the client's doing.
 */
final class Failures {

  private Failures() {}

  /** A service answered with a status that says that it cannot, itself or something behind it. */
  static final class Unable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unable(int status) {
      super("status " + status, null, false, false);
    }
  }

  /** The client went away while it was still sending: that is not the service's doing. */
  static final class ClientGone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClientGone(Throwable cause) {
      super("the client went away", cause, false, false);
    }
  }

  /** Whether this says that a service is away. */
  static boolean isAway(Throwable failure) {
    return !hasCause(failure, ClientGone.class)
        && (isLostConnection(failure) || isTimeout(failure) || hasCause(failure, Unable.class));
  }

  /** Whether it took too long. */
  static boolean isTimeout(Throwable failure) {
    return hasCause(failure, TimeoutException.class)
        || hasCause(failure, io.netty.handler.timeout.TimeoutException.class);
  }

  /** Whether there was no connection, or it was lost before an answer. */
  static boolean isLostConnection(Throwable failure) {
    return hasCause(failure, ConnectException.class)
        || hasCause(failure, UnknownHostException.class)
        || hasCause(failure, NoRouteToHostException.class)
        || hasCause(failure, PrematureCloseException.class)
        || isReset(failure);
  }

  private static boolean isReset(Throwable failure) {
    return failure instanceof IOException
        && !(failure instanceof AbortedException)
        && String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("reset");
  }

  private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
