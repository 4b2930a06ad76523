package nl.samenopleiden.local.platform;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Where everything is that {@code ./samen} reads and writes.
 *
 * @param root the folder of the repository; what is written at run time goes to {@code .samen} in
 *     it
 * @param instance the name of one of several platforms of this folder; empty for the usual one
 */
public record Home(Path root, String instance) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{0,20}");

  public Home {
    if (!NAME.matcher(instance).matches()) {
      throw new IllegalArgumentException(
          "SAMEN_INSTANCE holds at most 20 small letters, digits and dashes");
    }
  }

  /** The usual platform of this folder. */
  public Home(Path root) {
    this(root, "");
  }

  /**
   * The folder that the script {@code samen} stands in. With {@code SAMEN_INSTANCE} in the
   * environment it is another platform than the usual one, with data, logs and processes of its
   * own: that is how the tests run beside a platform that somebody works with.
   */
  public static Home here() {
    return new Home(
        Path.of(System.getProperty("samen.root", ".")).toAbsolutePath().normalize(),
        System.getenv().getOrDefault("SAMEN_INSTANCE", ""));
  }

  public Path state() {
    Path usual = root.resolve(".samen");
    return instance.isEmpty() ? usual : usual.resolve("instances").resolve(instance);
  }

  /** One file of log lines for each process. */
  public Path logs() {
    return state().resolve("logs");
  }

  /** The log of one process. */
  public Path log(String process) {
    return logs().resolve(process + ".log");
  }

  /** What survives {@code down} and is wiped by {@code reset}. */
  public Path data() {
    return state().resolve("data");
  }

  /** The unpacked applications with their caches: the same for all platforms of this folder. */
  public Path apps() {
    return root.resolve(".samen").resolve("apps");
  }

  /** What runs now. */
  public Path run() {
    return state().resolve("run");
  }

  public Path secrets() {
    return state().resolve("secrets");
  }
}
