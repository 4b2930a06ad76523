package nl.samenopleiden.professionalisation.course;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
  private static final int LOOK_AT = 50;
  private static final int MOST_EDITIONS = 500;
  private static final String SERIES = "state.offer.edition.series";
  private static final String STARTS_AT = "state.offer.startsAt";
  private static final String SESSIONS_END_AT = "state.offer.sessions.endsAt";

  private final AggregateStore<Course> store;
  private final Clock clock;
  private final LoadingCache<OwnedId, Optional<Stored<Course>>> known;
  private final LoadingCache<OwnedId, List<Stored<Course>>> series;

  Courses(Aggregates aggregates, Clock clock) {
    this.store = aggregates.of("course", Course.class, Courses::searchText);
    this.clock = clock;
    store.collection().index(false, STARTS_AT);
    store.collection().index(false, SERIES);
    store.collection().indexWaiting(SESSIONS_END_AT);
    known =
        Caffeine.newBuilder()
            .expireAfterWrite(STALE_AFTER)
            .maximumSize(MOST_KNOWN)
            .build(id -> store.find(Scope.of(id.owner()), id));
    series =
        Caffeine.newBuilder()
            .expireAfterWrite(STALE_AFTER)
            .maximumSize(MOST_KNOWN)
            .build(this::readEditions);
  }

  /** The course of this id that the caller may see. */
  public Optional<Stored<Course>> find(Access access, String id) {
    return store.find(access.withPartners(), id);
  }

  /** The course of this id that is of the caller's own pabo. */
  public Optional<Stored<Course>> owned(Access access, String id) {
    return store.find(access.own(), id);
  }

  /** The course that the caller may see as it was at most a second ago: for a rush. */
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

  /**
   * All editions of the course that was given first under this id, the first to begin first, as
   * they were at most a second ago; those that were cancelled too.
   */
  List<Stored<Course>> editions(OwnedId first) {
    return series.get(first);
  }

  /** The ids of all editions of a course that one of them is named of, as known a second ago. */
  List<OwnedId> editionIds(OwnedId one) {
    return recent(one)
        .map(course -> editions(Edition.of(course).first()).stream().map(Stored::id).toList())
        .orElse(List.of(one));
  }

  private List<Stored<Course>> readEditions(OwnedId first) {
    return store.list(
        Scope.of(first.owner()),
        Filters.or(Filters.eq("_id", first.toString()), Filters.eq(SERIES, first.toString())),
        Sorts.ascending(STARTS_AT, "_id"),
        MOST_EDITIONS);
  }

  /** Courses of the caller's own pabo, past ones too, the last to begin first. */
  Page<Stored<Course>> everGiven(Access access, String words, PageRequest page) {
    return store.page(
        access.own(),
        Filters.eq("state.is", "published"),
        words,
        Sorts.descending(STARTS_AT, "_id"),
        page);
  }

  /**
   * Courses of all pabos that have begun by {@code now} and had a session since {@code from}, for
   * work that nobody asked for by hand; among them are all whose last session ended in between.
   */
  public List<OwnedId> heldBetween(Instant from, Instant now) {
    return store
        .collection()
        .waiting(
            Filters.and(
                Filters.gt(SESSIONS_END_AT, date(from)),
                Filters.lte(STARTS_AT, date(now)),
                Filters.eq("state.is", "published")),
            Integer.MAX_VALUE)
        .stream()
        .map(each -> OwnedId.parse(each.getString("_id").getValue()))
        .toList();
  }

  /** Courses that the caller can still take, the first to begin first. */
  public Page<Stored<Course>> coming(
      Access access, String words, @Nullable String theme, PageRequest page) {
    return coming(access, new CourseSearch(words, theme, null, null, null), page);
  }

  /** The same, as far as they are what is looked for. */
  Page<Stored<Course>> coming(Access access, CourseSearch search, PageRequest page) {
    List<Bson> wanted = coming();
    if (!search.theme().isEmpty()) {
      wanted.add(Filters.eq("state.offer.themes", search.theme()));
    }
    switch (search.where()) {
      case CourseSearch.PLACE -> wanted.add(Filters.ne("state.offer.place", ""));
      case CourseSearch.ONLINE -> wanted.add(Filters.exists("state.offer.link"));
      default -> {}
    }
    search.begins().ifPresent(from -> wanted.add(Filters.gte(STARTS_AT, date(from))));
    search.ends().ifPresent(until -> wanted.add(Filters.lt(STARTS_AT, date(until))));
    return store.page(
        access.withPartners(),
        Filters.and(wanted),
        search.q(),
        Sorts.ascending(STARTS_AT, "_id"),
        page);
  }

  /**
   * Some courses on one of these themes, or for people who chose one of them before, that are meant
   * for the caller, without these.
   */
  List<Stored<Course>> about(
      Access access, Collection<String> themes, Collection<OwnedId> without, int limit) {
    List<Bson> wanted = coming();
    wanted.add(
        Filters.or(
            Filters.in("state.offer.themes", themes),
            Filters.in("state.offer.circle.themes", themes)));
    wanted.add(Filters.nin("_id", without.stream().map(OwnedId::toString).toList()));
    return store
        .list(
            access.withPartners(), Filters.and(wanted), Sorts.ascending(STARTS_AT, "_id"), LOOK_AT)
        .stream()
        .filter(each -> each.state().offer().forWhom().meant(access.caller()))
        .filter(
            each ->
                each.state()
                    .closedAt(clock.instant())
                    .filter(reason -> !reason.type().equals("registration-not-open"))
                    .isEmpty())
        .limit(limit)
        .toList();
  }

  private List<Bson> coming() {
    List<Bson> wanted = new ArrayList<>();
    wanted.add(Filters.gt(STARTS_AT, date(clock.instant())));
    wanted.add(Filters.eq("state.is", "published"));
    return wanted;
  }

  private static BsonDateTime date(Instant time) {
    return new BsonDateTime(time.toEpochMilli());
  }

  /** Carries out a command on a course. */
  Outcome<Stored<Course>> change(
      Access access, OwnedId id, Function<Optional<Course>, Decision<Course>> decide) {
    Outcome<Stored<Course>> outcome = store.change(access.caller().person(), id, decide);
    known.invalidate(id);
    if (outcome instanceof Outcome.Done<Stored<Course>>(var course)) {
      series.invalidate(Edition.of(course).first());
    }
    return outcome;
  }

  private static @Nullable String searchText(Course course) {
    Offer offer = course.offer();
    return String.join(
        " ",
        offer.title(),
        offer.summary(),
        offer.place(),
        String.join(" ", offer.themes()),
        String.join(" ", offer.trainers()),
        offer.edition() == null
            ? ""
            : "editie " + offer.edition().number() + " edition " + offer.edition().number());
  }
}
