package nl.samenopleiden.system;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What those who rushed for one course were told, and what must hold of it.
 *
 * @param seats how many seats there were
 * @param told one answer per person
 */
record Rush(int seats, List<Told> told) {

  /**
   * What one person was told.
   *
   * @param asked when the first request left, in nanoseconds
   * @param heard when the first good answer was there
   * @param status {@code SEAT} or {@code WAITING}
   * @param number counts the registrations of the course from 1
   */
  record Told(String person, long asked, long heard, String status, int number) {}

  /** Everything that does not hold; empty when all does. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    Set<Integer> numbers = new HashSet<>();
    for (Told each : told) {
      if (!numbers.add(each.number())) {
        faults.add("number " + each.number() + " was given twice");
      }
      if (each.number() < 1 || each.number() > told.size()) {
        faults.add("number " + each.number() + " is out of order: there is a gap");
      }
      boolean seat = each.status().equals("SEAT");
      if (seat != each.number() <= seats) {
        faults.add("number " + each.number() + " has " + each.status() + " of " + seats + " seats");
      }
    }
    return withOrder(faults);
  }

  /** Who had heard before another asked comes before that other. */
  private List<String> withOrder(List<String> faults) {
    List<Told> lastFirst =
        told.stream().sorted(Comparator.comparingInt(Told::number).reversed()).toList();
    long earliestHeard = Long.MAX_VALUE;
    for (Told each : lastFirst) {
      if (earliestHeard < each.asked()) {
        faults.add("number " + each.number() + " asked after a later number had been answered");
      }
      earliestHeard = Math.min(earliestHeard, each.heard());
    }
    return faults;
  }
}
