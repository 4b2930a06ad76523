package nl.samenopleiden.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void theFirstEndIsFollowedByAStartAtOnce() {
    assertThat(RestartPolicy.USUAL.waitAfter(List.of(NOON), NOON)).contains(Duration.ZERO);
  }

  @Test
  void furtherOnesByLongerAndLongerWaits() {
    List<Duration> waits =
        IntStream.rangeClosed(2, 4)
            .mapToObj(count -> RestartPolicy.USUAL.waitAfter(ends(count), NOON).orElseThrow())
            .toList();

    assertThat(waits)
        .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void fiveInAMinuteAreTooMany() {
    assertThat(RestartPolicy.USUAL.waitAfter(ends(5), NOON)).isEmpty();
  }

  @Test
  void whatHappenedLongAgoDoesNotCount() {
    Instant later = NOON.plus(Duration.ofMinutes(2));
    List<Instant> ends = new java.util.ArrayList<>(ends(5));
    ends.add(later);

    assertThat(RestartPolicy.USUAL.waitAfter(ends, later)).contains(Duration.ZERO);
  }

  private static List<Instant> ends(int count) {
    return IntStream.range(0, count).mapToObj(n -> NOON.minusSeconds(n)).toList();
  }
}
