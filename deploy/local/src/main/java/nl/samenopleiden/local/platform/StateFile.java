package nl.samenopleiden.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file by which the supervisor tells other commands what runs; always whole, written anew with
 * each change.
 */
public final class StateFile {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private final Path lock;

  public StateFile(Home home) {
    this.file = home.run().resolve("state.json");
    this.lock = home.run().resolve("lock");
  }

  /** What was written last, whether it still runs or not. */
  public Optional<RunState> read() {
    try {
      return Optional.of(JSON.readValue(Files.readString(file), RunState.class));
    } catch (IOException | JacksonException none) {
      return Optional.empty();
    }
  }

  /** What runs now under a living supervisor. */
  public Optional<RunState> running() {
    return read().filter(state -> state.supervisor().lives());
  }

  public void write(RunState state) {
    try {
      Files.createDirectories(file.getParent());
      Path fresh = file.resolveSibling("state.json.new");
      Files.writeString(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(state));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new UncheckedIOException("Can't write " + file, failed);
    }
  }

  /** Forgets what ran, when nothing does any more. */
  public void clear() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failed) {
      throw new UncheckedIOException("Can't remove " + file, failed);
    }
  }

  /** The right to be the only supervisor, until the process ends; empty when another has it. */
  public Optional<FileLock> lock() {
    try {
      Files.createDirectories(lock.getParent());
      FileChannel channel =
          FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock taken = channel.tryLock();
      if (taken == null) {
        channel.close();
      }
      return Optional.ofNullable(taken);
    } catch (OverlappingFileLockException ours) {
      return Optional.empty();
    } catch (IOException failed) {
      throw new UncheckedIOException("Can't lock " + lock, failed);
    }
  }
}
