package nl.samenopleiden.professionalisation.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SchoolYearTest {

  @Test
  void itTurnsOnTheFirstOfAugustInDutchTime() {
    assertThat(yearOf("2027-07-31T21:59:59Z")).isEqualTo("2026-2027");
    assertThat(yearOf("2027-07-31T22:00:00Z")).isEqualTo("2027-2028");
    assertThat(yearOf("2026-12-31T23:30:00Z")).isEqualTo("2026-2027");
  }

  private static String yearOf(String time) {
    return SchoolYear.of(Instant.parse(time)).toString();
  }
}
