package nl.samenopleiden.placement.capacity;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.samenopleiden.placement.school.KnownSchool;
import nl.samenopleiden.placement.school.Schools;
import nl.samenopleiden.platform.inbox.Event;
import nl.samenopleiden.platform.inbox.Subscriptions;
import nl.samenopleiden.platform.store.AggregateStore;
import nl.samenopleiden.platform.store.Aggregates;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.platform.web.RefusedException;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What schools offer: offering it, finding it, and taking and freeing places. */
@Component
public final class Capacities {

  private static final int MOST_PER_SCHOOL = 1_000;
  private static final int MOST_AT_ONCE = 200;
  private static final int MOST_COUNTED = 20_000;
  private static final Bson BY_PERIOD =
      Sorts.ascending("state.period", "state.school.name", "state.kind", "_id");

  private final AggregateStore<Capacity> store;
  private final Schools schools;

  Capacities(Aggregates aggregates, Schools schools, Subscriptions subscriptions) {
    this.store = aggregates.of("capacity", Capacity.class, Capacities::searchText);
    this.schools = schools;
    store.collection().index(false, "state.period");
    store.collection().index(false, "state.school.code");
    subscriptions
        .on("partnership", "SchoolChanged", this::schoolChanged)
        .on("partnership", "SchoolClosed", this::schoolChanged);
  }

  /**
   * Offers places at a school.
   *
   * @param words as they were typed
   */
  Outcome<CapacityView> offer(Access access, Offer.Words words) {
    return switch (Offer.read(words)) {
      case Outcome.Refused<Offer>(var refusal) -> Outcome.refused(refusal);
      case Outcome.Done<Offer>(var offer) -> offer(access, offer);
    };
  }

  private Outcome<CapacityView> offer(Access access, Offer offer) {
    Optional<KnownSchool> school = schools.open(access.own(), offer.school());
    if (school.isEmpty()) {
      return Outcome.refused(Refusal.NOT_FOUND);
    }
    if (!access.caller().is(Role.BOARD_COORDINATOR)
        && access.caller().atSchool().filter(offer.school()::equals).isEmpty()) {
      return Outcome.refused(new Refusal("not-your-school", 403, "school", List.of()));
    }
    CapacityId id =
        new CapacityId(access.home().code(), offer.school(), offer.period(), offer.kind());
    return store
        .change(
            access.caller().person(),
            id.id(),
            before ->
                Capacity.offer(
                    before, of(school.get()), offer.period(), offer.kind(), offer.places()))
        .map(stored -> view(stored, access.home()));
  }

  /**
   * What the reader may see of what is offered.
   *
   * @param filter which; none of its parts means all
   */
  public Page<CapacityView> page(Access access, Which which, PageRequest page) {
    return store
        .page(reach(access), which.filter(access.home()), which.words(), BY_PERIOD, page)
        .map(stored -> view(stored, access.home()));
  }

  /** How many places are offered and how many of them are taken, all together. */
  public record Totals(long places, long taken, long free) {}

  /** The totals of what the reader may see. */
  public Totals totals(Access access, Which which) {
    long places = 0;
    long taken = 0;
    long free = 0;
    for (Stored<Capacity> stored :
        store.list(reach(access), which.filter(access.home()), null, MOST_COUNTED)) {
      places += stored.state().places();
      taken += stored.state().takings().size();
      free += Math.max(0, stored.state().free());
    }
    return new Totals(places, taken, free);
  }

  /** What a school offers, if the reader may know it. */
  public Optional<CapacityView> find(Access access, CapacityId id) {
    return store.find(reach(access), id.id()).map(stored -> view(stored, access.home()));
  }

  /**
   * Which capacities are meant.
   *
   * @param words in the school's name, town or code
   * @param school the location code
   * @param onlyFree only where a place is free
   * @param onlyMine only where students of the reader's pabo take a place
   */
  public record Which(
      @Nullable Period period,
      @Nullable Kind kind,
      @Nullable String school,
      String words,
      boolean onlyFree,
      boolean onlyMine) {

    /** All of a period. */
    public static Which in(@Nullable Period period, String words) {
      return new Which(period, null, null, words, false, false);
    }

    @Nullable Bson filter(Owner reader) {
      List<Bson> all = new ArrayList<>();
      if (period != null) {
        all.add(Filters.eq("state.period", period.toString()));
      }
      if (kind != null) {
        all.add(Filters.eq("state.kind", kind.name()));
      }
      if (school != null) {
        all.add(Filters.eq("state.school.code", school));
      }
      if (onlyFree) {
        all.add(Filters.gt("state.free", 0));
      }
      if (onlyMine) {
        all.add(Filters.eq("state.takings.pabo", reader.code()));
      }
      return all.isEmpty() ? null : all.size() == 1 ? all.getFirst() : Filters.and(all);
    }
  }

  /** The period that a list is asked for; none when nothing is asked. */
  public static @Nullable Period asked(String text) {
    return text.isBlank()
        ? null
        : Period.parse(text)
            .orElseThrow(() -> new RefusedException(Refusal.invalid("unknown-period", "period")));
  }

  /** A placement takes a place: the taking, or the refusal when none is free. */
  public Outcome<Taking> take(
      String by, CapacityId id, String placement, String pabo, Instant now) {
    return change(
            by,
            id,
            capacity ->
                capacity
                    .map(there -> there.take(placement, pabo, now))
                    .orElseGet(() -> Decision.refuse(Refusal.conflict("nothing-offered"))))
        .map(stored -> stored.state().takenFor(placement, pabo).orElseThrow());
  }

  /** The student has the placement of this turn. */
  public void settle(String by, CapacityId id, String placement, String pabo, long turn) {
    change(by, id, ifThere(capacity -> capacity.settle(placement, pabo, turn)));
  }

  /** The student will never have the placement of this turn or an earlier one. */
  public void release(String by, CapacityId id, String placement, String pabo, long turn) {
    change(by, id, ifThere(capacity -> capacity.release(placement, pabo, turn)));
  }

  /** A taking that waits for its student's side. */
  public record Unsettled(CapacityId capacity, Taking taking) {}

  /** Takings of any owner that are not settled and began before this; for whoever finishes them. */
  public List<Unsettled> unsettled(Instant before) {
    List<Unsettled> found = new ArrayList<>();
    store.collection().waiting(Filters.gt("state.unsettled", 0), MOST_AT_ONCE).stream()
        .map(each -> OwnedId.parse(each.getString("_id").getValue()))
        .flatMap(id -> store.find(Scope.of(id.owner()), id).stream())
        .forEach(
            stored ->
                stored.state().takings().stream()
                    .filter(taking -> !taking.settled() && taking.since().isBefore(before))
                    .forEach(taking -> found.add(new Unsettled(id(stored), taking))));
    return found;
  }

  private Outcome<Stored<Capacity>> change(
      String by, CapacityId id, Function<Optional<Capacity>, Decision<Capacity>> decide) {
    return store.change(by, id.id(), decide);
  }

  private static Function<Optional<Capacity>, Decision<Capacity>> ifThere(
      Function<Capacity, Decision<Capacity>> decide) {
    return capacity -> capacity.map(decide).orElseGet(() -> Decision.refuse(Refusal.NOT_FOUND));
  }

  private void schoolChanged(Event event) {
    // Read from the copy, which has applied the event by now: so a late event cannot undo a later
    // one.
    Scope scope = Scope.of(event.owner());
    schools
        .find(scope, event.id().value())
        .ifPresent(
            school ->
                store
                    .list(
                        scope,
                        Filters.eq("state.school.code", school.code()),
                        null,
                        MOST_PER_SCHOOL)
                    .forEach(
                        stored ->
                            store.change(
                                "partnership",
                                stored.id(),
                                ifThere(capacity -> capacity.at(of(school))))));
  }

  private static Capacity.School of(KnownSchool school) {
    return new Capacity.School(school.code(), school.name(), school.town(), school.open());
  }

  private static String searchText(Capacity capacity) {
    Capacity.School school = capacity.school();
    return String.join(" ", school.name(), school.town(), school.code());
  }

  /** A board sees its own, a pabo what its partners offer. */
  private static Scope reach(Access access) {
    return access.home().isPabo() ? access.withPartners() : access.own();
  }

  private static CapacityId id(Stored<Capacity> stored) {
    Capacity capacity = stored.state();
    return new CapacityId(
        stored.id().owner().code(), capacity.school().code(), capacity.period(), capacity.kind());
  }

  private static CapacityView view(Stored<Capacity> stored, Owner reader) {
    Capacity capacity = stored.state();
    return new CapacityView(
        capacity.school().code(),
        capacity.school().name(),
        capacity.school().town(),
        stored.id().owner().code(),
        capacity.period(),
        capacity.kind(),
        capacity.places(),
        capacity.takings().size(),
        Math.max(0, capacity.free()),
        reader.isPabo() ? capacity.takenBy(reader.code()) : null);
  }
}
