package nl.samenopleiden.professionalisation.registration;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import nl.samenopleiden.platform.store.AggregateStore;
import nl.samenopleiden.platform.store.Aggregates;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Caller;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.professionalisation.colleague.Colleagues;
import nl.samenopleiden.professionalisation.course.Offer;
import nl.samenopleiden.professionalisation.registration.Registration.Registrant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The practices of boards, and what follows from them for whoever registers. In a rush a board's
 * practice is read once a second, and not for each registration.
 */
@Component
final class Practices {

  private static final Duration STALE_AFTER = Duration.ofSeconds(1);
  private static final int MOST_KNOWN = 5_000;

  private final AggregateStore<Practice> store;
  private final Colleagues colleagues;
  private final Clock clock;
  private final LoadingCache<Owner, Practice> known;

  Practices(Aggregates aggregates, Colleagues colleagues, Clock clock) {
    this.store = aggregates.of("practice", Practice.class, _ -> null);
    this.colleagues = colleagues;
    this.clock = clock;
    this.known =
        Caffeine.newBuilder()
            .expireAfterWrite(STALE_AFTER)
            .maximumSize(MOST_KNOWN)
            .build(
                board ->
                    store
                        .find(Scope.of(board), id(board))
                        .map(Stored::state)
                        .orElse(Practice.USUAL));
  }

  /** The practice of this board as it was at most a second ago. */
  Practice of(Owner board) {
    return known.get(board);
  }

  /** Changes the practice of the caller's own board. */
  Practice change(Access access, boolean asksFirst) {
    store.change(
        access.caller().person(), id(access.home()), before -> Practice.change(before, asksFirst));
    known.invalidate(access.home());
    return new Practice(asksFirst);
  }

  /** The caller as a registration for this course keeps it. */
  Registrant registrant(Caller caller, Locale language, Offer offer) {
    return new Registrant(
        caller.person(),
        caller.name(),
        caller.email(),
        language.getLanguage().equals("en") ? "en" : "nl",
        caller.school(),
        null,
        consent(caller, offer));
  }

  private @Nullable Consent consent(Caller caller, Offer offer) {
    boolean asks =
        caller.board() != null
            && caller.is(Role.TEACHER, Role.MENTOR, Role.SCHOOL_EDUCATOR)
            && !caller.is(Role.SCHOOL_LEADER, Role.BOARD_COORDINATOR)
            && of(caller.home()).asksFirst();
    if (!asks) {
      return null;
    }
    boolean leader =
        caller.school() != null && !colleagues.leaders(caller.home(), caller.school()).isEmpty();
    return Consent.of(clock.instant(), offer.startsAt(), leader);
  }

  private static OwnedId id(Owner board) {
    return new OwnedId(board, "practice");
  }
}
