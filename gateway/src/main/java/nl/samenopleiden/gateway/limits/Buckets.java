package nl.samenopleiden.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** The buckets of one kind, one a key; bounded, and gone when nobody asked for a while. */
final class Buckets {

  private static final int MOST = 50_000;

  private final String name;
  private final Limits.Limit limit;
  private final Cache<String, Bucket> buckets;

  Buckets(String name, Limits.Limit limit) {
    this.name = name;
    this.limit = limit;
    // A bucket that was left alone this long is full again: forgetting it changes nothing.
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofSeconds(Math.max(60, 2L * limit.window())))
            .build();
  }

  /**
   * What a bucket answers.
   *
   * @param allowed whether there was room
   * @param left how much room is left
   * @param wait when there is room again
   */
  record Answer(boolean allowed, long left, Duration until, Buckets buckets) {

    /** As the RateLimit header says it. */
    String left(String name) {
      return "\"" + name + "\";r=" + left + ";t=" + Math.max(1, until.plusMillis(999).toSeconds());
    }
  }

  Answer take(String key) {
    ConsumptionProbe probe = buckets.get(key, _ -> fresh()).tryConsumeAndReturnRemaining(1);
    return new Answer(
        probe.isConsumed(),
        probe.getRemainingTokens(),
        Duration.ofNanos(
            probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill()),
        this);
  }

  /** For people and programs: person, tenant or anonymous. */
  String name() {
    return name;
  }

  /** As the RateLimit-Policy header says it. */
  String policy() {
    return "\"" + name + "\";q=" + limit.burst() + ";w=" + limit.window();
  }

  private Bucket fresh() {
    return Bucket.builder()
        .addLimit(
            it -> it.capacity(limit.burst()).refillGreedy(limit.perSecond(), Duration.ofSeconds(1)))
        .build();
  }
}
