package nl.samenopleiden.embedded;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A unique index, in memory only: it is made again from the documents when the file is opened. */
final class UniqueIndex extends AbstractUniqueIndex<Slot> {

  private final Map<KeyValue, Slot> slots = new HashMap<>();

  UniqueIndex(String name, List<IndexKey> keys, boolean sparse) {
    super(name, keys, sparse);
  }

  /** The document that has this value, for an index of one field. */
  @Nullable Slot find(@Nullable Object value) {
    return slots.get(new KeyValue(Collections.singletonList(value)).normalized());
  }

  @Override
  protected @Nullable Slot removeDocument(KeyValue key) {
    return slots.remove(key);
  }

  @Override
  protected boolean putKeyPosition(KeyValue key, Slot slot) {
    return slots.putIfAbsent(key, slot) == null;
  }

  @Override
  protected Iterable<Map.Entry<KeyValue, Slot>> getIterable() {
    return slots.entrySet();
  }

  @Override
  protected @Nullable Slot getPosition(KeyValue key) {
    return slots.get(key);
  }

  @Override
  public long getCount() {
    return slots.size();
  }

  @Override
  public long getDataSize() {
    return slots.size();
  }
}
