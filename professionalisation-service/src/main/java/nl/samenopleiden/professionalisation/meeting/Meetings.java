package nl.samenopleiden.professionalisation.meeting;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.samenopleiden.platform.store.AggregateStore;
import nl.samenopleiden.platform.store.Aggregates;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Scope;
import org.bson.BsonDateTime;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The theme meetings of all pabos, each seen by the pabo's own people and its partner boards'. */
@Component
public final class Meetings {

  /** Which meetings a list holds. */
  enum When {
    /** Not over yet, and not cancelled; the first to begin first. */
    COMING,
    /** Over; the last one first. */
    PAST
  }

  private final AggregateStore<Meeting> store;
  private final Clock clock;

  Meetings(Aggregates aggregates, Clock clock) {
    this.store = aggregates.of("theme-meeting", Meeting.class, Meetings::searchText);
    this.clock = clock;
    store.collection().index(false, "state.plan.startsAt");
  }

  /** The meeting of this id that the caller may see. */
  public Optional<Stored<Meeting>> find(Access access, String id) {
    return store.find(access.withPartners(), id);
  }

  /** The meeting of this id, if it is of the caller's own organisation. */
  public Optional<Stored<Meeting>> owned(Access access, String id) {
    return store.find(access.own(), id);
  }

  /** The meeting as it stands, for work that nobody asked for by hand. */
  public Optional<Stored<Meeting>> read(OwnedId id) {
    return store.find(Scope.of(id.owner()), id);
  }

  /** The meetings that the caller may see. */
  Page<Stored<Meeting>> page(
      Access access, When when, String words, @Nullable String theme, PageRequest page) {
    BsonDateTime now = new BsonDateTime(clock.millis());
    List<Bson> wanted = new ArrayList<>();
    wanted.add(Filters.eq("state.is", "planned"));
    wanted.add(
        when == When.COMING
            ? Filters.gt("state.plan.endsAt", now)
            : Filters.lte("state.plan.endsAt", now));
    if (theme != null && !theme.isBlank()) {
      wanted.add(Filters.eq("state.plan.theme", theme));
    }
    return store.page(
        access.withPartners(),
        Filters.and(wanted),
        words,
        when == When.COMING
            ? Sorts.ascending("state.plan.startsAt", "_id")
            : Sorts.descending("state.plan.startsAt", "_id"),
        page);
  }

  /** Carries out a command on a meeting. */
  Outcome<Stored<Meeting>> change(
      Access access, OwnedId id, Function<Optional<Meeting>, Decision<Meeting>> decide) {
    return store.change(access.caller().person(), id, decide);
  }

  private static @Nullable String searchText(Meeting meeting) {
    Plan plan = meeting.plan();
    return String.join(" ", plan.title(), plan.theme(), plan.place() == null ? "" : plan.place());
  }
}
