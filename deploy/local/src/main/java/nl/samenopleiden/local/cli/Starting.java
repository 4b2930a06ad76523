package nl.samenopleiden.local.cli;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import nl.samenopleiden.local.demo.DemoWorld;
import nl.samenopleiden.local.frontdoor.NoAnswerException;
import nl.samenopleiden.local.frontdoor.RefusedException;
import nl.samenopleiden.local.loading.DemoLoader;
import nl.samenopleiden.local.platform.Addresses;
import nl.samenopleiden.local.platform.Apps;
import nl.samenopleiden.local.platform.Home;
import nl.samenopleiden.local.platform.Launcher;
import nl.samenopleiden.local.platform.Leftovers;
import nl.samenopleiden.local.platform.PlatformOptions;
import nl.samenopleiden.local.platform.PlatformPlan;
import nl.samenopleiden.local.platform.Ports;
import nl.samenopleiden.local.platform.RestartPolicy;
import nl.samenopleiden.local.platform.RunState;
import nl.samenopleiden.local.platform.StateFile;
import nl.samenopleiden.local.platform.Supervisor;

/** Brings the platform up in this process and stays with it until it is stopped. */
final class Starting {

  private static final Duration TO_START = Duration.ofMinutes(5);

  private final Home home;
  private final PlatformOptions options;
  private final boolean demo;
  private final boolean training;
  private final Console console;
  private final StateFile stateFile;
  private final Instant began = Launcher.beginning();

  Starting(Home home, PlatformOptions options, boolean demo, boolean training, Console console) {
    this.home = home;
    this.options = options;
    this.demo = demo;
    this.training = training;
    this.console = console;
    this.stateFile = new StateFile(home);
  }

  static String runsAlready(RunState state) {
    return "Samen runs already, since "
        + state
            .since()
            .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
            .atZone(java.time.ZoneId.systemDefault())
            .toLocalTime()
        + ": "
        + state.addresses().gateway()
        + " (./samen status tells more, ./samen down stops it)";
  }

  int run() throws IOException, InterruptedException {
    Optional<FileLock> only = stateFile.lock();
    if (only.isEmpty()) {
      console.line(
          stateFile
              .running()
              .map(Starting::runsAlready)
              .orElse("Samen is being started or stopped already."));
      return 0;
    }
    int left = new Leftovers(home, stateFile).stop();
    if (left > 0) {
      console.line("Stopped %d processes that an earlier run had left.".formatted(left));
    }
    Files.createDirectories(home.logs());
    Duration prepared = prepare(new Apps(home));
    return supervise(
        PlatformPlan.forUse(home, options, new Apps(home), new Ports(console::line)), prepared);
  }

  /** What is done once for each build; how long it took is told apart from the start. */
  private Duration prepare(Apps apps) throws IOException, InterruptedException {
    Instant start = Instant.now();
    boolean unpacked = apps.unpackAll(console::line);
    boolean trained = training && new TrainingRun(home, apps, console).runIfNeeded();
    return unpacked || trained ? Duration.between(start, Instant.now()) : Duration.ZERO;
  }

  private int supervise(PlatformPlan plan, Duration prepared) throws InterruptedException {
    var narrator = new Narrator(home, plan.addresses(), stateFile, console);
    var supervisor =
        new Supervisor(plan.specs(), RestartPolicy.USUAL, narrator, InstantSource.system());
    var end = new Ending(supervisor, stateFile, console);
    Runtime.getRuntime().addShutdownHook(new Thread(end));
    console.line("Starting (logs: ./samen logs).");
    supervisor.start();
    if (!supervisor.awaitHealthy(TO_START)) {
      console.line(
          "Not healthy: " + String.join(", ", supervisor.unwell()) + ". Stopping everything.");
      return 1;
    }
    narrator.allHealthy(Duration.between(began, Instant.now()).minus(prepared));
    boolean loaded = !demo || !plan.addresses().demonstration() || loadDemo(plan.addresses());
    new Welcome(console).show(plan.addresses(), loaded && demo);
    narrator.ready();
    new CountDownLatch(1).await();
    return 0;
  }

  /** Fills the platform, when that was not done before with the same database. */
  private boolean loadDemo(Addresses addresses) {
    Path marker =
        home.data().resolve("demo-" + Integer.toHexString(databaseOf(addresses).hashCode()));
    if (Files.exists(marker)) {
      return true;
    }
    Instant start = Instant.now();
    console.line("Loading the demonstration world through the front door.");
    try {
      new DemoLoader(Running.door(home, addresses), DemoWorld.create(), start, console::detail)
          .load();
      Files.createDirectories(marker.getParent());
      Files.writeString(marker, start.toString());
      console.line("Loaded in " + Console.seconds(Duration.between(start, Instant.now())) + ".");
      return true;
    } catch (RefusedException | NoAnswerException | IllegalStateException | IOException failed) {
      console.line(
          "The demonstration world could not be loaded completely: "
              + failed.getMessage()
              + ". The next ./samen up goes on with it.");
      return false;
    }
  }

  /** Another port is still the same embedded database. */
  private String databaseOf(Addresses addresses) {
    return options.mongodb().isPresent() ? addresses.mongodb() : "embedded";
  }

  /** Runs when the process is to end, whatever the reason. */
  private record Ending(Supervisor supervisor, StateFile stateFile, Console console)
      implements Runnable {
    @Override
    public void run() {
      console.line("Stopping.");
      supervisor.stop();
      stateFile.clear();
      console.line("Stopped; the data is kept (./samen reset wipes it).");
    }
  }
}
