package nl.samenopleiden.local.platform;

import java.util.ArrayList;
import java.util.List;

/** The JVM flags of our processes: small, and the same whether a cache is made or used. */
final class JavaFlags {

  private JavaFlags() {}

  /**
   * Flags of a process that serves.
   *
   * @param heap the most that its objects may take, in MiB
   */
  static List<String> serving(int heap) {
    var flags = new ArrayList<>(always(heap));
    flags.add("-XX:ReservedCodeCacheSize=64m");
    // Eight programs share two cores while they start: the second compiler would take more than
    // half of that time (measured: 60 s of processor time in all with it, 24 s without).
    flags.add("-XX:TieredStopAtLevel=1");
    return List.copyOf(flags);
  }

  /**
   * Flags of a process that must keep up with a crowd: slower to start, faster once it is warm.
   *
   * @param heap the most that its objects may take, in MiB
   */
  static List<String> forLoad(int heap) {
    var flags = new ArrayList<>(always(heap));
    flags.add("-XX:ReservedCodeCacheSize=160m");
    // The cache is made with the first compiler only, and what it remembers of that would keep each
    // method there for ever (measured: 6,846 of the gateway's methods, and only 1,240 beyond).
    flags.add("-XX:+UnlockDiagnosticVMOptions");
    flags.add("-XX:-AOTReplayTraining");
    return List.copyOf(flags);
  }

  private static List<String> always(int heap) {
    return List.of(
        "-XX:+UseSerialGC",
        "-XX:+UseCompactObjectHeaders",
        "-Xms24m",
        "-Xmx" + heap + "m",
        "-XX:MinHeapFreeRatio=10",
        "-XX:MaxHeapFreeRatio=25",
        "-Xss512k",
        "-XX:+ExitOnOutOfMemoryError",
        "-Djava.net.preferIPv4Stack=true",
        "-Dfile.encoding=UTF-8",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow");
  }

  /** Flags of the launcher itself; the script {@code samen} has the same. */
  static List<String> launcher(Home home) {
    var flags =
        new ArrayList<>(
            List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseCompactObjectHeaders",
                "-Xmx64m",
                "-Xss512k",
                "-XX:ReservedCodeCacheSize=24m",
                "-Xlog:disable",
                "-Xlog:all=error:stderr"));
    flags.addAll(
        List.of(
            "-Dsamen.root=" + home.root(),
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED"));
    return flags;
  }
}
