package nl.samenopleiden.local.cli;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.samenopleiden.local.platform.Addresses;
import nl.samenopleiden.local.platform.Health;
import nl.samenopleiden.local.platform.Home;
import nl.samenopleiden.local.platform.Memory;
import nl.samenopleiden.local.platform.RunState;
import nl.samenopleiden.local.platform.StateFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "status",
    description =
        "Shows each process: address, health, memory. Exit code 1 when not all are healthy.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  /**
   * One process as it is now.
   *
   * @param health {@code healthy}, {@code unhealthy} or {@code down}
   */
  record Line(
      String name,
      String address,
      long pid,
      String health,
      long residentBytes,
      long uptimeSeconds,
      int restarts) {}

  /**
   * Everything.
   *
   * @param ready false while {@code up} is still busy
   */
  record Whole(
      boolean running,
      boolean ready,
      Addresses addresses,
      long residentBytes,
      List<Line> processes) {

    boolean isHealthy() {
      return processes.stream().allMatch(line -> line.health().equals("healthy"));
    }
  }

  @Override
  public Integer call() throws Exception {
    Optional<RunState> state = new StateFile(Home.here()).running();
    if (state.isEmpty()) {
      System.out.println(
          json ? "{\"running\":false}" : "Samen does not run here (./samen up starts it).");
      return 1;
    }
    return show(state.get(), System.out) ? 0 : 1;
  }

  /** Prints, and tells whether all is well. */
  boolean show(RunState state, PrintStream out) throws Exception {
    Whole whole = look(state);
    if (json) {
      out.println(
          JsonMapper.builder()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .build()
              .writeValueAsString(whole));
    } else {
      print(whole, out);
    }
    return whole.isHealthy();
  }

  private static Whole look(RunState state) throws Exception {
    Map<RunState.Part, Future<Line>> lines = new java.util.LinkedHashMap<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      state.processes().forEach(part -> lines.put(part, threads.submit(() -> look(part))));
    }
    var done = new java.util.ArrayList<Line>();
    for (Future<Line> line : lines.values()) {
      done.add(line.get());
    }
    done.add(supervisor(state));
    return new Whole(
        true,
        state.ready(),
        state.addresses(),
        done.stream().mapToLong(Line::residentBytes).sum(),
        List.copyOf(done));
  }

  private static Line look(RunState.Part part) {
    boolean alive = part.pid().lives();
    String health =
        !alive ? "down" : new Health(URI.create(part.health())).isGood() ? "healthy" : "unhealthy";
    return new Line(
        part.name(),
        part.address(),
        part.pid().number(),
        health,
        alive ? Memory.resident(part.pid().number()) : 0,
        alive ? sinceThen(part.pid().started()) : 0,
        part.restarts());
  }

  private static Line supervisor(RunState state) {
    long pid = state.supervisor().number();
    return new Line(
        "supervisor", "", pid, "healthy", Memory.resident(pid), sinceThen(state.since()), 0);
  }

  private static long sinceThen(Instant start) {
    return Math.max(0, Duration.between(start, Instant.now()).toSeconds());
  }

  private static void print(Whole whole, PrintStream out) {
    out.println(
        "%-20s %-9s %9s %8s %10s %9s  %s"
            .formatted("process", "health", "memory", "pid", "uptime", "restarts", "address"));
    for (Line line : whole.processes()) {
      out.println(
          "%-20s %-9s %9s %8d %10s %9d  %s"
              .formatted(
                  line.name(),
                  line.health(),
                  Memory.text(line.residentBytes()),
                  line.pid(),
                  uptime(line.uptimeSeconds()),
                  line.restarts(),
                  line.address())
              .stripTrailing());
    }
    out.println("%s resident in all.".formatted(Memory.text(whole.residentBytes())));
    if (!whole.ready()) {
      out.println("./samen up is not finished yet.");
    }
  }

  private static String uptime(long seconds) {
    Duration time = Duration.ofSeconds(seconds);
    return time.toHours() > 0
        ? "%d h %d min".formatted(time.toHours(), time.toMinutesPart())
        : time.toMinutes() > 0 ? "%d min".formatted(time.toMinutes()) : seconds + " s";
  }
}
