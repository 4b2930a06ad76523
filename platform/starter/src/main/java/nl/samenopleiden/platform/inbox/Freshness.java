package nl.samenopleiden.platform.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How long facts took from the change that made them, in another service, until this service had
 * applied them. Remembers the last 20,000; the clocks of both machines must agree.
 */
public final class Freshness {

  private static final int KEPT = 20_000;

  /**
   * A summary.
   *
   * @param applied how many facts it is about
   * @param p50Millis half of them took at most this many milliseconds
   * @param p99Millis all but one in a hundred took at most this many
   * @param maxMillis the slowest took this many
   */
  public record Summary(int applied, long p50Millis, long p99Millis, long maxMillis) {}

  private final long[] appliedAt = new long[KEPT];
  private final long[] took = new long[KEPT];
  private long count;

  synchronized void applied(Instant changed, Instant applied) {
    int slot = (int) (count % KEPT);
    appliedAt[slot] = applied.toEpochMilli();
    took[slot] = Math.max(0, Duration.between(changed, applied).toMillis());
    count++;
  }

  /** What was applied since then, as far as it is remembered. */
  public synchronized Summary since(Instant since) {
    int held = (int) Math.min(count, KEPT);
    List<Long> some = new ArrayList<>();
    for (int i = 0; i < held; i++) {
      if (appliedAt[i] >= since.toEpochMilli()) {
        some.add(took[i]);
      }
    }
    long[] sorted = some.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return new Summary(sorted.length, at(sorted, 0.50), at(sorted, 0.99), at(sorted, 1.0));
  }

  private static long at(long[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * sorted.length) - 1];
  }
}
