package nl.samenopleiden.local.platform;

import java.time.Instant;
import java.util.List;

/**
 * What runs, as the supervisor last wrote it.
 *
 * @param supervisor the process that watches the others
 * @param since when it began
 * @param addresses where the parts are reached
 * @param ready whether everything has been healthy since
 * @param processes the parts that we run ourselves
 */
public record RunState(
    Pid supervisor, Instant since, Addresses addresses, boolean ready, List<Part> processes) {

  /** How a part is. */
  public enum Phase {
    STARTING,
    HEALTHY,
    WAITING_TO_RESTART,
    GIVEN_UP,
    STOPPED
  }

  /**
   * One process.
   *
   * @param pid the running one; the last one when it does not run
   * @param health what to ask, see {@link Health}
   * @param restarts how often it was started again after it ended by itself
   */
  public record Part(
      String name,
      ProcessSpec.Stage stage,
      Pid pid,
      String address,
      String health,
      int restarts,
      Phase phase) {}

  public RunState {
    processes = List.copyOf(processes);
  }
}
