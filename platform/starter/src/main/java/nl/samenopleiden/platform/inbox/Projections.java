package nl.samenopleiden.platform.inbox;

import java.util.function.Function;
import nl.samenopleiden.platform.store.Collections;
import org.jspecify.annotations.Nullable;

/** Makes the copies that a service keeps of what others tell. */
public final class Projections {

  private final Collections collections;

  Projections(Collections collections) {
    this.collections = collections;
  }

  /**
   * A copy in a collection of its own.
   *
   * @param name the collection
   * @param searchText what people find it by; null when it is not searched
   */
  public <D> Projection<D> of(
      String name, Class<D> type, Function<D, @Nullable String> searchText) {
    return new Projection<>(collections.named(name), type, searchText);
  }
}
