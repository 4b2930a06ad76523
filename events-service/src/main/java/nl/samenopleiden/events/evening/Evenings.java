package nl.samenopleiden.events.evening;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.samenopleiden.events.people.Organisations;
import nl.samenopleiden.events.people.People;
import nl.samenopleiden.platform.store.AggregateStore;
import nl.samenopleiden.platform.store.Aggregates;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Caller;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The evenings that organisations announce. */
@Component
public class Evenings {

  private static final String BY_ITSELF = "samen";
  private static final Refusal NO_ORGANISER = new Refusal("forbidden", 403, null, List.of());

  private final AggregateStore<Evening> evenings;
  private final People people;
  private final Organisations organisations;
  private final Clock clock;

  Evenings(Aggregates aggregates, People people, Organisations organisations, Clock clock) {
    evenings =
        aggregates.of(
            "evening",
            Evening.class,
            evening -> evening.details().title() + " " + evening.details().place());
    evenings.collection().index(false, "state.details.startsAt");
    evenings.collection().indexWaiting("state.telling.finished");
    this.people = people;
    this.organisations = organisations;
    this.clock = clock;
  }

  /** Whether this person organises evenings for the organisation that he or she belongs to. */
  public static boolean organises(Caller caller) {
    Owner home = caller.home();
    return home.isPabo()
        ? caller.is(Role.LECTURER, Role.PROGRAMME_MANAGER)
        : home.isBoard() && caller.is(Role.BOARD_COORDINATOR);
  }

  /** An evening that the caller's organisation organises; empty when the caller organises none. */
  public Optional<Stored<Evening>> organised(Access access, String id) {
    return organises(access.caller()) && isId(id)
        ? evenings.find(access.own(), id)
        : Optional.empty();
  }

  /** The evenings of the caller's organisation, the last one first. */
  public Page<Stored<Evening>> organised(Access access, String words, PageRequest page) {
    if (!organises(access.caller())) {
      return new Page<>(List.of(), page.number(), page.size(), 0);
    }
    return evenings.page(
        access.own(), null, words, Sorts.descending("state.details.startsAt"), page);
  }

  /** The first evening of the caller's organisation that is still to come and takes place. */
  public Optional<Stored<Evening>> nextOrganised(Access access) {
    return evenings
        .list(
            access.own(),
            Filters.and(
                Filters.gt("state.details.startsAt", clock.instant()),
                Filters.eq("state.kind", "ANNOUNCED")),
            Sorts.ascending("state.details.startsAt"),
            1)
        .stream()
        .findFirst();
  }

  /** An evening whose id stands in an invitation, or in an event of its own. */
  public Optional<Stored<Evening>> find(OwnedId id) {
    return evenings.find(Scope.of(id.owner()), id);
  }

  /** The evenings of which not everyone has been told yet what there is to tell. */
  public List<OwnedId> unfinished() {
    return evenings.collection().waiting(Filters.eq("state.telling.finished", false), 100).stream()
        .map(each -> OwnedId.parse(each.getString("_id").getValue()))
        .toList();
  }

  /** Notes that these people were told, if nobody noted it meanwhile. */
  public Evening told(OwnedId id, Telling before, int more, @Nullable String last) {
    return done(
        evenings.change(BY_ITSELF, id, evening -> Evening.told(evening, before, more, last)));
  }

  /** How many people an audience reaches now. */
  long reaches(Access access, Audience audience) {
    if (audience.asksNothing() && !audience.everyone()) {
      return 0;
    }
    Set<Owner> owners = audience.organisations(access.home(), access.partners());
    return owners.isEmpty() ? 0 : people.count(new Scope(owners), audience.wanted());
  }

  /** Everything that keeps this evening from being announced. */
  List<Refusal> faults(Access access, Draft draft) {
    return Announcing.faults(draft, reach(access), clock.instant());
  }

  /** Announces; once, however often it is asked for under the same id. */
  Outcome<Stored<Evening>> announce(Access access, String id, Draft draft) {
    if (!organises(access.caller())) {
      return Outcome.refused(NO_ORGANISER);
    }
    OwnedId evening = new OwnedId(access.home(), id);
    Announcing.Reach reach = reach(access);
    Instant now = clock.instant();
    long people = reaches(access, draft.audience());
    return evenings.change(
        access.caller().person(),
        evening,
        before -> Announcing.decide(before, draft, reach, people, evening, now));
  }

  /** Calls off; all who were invited are told. */
  Outcome<Stored<Evening>> cancel(Access access, String id) {
    if (!organises(access.caller()) || !isId(id)) {
      return Outcome.refused(Refusal.NOT_FOUND);
    }
    Instant now = clock.instant();
    return evenings.change(
        access.caller().person(),
        new OwnedId(access.home(), id),
        evening -> Evening.cancel(evening, id, now));
  }

  /** Whether a text has the form of an evening's id. */
  public static boolean isId(String text) {
    try {
      return UUID.fromString(text).toString().equals(text);
    } catch (IllegalArgumentException other) {
      return false;
    }
  }

  private Announcing.Reach reach(Access access) {
    Set<Owner> boards =
        access.withPartners().owners().stream()
            .filter(Owner::isBoard)
            .collect(Collectors.toUnmodifiableSet());
    Set<String> schools =
        boards.isEmpty()
            ? Set.of()
            : organisations.schoolsOf(new Scope(boards)).stream()
                .map(Organisations.School::code)
                .collect(Collectors.toUnmodifiableSet());
    return new Announcing.Reach(
        access.partners(),
        boards.stream().map(Owner::code).collect(Collectors.toUnmodifiableSet()),
        schools);
  }

  private static Evening done(Outcome<Stored<Evening>> outcome) {
    return switch (outcome) {
      case Outcome.Done<Stored<Evening>>(var stored) -> stored.state();
      case Outcome.Refused<Stored<Evening>>(var refusal) ->
          throw new IllegalStateException(refusal.type());
    };
  }
}
