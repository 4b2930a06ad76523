package nl.samenopleiden.local.logs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The end of a log file, and what is added to it. */
public final class LogTail {

  private static final int MOST_BYTES = 4 << 20;

  private final Path file;
  private final String service;
  private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
  private long position;

  /** Begins at the present end of a file. */
  public LogTail(Path file, String service) {
    this.file = file;
    this.service = service;
    this.position = sizeOf(file);
  }

  /** The last lines, made readable; none when there is no such file. */
  public static List<String> last(Path file, int lines) {
    String name = file.getFileName().toString().replaceFirst("\\.log$", "");
    try (var in = new RandomAccessFile(file.toFile(), "r")) {
      long from = Math.max(0, in.length() - MOST_BYTES);
      in.seek(from);
      byte[] end = new byte[(int) (in.length() - from)];
      in.readFully(end);
      List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
      return all.subList(Math.max(0, all.size() - lines), all.size()).stream()
          .map(line -> LogLine.readable(line, name))
          .toList();
    } catch (IOException none) {
      return List.of();
    }
  }

  /** Tells the lines that were added since the last time, made readable. */
  public void more(Consumer<String> tell) throws IOException {
    long size = sizeOf(file);
    if (size < position) {
      // It was emptied: what is in it now is new.
      position = 0;
    }
    if (size == position) {
      return;
    }
    try (var in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(position);
      byte[] added = new byte[(int) Math.min(size - position, MOST_BYTES)];
      in.readFully(added);
      position += added.length;
      split(added, tell);
    }
  }

  private void split(byte[] added, Consumer<String> tell) {
    for (byte each : added) {
      if (each == '\n') {
        tell.accept(LogLine.readable(unfinished.toString(StandardCharsets.UTF_8), service));
        unfinished.reset();
      } else {
        unfinished.write(each);
      }
    }
  }

  private static long sizeOf(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException gone) {
      return 0;
    }
  }
}
