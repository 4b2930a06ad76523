package nl.samenopleiden.platform.inbox;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Partnerships;
import nl.samenopleiden.platform.tenancy.Scope;

/** The partnerships in force, as partnership-service tells them: one copy for either side. */
final class KnownPartnerships implements Partnerships {

  private static final Duration STALE_AFTER = Duration.ofSeconds(1);

  record Link(String partner) {}

  record PartnershipFact(String pabo, String board) {}

  private final Projection<Link> links;
  private final LoadingCache<Owner, Set<Owner>> known;

  KnownPartnerships(Projections projections, Subscriptions subscriptions) {
    links = projections.of("partnership-links", Link.class, _ -> null);
    known =
        Caffeine.newBuilder().expireAfterWrite(STALE_AFTER).maximumSize(5_000).build(this::read);
    subscriptions.on("partnership", "PartnershipAgreed", event -> link(event, true));
    subscriptions.on("partnership", "PartnershipEnded", event -> link(event, false));
  }

  @Override
  public Set<Owner> partnersOf(Owner owner) {
    return known.get(owner);
  }

  private Set<Owner> read(Owner owner) {
    return links.list(Scope.of(owner), null, null, 5_000).stream()
        .map(link -> Owner.parse(link.partner()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private void link(Event event, boolean inForce) {
    PartnershipFact fact = event.as(PartnershipFact.class);
    Owner board = Owner.board(fact.board());
    Owner pabo = Owner.pabo(fact.pabo());
    both(event, board, pabo, inForce);
    both(event, pabo, board, inForce);
    known.invalidateAll();
  }

  private void both(Event event, Owner owner, Owner partner, boolean inForce) {
    links.apply(
        event,
        new OwnedId(owner, partner.toString().replace(':', '-')),
        _ -> inForce ? Optional.of(new Link(partner.toString())) : Optional.empty());
  }
}
