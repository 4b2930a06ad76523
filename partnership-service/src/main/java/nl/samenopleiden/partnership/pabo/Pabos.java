package nl.samenopleiden.partnership.pabo;

import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Optional;
import nl.samenopleiden.platform.store.AggregateStore;
import nl.samenopleiden.platform.store.Aggregates;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.web.Refusal;
import org.springframework.stereotype.Component;

/** The pabos that take part: some forty in the country. */
@Component
public final class Pabos {

  private static final Scope OPERATOR = Scope.of(Owner.OPERATOR);

  private final AggregateStore<Pabo> store;

  Pabos(Aggregates aggregates) {
    store = aggregates.of("pabo", Pabo.class, _ -> null);
  }

  /** The pabo with this short name. */
  public Optional<Pabo> find(String code) {
    return store.find(OPERATOR, id(code)).map(Stored::state);
  }

  /** What the pabo with this short name is called. */
  public String nameOf(String code) {
    return find(code).map(Pabo::name).orElse(code);
  }

  /** All, by name. */
  public List<Pabo> all() {
    return store.list(OPERATOR, null, Sorts.ascending("state.name"), 500).stream()
        .map(Stored::state)
        .toList();
  }

  Outcome<Pabo> register(String by, String code, String name) {
    String plain = code.strip();
    if (plain.isEmpty() || plain.length() > 40 || plain.indexOf('/') >= 0) {
      return Outcome.refused(Refusal.invalid("pabo-code-invalid", "code"));
    }
    return store.change(by, id(plain), now -> Pabo.register(now, plain, name)).map(Stored::state);
  }

  private static OwnedId id(String code) {
    return new OwnedId(Owner.OPERATOR, code);
  }
}
