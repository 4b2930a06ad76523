package nl.samenopleiden.professionalisation.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.professionalisation.meeting.Listing;
import nl.samenopleiden.professionalisation.meeting.Meeting;
import nl.samenopleiden.professionalisation.meeting.Participant;
import nl.samenopleiden.professionalisation.organisation.Organisations;
import org.springframework.stereotype.Component;

/** All tables of a meeting with names, for the planners of its pabo. */
@Component
final class TableList {

  /** Somebody at a table. */
  record Seat(String name, String role, String organisation) {}

  /** A table; whoever left since the tables were made is not there any more. */
  record Row(int number, List<Seat> seats) {}

  /**
   * What is said of the tables together.
   *
   * @param unseated how many take part and have no table, because they joined later
   * @param repeats how many pairs at one table had sat together before
   * @param bound how few such pairs there can be, proven
   */
  record Summary(int size, long seed, int tables, int unseated, int repeats, int bound) {}

  private final TableBook book;
  private final Organisations organisations;

  TableList(TableBook book, Organisations organisations) {
    this.book = book;
    this.organisations = organisations;
  }

  /** The tables of this meeting with what is said of them together; none before they are made. */
  Optional<Summary> summary(Stored<Meeting> meeting) {
    return book.of(meeting.id())
        .map(Stored::state)
        .map(
            groups ->
                new Summary(
                    groups.size(),
                    groups.seed(),
                    groups.tables().size(),
                    (int)
                        meeting.state().participants().stream()
                            .filter(each -> groups.tableOf(each.who().person()).isEmpty())
                            .count(),
                    groups.repeats(),
                    groups.bound()));
  }

  /** One page of the tables; found by the names of who sits there. */
  Page<Row> tables(Stored<Meeting> meeting, String words, PageRequest page) {
    Map<String, Participant> known = new HashMap<>();
    meeting.state().participants().forEach(each -> known.put(each.who().person(), each));
    List<Row> rows = new ArrayList<>();
    book.of(meeting.id())
        .map(Stored::state)
        .ifPresent(
            groups -> {
              for (Table table : groups.tables()) {
                rows.add(new Row(rows.size() + 1, seats(table, known)));
              }
            });
    return Listing.page(rows, TableList::text, words, page);
  }

  private List<Seat> seats(Table table, Map<String, Participant> known) {
    return table.guests().stream()
        .flatMap(guest -> Optional.ofNullable(known.get(guest.person())).stream())
        .map(
            each ->
                new Seat(each.who().name(), each.who().role(), organisations.name(each.who().of())))
        .toList();
  }

  private static String text(Row row) {
    StringBuilder text = new StringBuilder();
    row.seats()
        .forEach(
            each -> text.append(each.name()).append(' ').append(each.organisation()).append(' '));
    return text.toString();
  }
}
