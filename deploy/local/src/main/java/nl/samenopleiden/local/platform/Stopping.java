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
 * @param patience how long one stage has to end by itself
 */
record Stopping(Duration patience) {

  /** As everywhere: 15 seconds. */
  static final Stopping USUAL = new Stopping(Duration.ofSeconds(15));

  /** For what nobody needs any more. */
  static final Stopping AT_ONCE = new Stopping(Duration.ZERO);

  /** A process that shall end. */
  record Target(ProcessSpec.Stage stage, ProcessHandle process) {}

  /** Returns when none of them is left. */
  void stop(List<Target> targets) {
    for (ProcessSpec.Stage stage : ProcessSpec.Stage.values()) {
      stopTogether(
          targets.stream().filter(t -> t.stage() == stage).map(Target::process).toList());
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
