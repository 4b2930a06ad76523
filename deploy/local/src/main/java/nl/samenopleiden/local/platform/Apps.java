package nl.samenopleiden.local.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * Unpacks the executable jars, as the JVM starts faster from thin jars and can keep a cache of
 * them. What did not change since is left alone: the caches know the jars by their time.
 */
public final class Apps {

  /** The module of each application. */
  private static final Map<String, String> MODULES =
      Map.of(
          "gateway", "gateway",
          "partnership", "partnership-service",
          "placement", "placement-service",
          "professionalisation", "professionalisation-service",
          "events", "events-service");

  private final Home home;

  public Apps(Home home) {
    this.home = home;
  }

  /** Our own jar, unpacked by the script that started us. */
  public App local() {
    Path jar = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
    return new App("local", jar.resolve("..").normalize());
  }

  /**
   * Unpacks what is not yet, and removes what earlier builds left; only when nothing runs.
   *
   * @return whether there was anything to unpack
   */
  public boolean unpackAll(Consumer<String> tell) {
    removeOthersThan(local());
    boolean any = false;
    for (String name : MODULES.keySet()) {
      if (!isUnpacked(name)) {
        tell.accept("Unpacking " + name + ".");
        any = true;
      }
      removeOthersThan(unpacked(name));
    }
    return any;
  }

  private boolean isUnpacked(String name) {
    try {
      return Files.exists(appOf(name).jar());
    } catch (IOException failed) {
      throw new UncheckedIOException("Can't find " + name, failed);
    }
  }

  private App appOf(String name) throws IOException {
    Path folder = home.apps().resolve(name);
    Files.createDirectories(folder);
    return new App(name, folder.resolve(checksum(jarOf(name), folder.resolve("checked"))));
  }

  /** An application, unpacked. */
  public App unpacked(String name) {
    try {
      App app = appOf(name);
      if (!Files.exists(app.jar())) {
        unpack(jarOf(name), app);
      }
      return app;
    } catch (IOException failed) {
      throw new UncheckedIOException("Can't unpack " + name, failed);
    }
  }

  private void removeOthersThan(App app) {
    try (Stream<Path> folders = Files.list(home.apps().resolve(app.name()))) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        if (!folder.equals(app.folder())) {
          Folders.remove(folder);
        }
      }
    } catch (IOException busy) {
      // It only takes room.
    }
  }

  private Path jarOf(String name) throws IOException {
    Path target = home.root().resolve(MODULES.get(name)).resolve("target");
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-app.jar"))
          .findFirst()
          .orElseThrow(() -> new IOException("no executable jar in " + target));
    }
  }

  /**
   * The checksum of a file; computed only when it was written since the last time. Its time of
   * modification does not tell, as reproducible builds set it.
   */
  static String checksum(Path jar, Path noted) throws IOException {
    String asItIs = Files.size(jar) + " " + Files.getAttribute(jar, "unix:ctime") + " ";
    if (Files.exists(noted)) {
      String note = Files.readString(noted);
      if (note.startsWith(asItIs)) {
        return note.substring(asItIs.length());
      }
    }
    String sum = compute(jar);
    Files.writeString(noted, asItIs + sum);
    return sum;
  }

  private static String compute(Path jar) throws IOException {
    var crc = new CRC32();
    try (InputStream in = new CheckedInputStream(Files.newInputStream(jar), crc)) {
      byte[] buffer = new byte[1 << 16];
      while (in.read(buffer) >= 0) {
        // The sum is what is wanted.
      }
    }
    return "%08x-%d".formatted(crc.getValue(), Files.size(jar));
  }

  private void unpack(Path jar, App app) throws IOException {
    Path place = app.folder().resolveSibling("unpacking");
    Folders.remove(place);
    var command = new ArrayList<>(List.of(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(
        List.of(
            "-Djarmode=tools",
            "-jar",
            jar.toString(),
            "extract",
            "--destination",
            place.toString()));
    Process unpacking =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(home.log("unpack").toFile())
            .start();
    try {
      if (unpacking.waitFor() != 0) {
        throw new IOException("unpacking failed, see " + home.log("unpack"));
      }
    } catch (InterruptedException stop) {
      unpacking.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stop);
    }
    Files.move(place.resolve(jar.getFileName()), place.resolve("app.jar"));
    Files.move(place, app.folder());
  }

  /** The java that runs us. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
