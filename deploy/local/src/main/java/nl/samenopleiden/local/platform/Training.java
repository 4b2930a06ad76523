package nl.samenopleiden.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes the JVM's caches of those programs that have none: the whole platform lives once for a
 * short while, apart from the real one and on data of its own, does what it does every day, and
 * each program writes down at its end what it had loaded. Done once for each build.
 */
public final class Training {

  private static final Duration TO_START = Duration.ofMinutes(10);

  /** Writing a cache takes a core and half a GiB for some seconds: two at a time. */
  private static final Stopping TO_WRITE = new Stopping(Duration.ofMinutes(5), 2);

  /** What is done while the caches are recorded. */
  public interface Exercise {
    void on(Addresses addresses);
  }

  private final Home home;
  private final Apps apps;
  private final Consumer<String> tell;

  public Training(Home home, Apps apps, Consumer<String> tell) {
    this.home = home;
    this.apps = apps;
    this.tell = tell;
  }

  /** The names of those programs of a platform that have no cache. */
  public static List<String> missing(PlatformPlan plan) {
    return plan.programs().stream()
        .filter(program -> !program.cache().isThere())
        .map(Program::name)
        .toList();
  }

  /**
   * Makes the missing caches.
   *
   * @return the programs that still have none
   */
  public List<String> run(Exercise exercise) throws InterruptedException {
    Path data = home.state().resolve("training");
    clear(data);
    PlatformPlan plan = PlatformPlan.apart(home, data, apps, new Ports(tell));
    List<Program> untrained =
        plan.programs().stream().filter(program -> !program.cache().isThere()).toList();
    untrained.forEach(program -> program.cache().forget());
    List<ProcessSpec> specs =
        plan.programs().stream().map(program -> program.inTraining(home)).toList();
    var supervisor =
        new Supervisor(specs, RestartPolicy.NEVER, new Quiet(tell), InstantSource.system());
    var abort = new Thread(supervisor::kill);
    Runtime.getRuntime().addShutdownHook(abort);
    try {
      supervisor.start();
      if (supervisor.awaitHealthy(TO_START)) {
        exercise.on(plan.addresses());
      } else {
        tell.accept("Not healthy in training: " + String.join(", ", supervisor.unwell()));
      }
      tell.accept("Writing the caches.");
      supervisor.stop(TO_WRITE);
    } finally {
      Runtime.getRuntime().removeShutdownHook(abort);
    }
    clear(data);
    return untrained.stream()
        .filter(program -> !program.cache().keep())
        .map(Program::name)
        .toList();
  }

  private static void clear(Path folder) {
    try {
      Folders.remove(folder);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Only what went wrong is told. */
  private record Quiet(Consumer<String> tell) implements Supervisor.Observer {
    @Override
    public void healthy(String name, Duration afterItsStart) {}

    @Override
    public void ended(String name, int exitCode) {
      tell.accept(name + " ended in training with code " + exitCode + ".");
    }

    @Override
    public void restarting(String name, Duration wait) {}

    @Override
    public void gaveUp(String name) {}

    @Override
    public void changed(List<RunState.Part> parts) {}
  }
}
