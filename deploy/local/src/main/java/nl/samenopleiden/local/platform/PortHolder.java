package nl.samenopleiden.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out which process listens on a port, for people to read. */
final class PortHolder {

  private static final String LISTENING = "0A";

  private PortHolder() {}

  /** The process in words, for example {@code nginx (process 812)}; empty when it can't be seen. */
  static Optional<String> of(int port) {
    return pid(port).map(PortHolder::inWords);
  }

  private static Optional<Long> pid(int port) {
    try {
      return Files.exists(Path.of("/proc/net/tcp")) ? fromProc(port) : fromLsof(port);
    } catch (IOException | UncheckedIOException unseen) {
      return Optional.empty();
    }
  }

  private static String inWords(long pid) {
    String command =
        ProcessHandle.of(pid)
            .flatMap(process -> process.info().command())
            .map(path -> Path.of(path).getFileName().toString())
            .orElse("a program");
    return command + " (process " + pid + ")";
  }

  private static Optional<Long> fromProc(int port) throws IOException {
    List<String> inodes =
        Stream.concat(
                inodes(Path.of("/proc/net/tcp"), port), inodes(Path.of("/proc/net/tcp6"), port))
            .map(inode -> "socket:[" + inode + "]")
            .toList();
    if (inodes.isEmpty()) {
      return Optional.empty();
    }
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .filter(path -> path.getFileName().toString().chars().allMatch(Character::isDigit))
          .filter(path -> holdsOneOf(path.resolve("fd"), inodes))
          .map(path -> Long.parseLong(path.getFileName().toString()))
          .findFirst();
    }
  }

  /**
   * The sockets that listen on the port, of a table whose columns are slot, local, remote, state,
   * …, inode.
   */
  private static Stream<String> inodes(Path table, int port) throws IOException {
    if (!Files.exists(table)) {
      return Stream.empty();
    }
    String ending = ":%04X".formatted(port);
    return Files.readAllLines(table).stream()
        .map(line -> line.strip().split("\\s+"))
        .filter(columns -> columns.length > 9)
        .filter(columns -> columns[1].endsWith(ending) && columns[3].equals(LISTENING))
        .map(columns -> columns[9]);
  }

  private static boolean holdsOneOf(Path descriptors, List<String> sockets) {
    try (Stream<Path> open = Files.list(descriptors)) {
      return open.anyMatch(descriptor -> sockets.contains(target(descriptor)));
    } catch (IOException | UncheckedIOException notOurs) {
      return false;
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closed) {
      return "";
    }
  }

  private static Optional<Long> fromLsof(int port) throws IOException {
    Process lsof =
        new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new String(lsof.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .map(Long::valueOf)
        .findFirst();
  }
}
