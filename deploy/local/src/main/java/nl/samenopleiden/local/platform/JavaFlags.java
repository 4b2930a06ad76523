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
    var flags = new ArrayList<>(always());
    flags.addAll(
        List.of(
            "-Xms24m",
            "-Xmx" + heap + "m",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=25",
            "-XX:ReservedCodeCacheSize=64m",
            // Eight programs share two cores while they start: the second compiler would take more
            // than half of that time (measured: 60 s of processor time in all with it, 24 s
            // without).
            "-XX:TieredStopAtLevel=1"));
    return List.copyOf(flags);
  }

  /**
   * Flags of a process that must keep up with a crowd: slower to start, faster once it is warm.
   *
   * @param heap what its objects may take when it only serves, in MiB; here they get as much again
   */
  static List<String> forLoad(int heap) {
    var flags = new ArrayList<>(always());
    flags.addAll(
        List.of(
            // Room for what hundreds of requests need at the same moment, so that it need not be
            // moved among what stays (measured at the gateway: 9 s of collecting in 85 s without).
            "-Xms" + heap + "m",
            "-Xmx" + 2 * heap + "m",
            "-Xmn" + heap / 2 + "m",
            "-XX:ReservedCodeCacheSize=160m",
            // The cache is made with the first compiler only, and what it remembers of that would
            // keep each method there for ever (measured: 6,846 methods of the gateway).
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-AOTReplayTraining"));
    return List.copyOf(flags);
  }

  private static List<String> always() {
    return List.of(
        "-XX:+UseSerialGC",
        "-XX:+UseCompactObjectHeaders",
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
