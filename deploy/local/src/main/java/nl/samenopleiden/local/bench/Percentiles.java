package nl.samenopleiden.local.bench;

import java.util.Arrays;
import java.util.Collection;

/**
 * What a series of times comes to, in milliseconds.
 *
 * @param count how many were measured
 */
record Percentiles(int count, double p50, double p99, double max) {

  private static final double NANOS_IN_MILLI = 1e6;

  static Percentiles ofNanos(Collection<Long> nanos) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return new Percentiles(sorted.length, at(sorted, 0.50), at(sorted, 0.99), at(sorted, 1.0));
  }

  private static double at(long[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.ceil(share * sorted.length) - 1] / NANOS_IN_MILLI;
  }

  String text() {
    return "p50 %.1f ms, p99 %.1f ms, slowest %.1f ms (%,d)".formatted(p50, p99, max, count);
  }
}
