package nl.samenopleiden.professionalisation.course;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
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
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import org.bson.BsonDateTime;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The courses of all pabos, each seen by the pabo's own people and those of its partner boards. */
@Component
public final class Courses {

  private static final Duration STALE_AFTER = Duration.ofSeconds(1);
  private static final int MOST_KNOWN = 5_000;

  private final AggregateStore<Course> store;
  private final Clock clock;
  private final LoadingCache<OwnedId, Optional<Stored<Course>>> known;

  Courses(Aggregates aggregates, Clock clock) {
    this.store = aggregates.of("course", Course.class, Courses::searchText);
    this.clock = clock;
    store.collection().index(false, "state.offer.startsAt");
    known =
        Caffeine.newBuilder()
            .expireAfterWrite(STALE_AFTER)
            .maximumSize(MOST_KNOWN)
            .build(id -> store.find(Scope.of(id.owner()), id));
  }

  /** The course of this id that the caller may see. */
  public Optional<Stored<Course>> find(Access access, String id) {
    return store.find(access.withPartners(), id);
  }

  /** The same, as it was at most a second ago: for when everybody asks at once. */
  public Optional<Stored<Course>> known(Access access, String id) {
    return access.withPartners().owners().stream()
        .filter(Owner::isPabo)
        .flatMap(owner -> known.get(new OwnedId(owner, id)).stream())
        .findFirst();
  }

  /** The course as it stands, for work that nobody asked for by hand. */
  public Optional<Stored<Course>> read(OwnedId id) {
    return store.find(Scope.of(id.owner()), id);
  }

  /** The course as it was at most a second ago, for work that nobody asked for by hand. */
  public Optional<Stored<Course>> recent(OwnedId id) {
    return known.get(id);
  }

  /** Courses that the caller can still take, the first to begin first. */
  public Page<Stored<Course>> coming(
      Access access, String words, @Nullable String theme, PageRequest page) {
    List<Bson> wanted = new ArrayList<>();
    wanted.add(Filters.gt("state.offer.startsAt", new BsonDateTime(clock.millis())));
    wanted.add(Filters.eq("state.is", "published"));
    if (theme != null && !theme.isBlank()) {
      wanted.add(Filters.eq("state.offer.themes", theme));
    }
    return store.page(
        access.withPartners(),
        Filters.and(wanted),
        words,
        Sorts.ascending("state.offer.startsAt", "_id"),
        page);
  }

  /** Carries out a command on a course. */
  Outcome<Stored<Course>> change(
      Access access, OwnedId id, Function<Optional<Course>, Decision<Course>> decide) {
    Outcome<Stored<Course>> outcome = store.change(access.caller().person(), id, decide);
    known.invalidate(id);
    return outcome;
  }

  private static @Nullable String searchText(Course course) {
    Offer offer = course.offer();
    return String.join(
        " ", offer.title(), offer.summary(), offer.place(), String.join(" ", offer.themes()));
  }
}
