package nl.samenopleiden.platform.store;

import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the stores of a service's aggregates, each with its outbox watched. */
public final class Aggregates {

  private final Collections collections;
  private final OutboxRelay relay;
  private final Clock clock;

  Aggregates(Collections collections, OutboxRelay relay, Clock clock) {
    this.collections = collections;
    this.relay = relay;
    this.clock = clock;
  }

  /**
   * The store of one type of aggregate.
   *
   * @param type the aggregate's name in the domain, in lower case with dashes; also its collection
   * @param searchText what people find it by; null when it is not searched
   */
  public <S> AggregateStore<S> of(
      String type, Class<S> stateType, Function<S, @Nullable String> searchText) {
    TenantCollection collection = collections.named(type);
    relay.watch(type, collection);
    return new AggregateStore<>(
        type, stateType, collection, collections.named("audit"), relay, clock, searchText);
  }

  /** Watches the outboxes of documents that a capability writes itself. */
  public TenantCollection watched(String type) {
    TenantCollection collection = collections.named(type);
    relay.watch(type, collection);
    return collection;
  }

  /** Says that this document's outbox was just written, so that its facts are told at once. */
  public void written(String type, nl.samenopleiden.platform.tenancy.OwnedId id) {
    relay.hint(type, id);
  }
}
