package nl.samenopleiden.professionalisation.table;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.samenopleiden.platform.store.AggregateStore;
import nl.samenopleiden.platform.store.Aggregates;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Scope;
import org.bson.BsonDateTime;
import org.springframework.stereotype.Component;

/** The table groups of all meetings, also of those that are over: so that people meet others. */
@Component
final class TableBook {

  /** How many earlier meetings are looked back on: three a year for ten years. */
  static final int MOST_EARLIER = 30;

  private final AggregateStore<TableGroups> store;

  TableBook(Aggregates aggregates) {
    store = aggregates.of("table-groups", TableGroups.class, _ -> null);
    store.collection().index(false, "state.startsAt");
  }

  /** The table groups of this meeting, if they have been made. */
  Optional<Stored<TableGroups>> of(OwnedId meeting) {
    return store.find(Scope.of(meeting.owner()), meeting);
  }

  /** The table groups of the same pabo's meetings that began before this time, the last first. */
  List<Stored<TableGroups>> earlier(OwnedId meeting, Instant before) {
    return store.list(
        Scope.of(meeting.owner()),
        Filters.lt("state.startsAt", new BsonDateTime(before.toEpochMilli())),
        Sorts.descending("state.startsAt", "_id"),
        MOST_EARLIER);
  }

  /** Carries out a command on the table groups of a meeting. */
  Outcome<Stored<TableGroups>> change(
      Access access,
      OwnedId meeting,
      Function<Optional<TableGroups>, Decision<TableGroups>> decide) {
    return store.change(access.caller().person(), meeting, decide);
  }
}
