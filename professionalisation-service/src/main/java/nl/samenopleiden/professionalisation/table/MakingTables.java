package nl.samenopleiden.professionalisation.table;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.meeting.Meeting;
import nl.samenopleiden.professionalisation.meeting.Meetings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Making table groups for a meeting of the caller's own pabo. */
@Component
final class MakingTables {

  private final Meetings meetings;
  private final TableBook book;
  private final Clock clock;

  MakingTables(Meetings meetings, TableBook book, Clock clock) {
    this.meetings = meetings;
    this.book = book;
    this.clock = clock;
  }

  /**
   * Makes tables of at most this size for who takes part now, in place of those that were made.
   *
   * @param seed what chance to make them by; none means another than the last time
   */
  Outcome<Stored<TableGroups>> make(
      Access access, String id, @Nullable Integer size, @Nullable Long seed) {
    Optional<Stored<Meeting>> found = meetings.owned(access, id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.NOT_FOUND);
    }
    Meeting meeting = found.get().state();
    int wanted = size == null ? 0 : size;
    Optional<Refusal> refusal = TableGroups.refusal(meeting, wanted, clock.instant());
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    OwnedId meetingId = found.get().id();
    Past past = past(found.get());
    return book.change(
        access,
        meetingId,
        before ->
            TableGroups.make(
                before,
                new TableGroups.Order(
                    meeting, wanted, seed == null ? nextSeed(meetingId, before) : seed, past),
                clock.instant()));
  }

  private static long nextSeed(OwnedId meeting, Optional<TableGroups> before) {
    return 31L * meeting.toString().hashCode() + before.map(TableGroups::made).orElse(0);
  }

  /** Who sat together: at meetings that were held, and only those who had not left before. */
  private Past past(Stored<Meeting> meeting) {
    Instant start = meeting.state().plan().startsAt();
    List<List<List<String>>> earlier =
        book.earlier(meeting.id(), start).stream()
            .filter(groups -> !groups.id().equals(meeting.id()))
            .flatMap(
                groups ->
                    meetings.read(groups.id()).stream()
                        .map(Stored::state)
                        .filter(held -> !held.isCancelled())
                        // It may have been moved since its tables were made.
                        .filter(held -> held.plan().startsAt().isBefore(start))
                        .map(held -> sat(groups.state(), held)))
            .toList();
    return new Past(earlier);
  }

  private static List<List<String>> sat(TableGroups groups, Meeting held) {
    Set<String> there =
        held.participants().stream()
            .map(each -> each.who().person())
            .collect(Collectors.toUnmodifiableSet());
    return groups.tables().stream()
        .map(table -> table.guests().stream().map(Guest::person).filter(there::contains).toList())
        .toList();
  }
}
