package nl.samenopleiden.local.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.samenopleiden.local.demo.DemoWorld;
import nl.samenopleiden.local.frontdoor.FrontDoor;
import nl.samenopleiden.local.loading.DemoLoader;
import nl.samenopleiden.local.platform.Addresses;
import nl.samenopleiden.local.platform.Apps;
import nl.samenopleiden.local.platform.Home;
import nl.samenopleiden.local.platform.Launcher;
import nl.samenopleiden.local.platform.PlatformPlan;
import nl.samenopleiden.local.platform.Ports;
import nl.samenopleiden.local.platform.Training;

/** Makes the JVM's caches that are missing, once for each build. */
final class TrainingRun {

  /** Pages that a person sees in the first minute. */
  private static final List<String> PAGES =
      List.of("/", "/partnership", "/placement", "/professionalisation", "/events");

  private final Home home;
  private final Apps apps;
  private final Console console;

  TrainingRun(Home home, Apps apps, Console console) {
    this.home = home;
    this.apps = apps;
    this.console = console;
  }

  /**
   * @return whether there was anything to do
   */
  boolean runIfNeeded() throws IOException, InterruptedException {
    List<String> missing =
        Training.missing(
            PlatformPlan.apart(home, home.state().resolve("training"), apps, new Ports(_ -> {})));
    if (missing.isEmpty()) {
      return false;
    }
    Instant start = Instant.now();
    console.line(
        "Once for this build, the JVM learns to start fast (this takes a minute or two): "
            + String.join(", ", missing));
    List<String> without = new Training(home, apps, console::detail).run(this::exercise);
    if (Launcher.isUntrained(home)) {
      trainLauncher();
    }
    if (!without.isEmpty()) {
      console.line("Without a cache, and so slower to start: " + String.join(", ", without) + ".");
    }
    console.line("Learned in " + Console.seconds(Duration.between(start, Instant.now())) + ".");
    return true;
  }

  private void exercise(Addresses addresses) {
    try {
      console.detail("All run; now they do once what they do every day.");
      FrontDoor door = Running.door(home, addresses);
      new DemoLoader(door, DemoWorld.create(), Instant.now(), _ -> {}).load();
      for (String user : List.of("programma", "coordinator1", "leerkracht1")) {
        PAGES.forEach(page -> door.as(user).ask(page));
      }
    } catch (RuntimeException unfinished) {
      console.detail("The exercise was not finished: " + unfinished.getMessage());
    }
  }

  private void trainLauncher() throws IOException, InterruptedException {
    Path log = home.log("training-launcher");
    Process launcher =
        new ProcessBuilder(Launcher.training(home, List.of("warm-up")))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    launcher.waitFor();
    Launcher.keepTraining(home);
  }
}
