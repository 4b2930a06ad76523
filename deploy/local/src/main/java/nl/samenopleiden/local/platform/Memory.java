package nl.samenopleiden.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory a process has resident. */
public final class Memory {

  private Memory() {}

  /** In bytes; 0 when the process is gone or the system does not tell. */
  public static long resident(long pid) {
    try {
      Path status = Path.of("/proc", Long.toString(pid), "status");
      return 1024 * (Files.exists(status) ? fromProc(status) : fromPs(pid));
    } catch (IOException | UncheckedIOException | NumberFormatException gone) {
      return 0;
    }
  }

  /** In words: {@code 187 MiB}. */
  public static String text(long bytes) {
    return "%,d MiB".formatted((bytes + (1 << 19)) >> 20);
  }

  private static long fromProc(Path status) throws IOException {
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    }
  }

  private static long fromPs(long pid) throws IOException {
    Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
    return Long.parseLong(
        new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
  }
}
