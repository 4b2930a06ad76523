package nl.samenopleiden.placement.school;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Optional;
import nl.samenopleiden.platform.inbox.Event;
import nl.samenopleiden.platform.inbox.Projection;
import nl.samenopleiden.platform.inbox.Projections;
import nl.samenopleiden.platform.inbox.Subscriptions;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Scope;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** The schools that partnership told of, each owned by its board. */
@Component
public final class Schools {

  private static final Bson OPEN = Filters.eq("data.open", true);
  private static final Bson BY_NAME = Sorts.ascending("data.name", "_id");

  private final Projection<KnownSchool> copy;

  Schools(Projections projections, Subscriptions subscriptions) {
    copy = projections.of("schools", KnownSchool.class, KnownSchool::searchText);
    copy.index("name");
    subscriptions
        .on("partnership", "SchoolRegistered", this::know)
        .on("partnership", "SchoolChanged", this::know)
        .on("partnership", "SchoolClosed", this::close);
  }

  /** The open schools of these owners, by name. */
  public Page<KnownSchool> page(Scope scope, String words, PageRequest page) {
    return copy.page(scope, OPEN, words, BY_NAME, page);
  }

  /** All open schools of these owners, by name; for choosing from a short list. */
  public List<KnownSchool> all(Scope scope, int limit) {
    return copy.list(scope, OPEN, BY_NAME, limit);
  }

  /** The open school with this location code, if it is one of these owners'. */
  public Optional<KnownSchool> open(Scope scope, String code) {
    Optional<KnownSchool> found = copy.find(scope, code);
    if (found.isEmpty() || found.get().open()) {
      return found;
    }
    // A school that went over to another board is closed at the one and open at the other.
    return scope.owners().stream()
        .flatMap(owner -> copy.find(Scope.of(owner), new OwnedId(owner, code)).stream())
        .filter(KnownSchool::open)
        .findFirst();
  }

  /** The school with this location code, closed or not. */
  public Optional<KnownSchool> find(Scope scope, String code) {
    return open(scope, code).or(() -> copy.find(scope, code));
  }

  /** How many open schools are known of all boards together. */
  public long total() {
    return copy.total(OPEN);
  }

  private void know(Event event) {
    SchoolFact fact = event.as(SchoolFact.class);
    if (!fact.code().equals(event.id().value())) {
      throw new IllegalArgumentException("the fact names another school than its event");
    }
    copy.apply(event, event.id(), _ -> Optional.of(fact.of(event.owner().code())));
  }

  private void close(Event event) {
    copy.apply(event, event.id(), known -> known.map(KnownSchool::closed));
  }
}
