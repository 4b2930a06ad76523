package nl.samenopleiden.professionalisation.organisation;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Optional;
import nl.samenopleiden.platform.inbox.Event;
import nl.samenopleiden.platform.inbox.Projection;
import nl.samenopleiden.platform.inbox.Projections;
import nl.samenopleiden.platform.inbox.Subscriptions;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import org.springframework.stereotype.Component;

/** What boards and pabos are called. */
@Component
public final class Organisations {

  /** The copy of one name. */
  record Named(String name) {}

  record BoardFact(String number, String name) {}

  record PaboFact(String code, String name) {}

  private static final Duration STALE_AFTER = Duration.ofSeconds(1);
  private static final int MOST_KNOWN = 5_000;

  private final Projection<Named> names;

  /** One page names the same few organisations again and again. */
  private final LoadingCache<Owner, Optional<String>> recent;

  Organisations(Projections projections, Subscriptions subscriptions) {
    names = projections.of("organisations", Named.class, _ -> null);
    recent =
        Caffeine.newBuilder()
            .expireAfterWrite(STALE_AFTER)
            .maximumSize(MOST_KNOWN)
            .build(owner -> names.find(Scope.of(owner), id(owner)).map(Named::name));
    subscriptions
        .on(
            "partnership",
            "BoardOnboarded",
            event -> {
              BoardFact fact = event.as(BoardFact.class);
              named(event, Owner.board(fact.number()), fact.name());
            })
        .on(
            "partnership",
            "PaboRegistered",
            event -> {
              PaboFact fact = event.as(PaboFact.class);
              named(event, Owner.pabo(fact.code()), fact.name());
            });
  }

  /** What this organisation is called; its code while its name has not been heard. */
  public String name(Owner owner) {
    return find(owner).orElseGet(owner::code);
  }

  /** What this organisation is called, if that had been heard a second ago. */
  public Optional<String> find(Owner owner) {
    return recent.get(owner);
  }

  private void named(Event event, Owner owner, String name) {
    names.apply(event, id(owner), _ -> Optional.of(new Named(name)));
    recent.invalidate(owner);
  }

  private static OwnedId id(Owner owner) {
    return new OwnedId(owner, "name");
  }
}
