package nl.samenopleiden.local.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.samenopleiden.local.platform.RunState.Phase;
import org.jspecify.annotations.Nullable;

/**
 * Starts processes, all at once, and keeps them running until it is told to stop. One that ends by
 * itself is reported and started again. All that changes does so on one thread.
 */
public final class Supervisor {

  private static final Duration BETWEEN_CHECKS = Duration.ofMillis(60);
  private static final Duration BETWEEN_LOG_CHECKS = Duration.ofMinutes(1);

  /** Hears what happens; is called on the supervisor's one thread and must not wait. */
  public interface Observer {

    /** A process is well. */
    void healthy(String name, Duration afterItsStart);

    /** A process ended, and nobody had asked it to. */
    void ended(String name, int exitCode);

    /** It will be started again. */
    void restarting(String name, Duration wait);

    /** It ended too often: it stays down. */
    void gaveUp(String name);

    /** Something changed; this is how all are now. */
    void changed(List<RunState.Part> parts);
  }

  private final List<Child> children = new ArrayList<>();
  private final RestartPolicy policy;
  private final Observer observer;
  private final InstantSource clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("supervisor").unstarted(task));
  private final CompletableFuture<Boolean> healthy = new CompletableFuture<>();
  private boolean stopping;

  public Supervisor(
      List<ProcessSpec> specs, RestartPolicy policy, Observer observer, InstantSource clock) {
    this.policy = policy;
    this.observer = observer;
    this.clock = clock;
    specs.forEach(spec -> children.add(new Child(spec)));
  }

  /** Starts all, and returns at once. */
  public void start() {
    thread.execute(() -> children.forEach(Child::launch));
    thread.scheduleWithFixedDelay(
        () -> children.forEach(child -> LogFiles.keepSmall(child.spec.log())),
        BETWEEN_LOG_CHECKS.toSeconds(),
        BETWEEN_LOG_CHECKS.toSeconds(),
        TimeUnit.SECONDS);
  }

  /**
   * Waits until all are well.
   *
   * @return false when one was given up, or the time was over
   */
  public boolean awaitHealthy(Duration patience) throws InterruptedException {
    try {
      return healthy.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      return false;
    } catch (ExecutionException never) {
      throw new IllegalStateException(never);
    }
  }

  /** The names of those that are not well. */
  public List<String> unwell() {
    return onThread(
        () ->
            children.stream()
                .filter(child -> child.phase != Phase.HEALTHY)
                .map(child -> child.spec.name())
                .toList());
  }

  /**
   * Stops all, those first that depend on others, and waits until none is left; a second time does
   * nothing.
   */
  public void stop() {
    stop(Stopping.USUAL);
  }

  /** Ends all at once, without waiting for what they may still want to do. */
  void kill() {
    stop(Stopping.AT_ONCE);
  }

  void stop(Stopping way) {
    if (thread.isShutdown()) {
      return;
    }
    List<Stopping.Target> targets =
        onThread(
            () -> {
              stopping = true;
              return children.stream().flatMap(child -> child.target().stream()).toList();
            });
    way.stop(targets);
    thread.shutdown();
  }

  private <T> T onThread(java.util.concurrent.Callable<T> question) {
    try {
      return thread.submit(question).get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void changed() {
    observer.changed(children.stream().flatMap(child -> child.part().stream()).toList());
    if (children.stream().allMatch(child -> child.phase == Phase.HEALTHY)) {
      healthy.complete(true);
    }
  }

  /** One process through all its starts. */
  private final class Child {
    private final ProcessSpec spec;
    private final List<Instant> ends = new ArrayList<>();
    private @Nullable Process process;
    private @Nullable Pid pid;
    private Phase phase = Phase.STARTING;
    private int restarts;

    private Child(ProcessSpec spec) {
      this.spec = spec;
    }

    private void launch() {
      if (stopping) {
        return;
      }
      phase = Phase.STARTING;
      try {
        Process started = start();
        process = started;
        pid = Pid.of(started.toHandle());
        started.onExit().thenRun(() -> later(() -> ended(started)));
        Thread.ofVirtual().start(() -> watch(started, clock.instant()));
      } catch (IOException failed) {
        giveUp();
      }
      changed();
    }

    private Process start() throws IOException {
      LogFiles.keepSmall(spec.log());
      var builder =
          new ProcessBuilder(inItsOwnRight(spec.command()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()))
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      builder.environment().putAll(spec.environment());
      return builder.start();
    }

    /** Asks until it is well or gone. */
    private void watch(Process started, Instant since) {
      try {
        while (!started.waitFor(BETWEEN_CHECKS)) {
          if (spec.health().isGood()) {
            Duration after = Duration.between(since, clock.instant());
            later(() -> becameHealthy(started, after));
            return;
          }
        }
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }

    private void becameHealthy(Process started, Duration after) {
      if (started != process || !started.isAlive() || stopping) {
        return;
      }
      phase = Phase.HEALTHY;
      observer.healthy(spec.name(), after);
      changed();
    }

    private void ended(Process started) {
      if (started != process || stopping) {
        return;
      }
      Instant now = clock.instant();
      ends.add(now);
      observer.ended(spec.name(), started.exitValue());
      policy.waitAfter(ends, now).ifPresentOrElse(this::restartAfter, this::giveUp);
      changed();
    }

    private void restartAfter(Duration wait) {
      phase = Phase.WAITING_TO_RESTART;
      restarts++;
      observer.restarting(spec.name(), wait);
      thread.schedule(this::launch, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void giveUp() {
      phase = Phase.GIVEN_UP;
      observer.gaveUp(spec.name());
      healthy.complete(false);
    }

    private List<Stopping.Target> target() {
      return process != null && process.isAlive()
          ? List.of(new Stopping.Target(spec.stage(), process.toHandle()))
          : List.of();
    }

    private List<RunState.Part> part() {
      return pid == null
          ? List.of()
          : List.of(
              new RunState.Part(
                  spec.name(),
                  spec.stage(),
                  pid,
                  spec.address(),
                  spec.health().where().toString(),
                  restarts,
                  phase));
    }
  }

  private void later(Runnable task) {
    try {
      thread.execute(task);
    } catch (RejectedExecutionException stopped) {
      // Nobody is interested any more.
    }
  }

  /**
   * Ctrl-C in a terminal goes to every process of its group; ours must hear of it from us, in the
   * right order. A JVM leaves a signal ignored that was ignored when it started.
   */
  static List<String> inItsOwnRight(List<String> command) {
    var all = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
    all.addAll(command);
    return all;
  }
}
