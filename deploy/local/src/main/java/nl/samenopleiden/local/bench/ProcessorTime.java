package nl.samenopleiden.local.bench;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import nl.samenopleiden.local.platform.Home;
import nl.samenopleiden.local.platform.StateFile;

/**
 * What each of our processes has taken of the processors from one moment on: unlike the time that
 * passes, it says much the same on a machine that others keep busy too.
 */
final class ProcessorTime {

  private static final String OURSELVES = "bench";

  private final Map<String, Duration> before = now();

  private ProcessorTime() {}

  /** Counts from now on. */
  static ProcessorTime fromNow() {
    return new ProcessorTime();
  }

  /** What has been spent since for each of so many times, by process, the most first. */
  String each(int times) {
    Map<String, Double> spent = new LinkedHashMap<>();
    now()
        .forEach(
            (process, total) ->
                spent.put(
                    process,
                    total.minus(before.getOrDefault(process, total)).toNanos() / 1e6 / times));
    double all = spent.values().stream().mapToDouble(Double::doubleValue).sum();
    return spent.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(each -> "%s %.2f".formatted(each.getKey(), each.getValue()))
        .collect(
            Collectors.joining(", ", "processor time for each: %.2f ms (".formatted(all), ")"));
  }

  private static Map<String, Duration> now() {
    Map<String, Duration> totals = new LinkedHashMap<>();
    totals.put(OURSELVES, spent(ProcessHandle.current()));
    new StateFile(Home.here())
        .running()
        .ifPresent(
            state ->
                state
                    .processes()
                    .forEach(
                        part ->
                            part.pid()
                                .handle()
                                .ifPresent(process -> totals.put(part.name(), spent(process)))));
    return totals;
  }

  private static Duration spent(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
