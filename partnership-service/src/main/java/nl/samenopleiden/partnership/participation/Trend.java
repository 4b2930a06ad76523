package nl.samenopleiden.partnership.participation;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How many registrations were made in each of the last twelve months, the oldest first. What was
 * cancelled later is counted too: the month does not change any more. Who registers for the same
 * course again after cancelling counts again.
 */
public record Trend(List<Month> months) {

  /** How many months it is about, with the one that is not over yet. */
  static final int MONTHS = 12;

  public Trend {
    months = List.copyOf(months);
  }

  /**
   * One month.
   *
   * @param month for example {@code 2026-11}, in the Netherlands
   * @param registrations how many were made in it, for a seat or for the waiting list
   */
  public record Month(String month, int registrations) {}

  /** The first month of those that end with this one. */
  static YearMonth first(YearMonth last) {
    return last.minusMonths(MONTHS - 1);
  }

  /** The months up to this one; one that has no number has none. */
  static Trend until(YearMonth last, Map<String, Long> numbers) {
    return new Trend(
        IntStream.range(0, MONTHS)
            .mapToObj(
                at -> {
                  String month = first(last).plusMonths(at).toString();
                  return new Month(month, numbers.getOrDefault(month, 0L).intValue());
                })
            .toList());
  }

  /** All of them together. */
  int total() {
    return months.stream().mapToInt(Month::registrations).sum();
  }

  /** The most in one month. */
  int most() {
    return months.stream().mapToInt(Month::registrations).max().orElse(0);
  }
}
