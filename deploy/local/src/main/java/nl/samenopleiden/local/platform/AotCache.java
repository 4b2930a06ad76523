package nl.samenopleiden.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The JVM's ahead-of-time cache of one program (JEP 483, 514 and 515): loaded and linked classes
 * and profiles of an earlier run, so that a start takes one second instead of eight. It fits one
 * build, one JVM and one set of flags; what it was made for is written beside it.
 */
final class AotCache {

  /** The JVM that writes the cache at the end needs more room than the program itself. */
  static final Map<String, String> ENVIRONMENT_OF_MAKING = Map.of("JDK_AOT_VM_OPTIONS", "-Xmx768m");

  private final Path file;
  private final Path madeFor;
  private final String fits;

  AotCache(App app, String program, List<String> flags) {
    this.file = app.folder().resolve(program + ".aot");
    this.madeFor = app.folder().resolve(program + ".aot.for");
    this.fits =
        Runtime.version() + "\n" + System.getProperty("os.arch") + "\n" + String.join("\n", flags);
  }

  /** Whether there is one that fits. */
  boolean isThere() {
    try {
      return Files.exists(file) && Files.exists(madeFor) && Files.readString(madeFor).equals(fits);
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** The flags to run with it; none when there is none. */
  List<String> toUse() {
    // Without the log flag, a cache that no longer fits would be told of in the program's own log.
    return isThere() ? List.of("-XX:AOTCache=" + file, "-Xlog:aot=off,cds=off") : List.of();
  }

  /** The flags to make it: it is written when the program ends. */
  List<String> toMake() {
    return List.of("-XX:AOTCacheOutput=" + file, "-Xlog:aot=off,cds=off");
  }

  /** To be called before it is made. */
  void forget() {
    try {
      Files.deleteIfExists(madeFor);
      Files.deleteIfExists(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * To be called when the program that made it has ended.
   *
   * @return whether it was made
   */
  boolean keep() {
    try {
      if (!Files.exists(file)) {
        return false;
      }
      Files.writeString(madeFor, fits);
      return true;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
