package nl.samenopleiden.local.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.samenopleiden.local.platform.Home;
import nl.samenopleiden.local.platform.Leftovers;
import nl.samenopleiden.local.platform.RunState;
import nl.samenopleiden.local.platform.StateFile;
import picocli.CommandLine.Command;

@Command(
    name = "down",
    description = "Stops everything; the data is kept.",
    mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

  /** Five stages of at most 15 seconds, and some more. */
  private static final Duration MOST = Duration.ofSeconds(90);

  @Override
  public Integer call() throws Exception {
    System.out.println(
        stop(Home.here())
            ? "Stopped; the data is kept (./samen reset wipes it)."
            : "Nothing was running.");
    return 0;
  }

  /**
   * Stops whatever runs here, also what a killed supervisor has left.
   *
   * @return whether anything ran
   */
  static boolean stop(Home home) throws Exception {
    var state = new StateFile(home);
    Optional<ProcessHandle> supervisor =
        state.running().map(RunState::supervisor).flatMap(pid -> pid.handle());
    supervisor.ifPresent(DownCommand::end);
    int left = new Leftovers(home, state).stop();
    return supervisor.isPresent() || left > 0;
  }

  private static void end(ProcessHandle supervisor) {
    System.out.println("Stopping.");
    supervisor.destroy();
    try {
      supervisor.onExit().get(MOST.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException stuck) {
      supervisor.destroyForcibly();
    } catch (InterruptedException | java.util.concurrent.ExecutionException odd) {
      throw new IllegalStateException(odd);
    }
  }
}
