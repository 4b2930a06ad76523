package nl.samenopleiden.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One process, and not another one that got its number later.
 *
 * @param number the number that the operating system gave it
 * @param started when it started
 */
public record Pid(long number, Instant started) {

  /** The start as the system tells it moves a little when the clock is set. */
  private static final Duration CLOCK_MOVES = Duration.ofSeconds(3);

  /** The process of a handle. */
  public static Pid of(ProcessHandle handle) {
    return new Pid(handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
  }

  /** The process itself, when it still runs. */
  public Optional<ProcessHandle> handle() {
    return ProcessHandle.of(number)
        .filter(ProcessHandle::isAlive)
        .filter(this::isSame)
        .filter(_ -> !hasEnded());
  }

  /** Whether it still runs. */
  public boolean lives() {
    return handle().isPresent();
  }

  /** Ended, but nobody has asked for its exit code yet: it still has its number. */
  private boolean hasEnded() {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(number), "stat"));
      return stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
    } catch (IOException notLinux) {
      return false;
    }
  }

  private boolean isSame(ProcessHandle handle) {
    return handle
        .info()
        .startInstant()
        .map(start -> Duration.between(start, started).abs().compareTo(CLOCK_MOVES) < 0)
        .orElse(true);
  }
}
