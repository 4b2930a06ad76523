package nl.samenopleiden.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * A request that is refused before its body has arrived must not make the connection deaf: Reactor
 * Netty up to 1.3.7 did that now and then, and the browser waited for ever.
 */
class KeptAliveTest extends FrontDoorTest {

  private static final String REFUSED =
      "POST /partnership/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\n";
  private static final String NEXT = "GET /api HTTP/1.1\r\nHost: localhost\r\n\r\n";

  @Test
  void aConnectionListensOnAfterARefusal() throws IOException {
    for (int connection = 0; connection < 40; connection++) {
      try (Socket socket = new Socket("localhost", World.port)) {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(5_000);
        for (int request = 0; request < 4; request++) {
          send(socket, REFUSED);
          send(socket, "a=b");
          assertThat(statusOfAnswer(socket)).isEqualTo("HTTP/1.1 403 Forbidden");
          send(socket, NEXT);
          assertThat(statusOfAnswer(socket)).isEqualTo("HTTP/1.1 200 OK");
        }
      }
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  /** Reads one answer, whole: by its length, or by its chunks. */
  private static String statusOfAnswer(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    String status = line(in);
    int length = -1;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(15).strip());
      }
    }
    if (length >= 0) {
      in.readNBytes(length);
      return status;
    }
    for (int chunk = chunk(in); chunk > 0; chunk = chunk(in)) {
      in.readNBytes(chunk + 2);
    }
    line(in);
    return status;
  }

  private static int chunk(InputStream in) throws IOException {
    return Integer.parseInt(line(in), 16);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
