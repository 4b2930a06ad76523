package nl.samenopleiden.professionalisation.table;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Caller;
import nl.samenopleiden.professionalisation.meeting.Meeting;
import nl.samenopleiden.professionalisation.meeting.Participant;
import nl.samenopleiden.professionalisation.meeting.Tables;
import nl.samenopleiden.professionalisation.organisation.Organisations;
import org.springframework.stereotype.Component;

/** What the page of a meeting knows of its tables: of each person only the own one. */
@Component
final class MeetingTables implements Tables {

  private final TableBook book;
  private final Organisations organisations;
  private final Clock clock;

  MeetingTables(TableBook book, Organisations organisations, Clock clock) {
    this.book = book;
    this.organisations = organisations;
    this.clock = clock;
  }

  @Override
  public Optional<Mine> mine(Stored<Meeting> meeting, Caller caller) {
    if (meeting.state().isCancelled() || meeting.state().participant(caller.person()).isEmpty()) {
      return Optional.empty();
    }
    return book.of(meeting.id())
        .map(Stored::state)
        .flatMap(
            groups ->
                groups.tableOf(caller.person()).stream()
                    .mapToObj(
                        number ->
                            new Mine(
                                number,
                                others(meeting.state(), groups, number, caller)
                                    .map(this::mate)
                                    .toList()))
                    .findFirst());
  }

  @Override
  public List<Connection> connections(Stored<Meeting> meeting, Caller caller) {
    Meeting held = meeting.state();
    if (held.isCancelled() || !held.isOver(clock.instant())) {
      return List.of();
    }
    return held.participant(caller.person()).stream()
        .flatMap(
            person ->
                book.of(meeting.id()).map(Stored::state).stream()
                    .flatMap(groups -> connections(held, groups, person, caller)))
        .toList();
  }

  private Stream<Connection> connections(
      Meeting held, TableGroups groups, Participant person, Caller caller) {
    return groups.tableOf(caller.person()).stream()
        .mapToObj(number -> others(held, groups, number, caller).toList())
        .flatMap(others -> Connections.of(person, others).stream())
        .map(this::connection);
  }

  private Connection connection(Participant other) {
    return new Connection(
        other.who().name(), organisations.name(other.who().of()), other.who().school());
  }

  /** Who else sits at this table and still takes part, in the order of joining. */
  private static Stream<Participant> others(
      Meeting meeting, TableGroups groups, int number, Caller caller) {
    Table table = groups.tables().get(number - 1);
    return meeting.participants().stream()
        .filter(each -> !each.who().person().equals(caller.person()))
        .filter(each -> table.seats(each.who().person()));
  }

  private Mate mate(Participant participant) {
    return new Mate(
        participant.who().name(),
        participant.who().role(),
        organisations.name(participant.who().of()));
  }
}
