package nl.samenopleiden.placement.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PeriodTest {

  @Test
  void aSchoolYearStartsInAugustAndHasFourPeriods() {
    assertThat(Period.at(LocalDate.of(2026, 8, 1))).hasToString("2026-2027-1");
    assertThat(Period.at(LocalDate.of(2026, 11, 24))).hasToString("2026-2027-2");
    assertThat(Period.at(LocalDate.of(2027, 1, 31))).hasToString("2026-2027-2");
    assertThat(Period.at(LocalDate.of(2027, 2, 1))).hasToString("2026-2027-3");
    assertThat(Period.at(LocalDate.of(2027, 7, 31))).hasToString("2026-2027-4");
  }

  @Test
  void whatIsNoPeriodIsNotRead() {
    for (String text :
        List.of(
            "",
            "2026",
            "2026-2027",
            "2026-2027-0",
            "2026-2027-5",
            "2026-2028-1",
            "2019-2020-1",
            "2099-2100-1",
            "2026-2027-1; drop",
            "２026-2027-1")) {
      assertThat(Period.parse(text)).as(text).isEmpty();
    }
  }

  @Property
  void everyPeriodIsReadAsItIsWritten(
      @ForAll @IntRange(min = 2020, max = 2098) int year,
      @ForAll @IntRange(min = 1, max = 4) int number) {
    Period period = new Period(year, number);
    assertThat(Period.parse(" " + period + " ")).contains(period);
  }

  @Property
  void theNextPeriodIsLaterAndFourMakeAYear(
      @ForAll @IntRange(min = 2020, max = 2097) int year,
      @ForAll @IntRange(min = 1, max = 4) int number) {
    Period period = new Period(year, number);
    assertThat(period.next()).isGreaterThan(period);
    assertThat(period.next().next().next().next()).isEqualTo(new Period(year + 1, number));
  }
}
