package nl.samenopleiden.local.platform;

import java.util.ArrayList;
import java.util.List;

/** Running {@code ./samen} itself as another process. */
public final class Launcher {

  private static final String MAIN = "nl.samenopleiden.local.cli.Samen";

  private Launcher() {}

  /** The command line for the process in the background that supervises. */
  public static List<String> inBackground(Home home, List<String> arguments) {
    App local = new Apps(home).local();
    var command = new ArrayList<String>();
    command.add(Apps.java());
    command.add(Leftovers.mark(home, PlatformPlan.SUPERVISOR));
    command.addAll(JavaFlags.launcher(home));
    command.addAll(cache(home, local).toUse());
    command.addAll(
        List.of(
            "-Dsamen.began=" + beginning().toEpochMilli(), "-cp", local.jar().toString(), MAIN));
    command.addAll(arguments);
    return Supervisor.inItsOwnRight(command);
  }

  /** The command line that makes the launcher's own cache. */
  public static List<String> training(Home home, List<String> arguments) {
    App local = new Apps(home).local();
    AotCache cache = cache(home, local);
    cache.forget();
    var command = new ArrayList<String>();
    command.add(Apps.java());
    command.addAll(JavaFlags.launcher(home));
    command.addAll(cache.toMake());
    command.addAll(List.of("-cp", local.jar().toString(), MAIN));
    command.addAll(arguments);
    return command;
  }

  /** Whether the launcher has no cache that fits. */
  public static boolean isUntrained(Home home) {
    return !cache(home, new Apps(home).local()).isThere();
  }

  /** To be called when {@link #training} has ended. */
  public static boolean keepTraining(Home home) {
    return cache(home, new Apps(home).local()).keep();
  }

  /** When the person typed the command; a build in between is not counted. */
  public static java.time.Instant beginning() {
    String told = System.getProperty("samen.began");
    if (told != null) {
      return java.time.Instant.ofEpochMilli(Long.parseLong(told));
    }
    return Boolean.getBoolean("samen.built")
        ? java.time.Instant.now()
        : ProcessHandle.current().info().startInstant().orElseGet(java.time.Instant::now);
  }

  private static AotCache cache(Home home, App local) {
    return new AotCache(local, "launcher", JavaFlags.launcher(home));
  }
}
