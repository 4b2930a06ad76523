package nl.samenopleiden.placement.capacity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A quarter of a school year in which students are placed, for example {@code 2026-2027-1}.
 *
 * @param startYear the year in which the school year starts, 2020 to 2098
 * @param number 1 to 4: from August, from November, from February, from May
 */
public record Period(int startYear, int number) implements Comparable<Period> {

  private static final int PER_YEAR = 4;
  private static final Pattern TEXT = Pattern.compile("(20\\d\\d)-(20\\d\\d)-([1-4])");
  private static final Comparator<Period> IN_TIME =
      Comparator.comparingInt(Period::startYear).thenComparingInt(Period::number);

  public Period {
    if (startYear < 2020 || startYear > 2098 || number < 1 || number > PER_YEAR) {
      throw new IllegalArgumentException("not a period");
    }
  }

  /** The period with this text form, if there is one. */
  public static Optional<Period> parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int start = Integer.parseInt(matcher.group(1));
    if (start < 2020 || start > 2098 || Integer.parseInt(matcher.group(2)) != start + 1) {
      return Optional.empty();
    }
    return Optional.of(new Period(start, Integer.parseInt(matcher.group(3))));
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Period of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("not a period"));
  }

  /** The period that this day falls in. */
  public static Period at(LocalDate day) {
    int month = day.getMonthValue();
    int monthsIn = Math.floorMod(month - 8, 12);
    return new Period(month >= 8 ? day.getYear() : day.getYear() - 1, 1 + monthsIn / 3);
  }

  /** The school year, for example {@code 2026-2027}. */
  public String schoolYear() {
    return startYear + "-" + (startYear + 1);
  }

  /** The period after this one. */
  public Period next() {
    return number < PER_YEAR ? new Period(startYear, number + 1) : new Period(startYear + 1, 1);
  }

  /** The periods that people plan for on this day: the one that it falls in and the next seven. */
  public static List<Period> plannedAt(LocalDate day) {
    return Stream.iterate(at(day), Period::next).limit(2 * PER_YEAR).toList();
  }

  @Override
  public int compareTo(Period other) {
    return IN_TIME.compare(this, other);
  }

  @JsonValue
  @Override
  public String toString() {
    return schoolYear() + "-" + number;
  }
}
