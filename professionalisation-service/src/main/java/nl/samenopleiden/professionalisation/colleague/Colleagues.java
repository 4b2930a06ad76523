package nl.samenopleiden.professionalisation.colleague;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.samenopleiden.platform.inbox.Event;
import nl.samenopleiden.platform.inbox.Projection;
import nl.samenopleiden.platform.inbox.Projections;
import nl.samenopleiden.platform.inbox.Subscriptions;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.tenancy.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who works at the schools of boards. */
@Component
public final class Colleagues {

  record ColleagueFact(
      @Nullable String name,
      @Nullable String email,
      @Nullable String school,
      @Nullable List<String> roles) {}

  private static final Duration STALE_AFTER = Duration.ofSeconds(1);
  private static final int MOST_KNOWN = 10_000;
  private static final int MOST_LEADERS = 20;

  /** A school of a board. */
  private record Place(Owner board, String school) {}

  private final Projection<Colleague> colleagues;

  /** In a rush many people of the same school register at once. */
  private final LoadingCache<Place, List<Colleague>> leaders;

  Colleagues(Projections projections, Subscriptions subscriptions) {
    colleagues = projections.of("colleagues", Colleague.class, Colleague::name);
    colleagues.index("school", "name");
    leaders =
        Caffeine.newBuilder()
            .expireAfterWrite(STALE_AFTER)
            .maximumSize(MOST_KNOWN)
            .build(this::readLeaders);
    subscriptions
        .on("partnership", "ColleagueJoined", this::works)
        .on("partnership", "ColleagueChanged", this::works)
        .on("partnership", "ColleagueLeft", this::left);
  }

  /** Those of a school whose name holds all these words, by name. */
  public Page<Colleague> page(Owner board, String school, String words, PageRequest page) {
    return colleagues.page(
        Scope.of(board),
        Filters.eq("data.school", school),
        words,
        Sorts.ascending("data.name", "data.id"),
        page);
  }

  /** Those of these who work at a school, by their ids. */
  public Map<String, Colleague> find(Owner board, String school, Collection<String> ids) {
    return colleagues
        .list(
            Scope.of(board),
            Filters.and(Filters.eq("data.school", school), Filters.in("data.id", ids)),
            null,
            ids.size())
        .stream()
        .collect(Collectors.toMap(Colleague::id, Function.identity(), (one, _) -> one));
  }

  /** Who leads this school, as it was known a second ago. */
  public List<Colleague> leaders(Owner board, String school) {
    return leaders.get(new Place(board, school));
  }

  private List<Colleague> readLeaders(Place place) {
    return colleagues.list(
        Scope.of(place.board()),
        Filters.and(
            Filters.eq("data.school", place.school()),
            Filters.eq("data.roles", Role.SCHOOL_LEADER.text())),
        Sorts.ascending("data.id"),
        MOST_LEADERS);
  }

  private void works(Event event) {
    ColleagueFact fact = event.as(ColleagueFact.class);
    if (fact.name() == null || fact.email() == null || fact.email().isBlank()) {
      throw new IllegalArgumentException("a colleague without a name or a mail address");
    }
    Colleague colleague =
        new Colleague(
            Colleague.idOf(fact.email()),
            fact.name(),
            fact.email().strip(),
            Objects.requireNonNullElse(fact.school(), ""),
            Objects.requireNonNullElse(fact.roles(), List.of()));
    colleagues.apply(event, event.id(), _ -> Optional.of(colleague));
  }

  private void left(Event event) {
    colleagues.apply(event, event.id(), _ -> Optional.empty());
  }
}
