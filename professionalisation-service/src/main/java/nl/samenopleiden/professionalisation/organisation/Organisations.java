package nl.samenopleiden.professionalisation.organisation;

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

  private final Projection<Named> names;

  Organisations(Projections projections, Subscriptions subscriptions) {
    names = projections.of("organisations", Named.class, _ -> null);
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

  /** What this organisation is called, if that has been heard. */
  public Optional<String> find(Owner owner) {
    return names.find(Scope.of(owner), id(owner)).map(Named::name);
  }

  private void named(Event event, Owner owner, String name) {
    names.apply(event, id(owner), _ -> Optional.of(new Named(name)));
  }

  private static OwnedId id(Owner owner) {
    return new OwnedId(owner, "name");
  }
}
