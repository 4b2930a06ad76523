package nl.samenopleiden.professionalisation.certificate;

import java.time.Instant;
import java.time.Month;
import java.time.ZonedDateTime;
import nl.samenopleiden.platform.web.Moments;

/**
 * From 1 August to 31 July, in Dutch time.
 *
 * @param begins the year in which it begins
 */
record SchoolYear(int begins) implements Comparable<SchoolYear> {

  static SchoolYear of(Instant time) {
    ZonedDateTime here = time.atZone(Moments.ZONE);
    return new SchoolYear(
        here.getMonth().compareTo(Month.AUGUST) < 0 ? here.getYear() - 1 : here.getYear());
  }

  @Override
  public int compareTo(SchoolYear other) {
    return Integer.compare(begins, other.begins);
  }

  /** For example {@code 2026-2027}. */
  @Override
  public String toString() {
    return begins + "-" + (begins + 1);
  }
}
