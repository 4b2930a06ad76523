package nl.samenopleiden.local.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Keeps the processes' logs from filling the disk: of each, at most about twice 20 MB are kept. */
final class LogFiles {

  private static final long MOST = 20L << 20;

  private LogFiles() {}

  /**
   * Sets aside what a log holds, when that is much. The process goes on writing to the same file:
   * it appends, so after emptying it the next line is the first again.
   */
  static void keepSmall(Path log) {
    try {
      if (Files.exists(log) && Files.size(log) > MOST) {
        Files.copy(
            log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        FileChannel.open(log, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
            .close();
      }
    } catch (IOException full) {
      // A log that can't be set aside is no reason to stop anything.
    }
  }
}
