package nl.samenopleiden.professionalisation.table;

import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.RefusedException;
import nl.samenopleiden.professionalisation.meeting.Meeting;
import nl.samenopleiden.professionalisation.meeting.Meetings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Table groups for other programs of the meeting's own pabo. */
@RestController
@RequestMapping("/api/professionalisation/meetings/{meeting}/tables")
@Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
final class TableApi {

  /**
   * The tables wanted.
   *
   * @param size how many people sit at a table at most
   * @param seed what chance to make them by; the same one gives the same tables
   */
  record Wanted(@Nullable Integer size, @Nullable Long seed) {}

  private final MakingTables making;
  private final Meetings meetings;
  private final TableList list;
  private final Problems problems;

  TableApi(MakingTables making, Meetings meetings, TableList list, Problems problems) {
    this.making = making;
    this.meetings = meetings;
    this.list = list;
    this.problems = problems;
  }

  /** Makes table groups, for the first time or again. */
  @PostMapping
  ResponseEntity<?> make(Access access, @PathVariable String meeting, @RequestBody Wanted wanted) {
    return problems.answer(
        making.make(access, meeting, wanted.size(), wanted.seed()),
        _ -> ResponseEntity.ok(summary(access, meeting)));
  }

  /** How well the tables mix: what is said of them together. */
  @GetMapping("/summary")
  TableList.Summary summary(Access access, @PathVariable String meeting) {
    return list.summary(owned(access, meeting)).orElseThrow(RefusedException::notFound);
  }

  /** Who sits where. */
  @GetMapping
  Page<TableList.Row> tables(
      Access access,
      @PathVariable String meeting,
      PageRequest page,
      @RequestParam(defaultValue = "") String q) {
    return list.tables(owned(access, meeting), q, page);
  }

  private Stored<Meeting> owned(Access access, String meeting) {
    return meetings.owned(access, meeting).orElseThrow(RefusedException::notFound);
  }
}
