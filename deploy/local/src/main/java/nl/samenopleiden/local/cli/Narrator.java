package nl.samenopleiden.local.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.samenopleiden.local.logs.LogTail;
import nl.samenopleiden.local.platform.Addresses;
import nl.samenopleiden.local.platform.Home;
import nl.samenopleiden.local.platform.Memory;
import nl.samenopleiden.local.platform.Pid;
import nl.samenopleiden.local.platform.RunState;
import nl.samenopleiden.local.platform.StateFile;
import nl.samenopleiden.local.platform.Supervisor;

/**
 * Tells the person at the terminal, and by the state file other commands, what the supervisor does.
 */
final class Narrator implements Supervisor.Observer {

  private static final int LINES_OF_A_CRASH = 8;

  private final Home home;
  private final Addresses addresses;
  private final StateFile stateFile;
  private final Console console;
  private final Pid self = Pid.of(ProcessHandle.current());
  private final Instant since = Instant.now();
  private List<RunState.Part> parts = List.of();
  private boolean ready;

  Narrator(Home home, Addresses addresses, StateFile stateFile, Console console) {
    this.home = home;
    this.addresses = addresses;
    this.stateFile = stateFile;
    this.console = console;
  }

  @Override
  public void healthy(String name, Duration afterItsStart) {
    console.detail("%-20s healthy after %s".formatted(name, Console.seconds(afterItsStart)));
  }

  @Override
  public void ended(String name, int exitCode) {
    console.line("%s ended by itself (%s); the end of its log:".formatted(name, reason(exitCode)));
    LogTail.last(home.log(name), LINES_OF_A_CRASH).forEach(console::detail);
  }

  @Override
  public void restarting(String name, Duration wait) {
    console.line(
        name + " is started again" + (wait.isZero() ? "." : " in " + Console.seconds(wait) + "."));
  }

  @Override
  public void gaveUp(String name) {
    console.line(name + " ended too often and stays down: ./samen logs " + name + " shows why.");
  }

  @Override
  public synchronized void changed(List<RunState.Part> now) {
    parts = now;
    write();
  }

  /** Everything runs: what it costs. */
  void allHealthy(Duration took) {
    List<RunState.Part> all = current();
    long own = Memory.resident(self.number());
    long sum = own;
    for (RunState.Part part : all) {
      long memory = Memory.resident(part.pid().number());
      sum += memory;
      console.detail("%-20s %9s  %s".formatted(part.name(), Memory.text(memory), part.address()));
    }
    console.detail("%-20s %9s".formatted("supervisor", Memory.text(own)));
    console.line(
        "Everything is healthy after %s; %s resident in all."
            .formatted(Console.seconds(took), Memory.text(sum)));
  }

  synchronized void ready() {
    ready = true;
    write();
  }

  private synchronized List<RunState.Part> current() {
    return parts;
  }

  private void write() {
    stateFile.write(new RunState(self, since, addresses, ready, parts));
  }

  /** Codes over 128 are signals. */
  private static String reason(int exitCode) {
    return exitCode > 128 ? "signal " + (exitCode - 128) : "exit code " + exitCode;
  }
}
