package nl.samenopleiden.local.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;

/** A program that opens a port and stays: {@code Child PORT}, or ends at once: {@code Child}. */
final class Child {

  private Child() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0) {
      System.out.println("I end at once.");
      System.exit(3);
    }
    int port = Integer.parseInt(arguments[0]);
    try (var socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
      while (true) {
        socket.accept().close();
      }
    }
  }

  /** The command line of one, with what else the JVM is given. */
  static List<String> command(List<String> flags, String... arguments) {
    var command = new java.util.ArrayList<String>();
    command.add(Apps.java());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx16m"));
    command.addAll(flags);
    command.addAll(List.of("-cp", classes(), Child.class.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  private static String classes() {
    return Path.of("target", "test-classes").toAbsolutePath().toString();
  }
}
