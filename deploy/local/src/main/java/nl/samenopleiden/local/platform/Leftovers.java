package nl.samenopleiden.local.platform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Processes of one platform whose supervisor is gone, for example because it was killed. They are
 * known by the state file, or by the mark that each carries on its command line.
 */
public final class Leftovers {

  private final Home home;
  private final StateFile state;

  public Leftovers(Home home, StateFile state) {
    this.home = home;
    this.state = state;
  }

  /** What every one of our processes has on its command line, with its name behind it. */
  static String mark(Home home, String name) {
    return "-Dsamen.process=" + name + whose(home);
  }

  /** Another platform of the same folder is not ours. */
  private static String whose(Home home) {
    String instance = home.instance().isEmpty() ? "" : "#" + home.instance();
    return "@" + home.root() + instance;
  }

  /**
   * Stops what is left.
   *
   * @return how many there were
   */
  public int stop() {
    List<Stopping.Target> found = find();
    Stopping.USUAL.stop(found);
    state.clear();
    return found.size();
  }

  List<Stopping.Target> find() {
    var found = new ArrayList<Stopping.Target>();
    Set<Long> seen = new HashSet<>();
    state.read().map(RunState::processes).orElse(List.of()).stream()
        .flatMap(
            part -> part.pid().handle().map(h -> new Stopping.Target(part.stage(), h)).stream())
        .filter(target -> seen.add(target.process().pid()))
        .forEach(found::add);
    ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(this::isMarked)
        .filter(process -> seen.add(process.pid()))
        .map(process -> new Stopping.Target(stageOf(process), process))
        .forEach(found::add);
    found.sort(Comparator.comparing(Stopping.Target::stage));
    return found;
  }

  private boolean isMarked(ProcessHandle process) {
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains("-Dsamen.process=") && line.contains(whose(home) + " "))
        .isPresent();
  }

  private static ProcessSpec.Stage stageOf(ProcessHandle process) {
    String line = process.info().commandLine().orElse("");
    return PlatformPlan.stages().entrySet().stream()
        .filter(entry -> line.contains("-Dsamen.process=" + entry.getKey() + "@"))
        .map(java.util.Map.Entry::getValue)
        .findFirst()
        .orElse(ProcessSpec.Stage.SERVICE);
  }
}
