package nl.samenopleiden.professionalisation.table;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.meeting.Meeting;

/**
 * The table groups of one meeting, named and owned as the meeting is. They hold opaque persons and
 * boards only; names stand in the meeting.
 *
 * @param size how many people sit at a table at most
 * @param seed what chance they were made by
 * @param made how often they have been made
 * @param startsAt when the meeting begins
 * @param repeats how many pairs at one table had sat together before
 * @param bound how few such pairs there can be
 */
record TableGroups(
    int size, long seed, int made, Instant startsAt, List<Table> tables, int repeats, int bound) {

  static final int SMALLEST = 3;
  static final int LARGEST = 12;

  TableGroups {
    tables = List.copyOf(tables);
  }

  /** What table groups are made for. */
  record Order(Meeting meeting, int size, long seed, Past past) {}

  /** Why no tables can be made now, if that is so. */
  static Optional<Refusal> refusal(Meeting meeting, int size, Instant now) {
    if (size < SMALLEST || size > LARGEST) {
      return Optional.of(Refusal.invalid("field-out-of-range", "size", SMALLEST, LARGEST));
    }
    if (meeting.isCancelled()) {
      return Optional.of(Refusal.conflict("meeting-cancelled"));
    }
    if (meeting.hasBegun(now)) {
      return Optional.of(Refusal.conflict("meeting-has-begun"));
    }
    return meeting.participants().size() < SMALLEST
        ? Optional.of(Refusal.conflict("tables-too-few", SMALLEST))
        : Optional.empty();
  }

  /** Makes tables, for the first time or again. */
  static Decision<TableGroups> make(Optional<TableGroups> before, Order order, Instant now) {
    Meeting meeting = order.meeting();
    Optional<Refusal> refusal = refusal(meeting, order.size(), now);
    if (refusal.isPresent()) {
      return Decision.refuse(refusal.get());
    }
    Seating seating = Seating.of(guests(meeting), order.size(), order.past(), order.seed());
    return Decision.accept(
        new TableGroups(
            order.size(),
            order.seed(),
            before.map(TableGroups::made).orElse(0) + 1,
            meeting.plan().startsAt(),
            seating.tables(),
            seating.repeats(),
            seating.bound()));
  }

  /** The number of the table at which this person sits; the first is 1. */
  OptionalInt tableOf(String person) {
    return IntStream.range(0, tables.size())
        .filter(each -> tables.get(each).seats(person))
        .map(each -> each + 1)
        .findFirst();
  }

  private static List<Guest> guests(Meeting meeting) {
    return meeting.participants().stream()
        .map(each -> new Guest(each.who().person(), each.who().organisation()))
        .toList();
  }
}
