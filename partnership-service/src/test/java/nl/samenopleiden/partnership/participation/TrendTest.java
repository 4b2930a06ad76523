package nl.samenopleiden.partnership.participation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrendTest {

  private static final YearMonth FEBRUARY = YearMonth.of(2027, 2);

  @Test
  void twelveMonthsEndWithThisOneAndOneWithoutANumberHasNone() {
    Trend trend = Trend.until(FEBRUARY, Map.of("2026-03", 2L, "2027-02", 5L));
    assertThat(trend.months()).hasSize(12);
    assertThat(trend.months().getFirst()).isEqualTo(new Trend.Month("2026-03", 2));
    assertThat(trend.months().get(1)).isEqualTo(new Trend.Month("2026-04", 0));
    assertThat(trend.months().getLast()).isEqualTo(new Trend.Month("2027-02", 5));
    assertThat(trend.total()).isEqualTo(7);
    assertThat(trend.most()).isEqualTo(5);
  }

  @Test
  void whatIsOlderThanAYearIsNotInIt() {
    assertThat(Trend.until(FEBRUARY, Map.of("2026-02", 9L)).total()).isZero();
    assertThat(Trend.first(FEBRUARY)).isEqualTo(YearMonth.of(2026, 3));
  }
}
