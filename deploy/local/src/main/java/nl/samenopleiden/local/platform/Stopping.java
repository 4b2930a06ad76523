package nl.samenopleiden.local.platform;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Stops processes stage by stage: asks, and after a while insists.
 *
 * @param patience how long those that are asked together have to end by themselves
 * @param together how many of one stage are asked together
 */
record Stopping(Duration patience, int together) {

  /** As everywhere: 15 seconds for each stage. */
  static final Stopping USUAL = within(Duration.ofSeconds(15));

  /** For what nobody needs any more. */
  static final Stopping AT_ONCE = within(Duration.ZERO);

  /** Stage by stage. */
  static Stopping within(Duration patience) {
    return new Stopping(patience, Integer.MAX_VALUE);
  }

  /** A process that shall end. */
  record Target(ProcessSpec.Stage stage, ProcessHandle process) {}

  /** Returns when none of them is left. */
  void stop(List<Target> targets) {
    for (ProcessSpec.Stage stage : ProcessSpec.Stage.values()) {
      List<ProcessHandle> those =
          targets.stream().filter(t -> t.stage() == stage).map(Target::process).toList();
      for (int from = 0; from < those.size(); from += Math.min(together, those.size())) {
        stopTogether(those.stream().skip(from).limit(together).toList());
      }
    }
  }

  private void stopTogether(List<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroy);
    if (!allEnd(processes, patience)) {
      List<ProcessHandle> stubborn =
          processes.stream()
              .flatMap(process -> Stream.concat(process.descendants(), Stream.of(process)))
              .toList();
      stubborn.forEach(ProcessHandle::destroyForcibly);
      allEnd(stubborn, USUAL.patience);
    }
  }

  private static boolean allEnd(List<ProcessHandle> processes, Duration within) {
    var ends = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(within.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException late) {
      return false;
    } catch (ExecutionException odd) {
      return Arrays.stream(ends).allMatch(CompletableFuture::isDone);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
