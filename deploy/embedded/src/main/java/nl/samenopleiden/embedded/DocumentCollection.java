package nl.samenopleiden.embedded;

import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * One collection: its documents decoded in memory, and each change at once in the file's map (which
 * is committed later, for everybody together). All of it happens within turns, so nothing here
 * locks.
 */
final class DocumentCollection extends AbstractMongoCollection<Slot> {

  private static final Document NO_FILTER = new Document();

  /** A smaller collection is read through as fast. */
  private static final int WORTH_AN_INDEX = 200;

  private static final int MOST_INDEXES = 12;

  private final Set<Slot> slots = new LinkedHashSet<>();
  private final SharedKeys keys = new SharedKeys();
  private final Map<String, FieldIndex> indexes = new HashMap<>();
  private final ByteBuf encoded = Unpooled.buffer(4096);
  private final DocumentFile file;
  private final @Nullable MVMap<Long, byte[]> kept;
  private @Nullable UniqueIndex ids;
  private long nextOrdinal;

  DocumentCollection(
      DocumentDatabase database,
      String name,
      CollectionOptions options,
      DocumentFile file,
      CursorRegistry cursors) {
    super(database, name, options, cursors);
    this.file = file;
    this.kept = file.map(getFullName());
    file.read(getFullName(), this::load);
  }

  private void load(long ordinal, byte[] bson) {
    Document document = BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
    slots.add(new Slot(ordinal, keys.copy(document)));
    nextOrdinal = ordinal + 1;
  }

  // What the collection holds

  @Override
  public int count() {
    return slots.size();
  }

  @Override
  protected Document getDocument(Slot slot) {
    return slot.document;
  }

  @Override
  protected Slot addDocumentInternal(Document document) {
    Slot slot = new Slot(nextOrdinal++, keys.copy(document));
    slots.add(slot);
    indexes.values().forEach(index -> index.add(slot, document));
    keep(slot);
    return slot;
  }

  @Override
  protected void handleUpdate(Slot slot, Document before, Document after) {
    slot.document = keys.copy(after);
    indexes.values().forEach(index -> index.update(slot, before, after));
    keep(slot);
  }

  @Override
  protected void removeDocument(Slot slot) {
    slots.remove(slot);
    indexes.values().forEach(index -> index.remove(slot, slot.document));
    if (kept != null) {
      kept.remove(slot.ordinal);
      file.changed();
    }
  }

  private void keep(Slot slot) {
    if (kept != null) {
      encoded.clear();
      BsonEncoder.encodeDocument(slot.document, encoded);
      kept.put(slot.ordinal, ByteBufUtil.getBytes(encoded));
      file.changed();
    }
  }

  @Override
  public void addIndex(Index<Slot> index) {
    super.addIndex(index);
    if (index instanceof UniqueIndex unique && index.getName().equals("_id_") && ids == null) {
      ids = unique;
    }
  }

  // Finding

  @Override
  protected QueryResult queryDocuments(
      Document query,
      @Nullable Document order,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document fields) {
    Stream<Document> found = find(query, isNaturalDescending(order));
    if (order != null && deriveComparator(order) != null) {
      found = new Sorting(order).sort(found);
    }
    return matchDocumentsFromStream(NO_FILTER, found, skip, limit, batchSize, null, fields);
  }

  @Override
  protected QueryResult matchDocuments(
      Document query,
      @Nullable Document order,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document fields) {
    return queryDocuments(query, order, skip, limit, batchSize, fields);
  }

  @Override
  public int count(@Nullable Document query, int skip, int limit) {
    long all = query == null || query.isEmpty() ? count() : find(query, false).count();
    long left = Math.max(0, all - skip);
    return Math.toIntExact(limit > 0 ? Math.min(limit, left) : left);
  }

  private Stream<Document> find(Document query, boolean lastFirst) {
    IdFilter byId = ids == null ? null : IdFilter.in(query);
    Filter filter = new Filter(byId == null ? query : byId.rest(), super::documentMatchesQuery);
    Stream<Slot> candidates =
        ids == null || byId == null ? candidates(filter.equalities()) : byId.find(ids);
    if (lastFirst) {
      candidates = candidates.sorted((one, other) -> Long.compare(other.ordinal, one.ordinal));
    }
    return candidates.map(slot -> slot.document).filter(filter);
  }

  /** Those of the index that leaves the fewest; all when there is none that leaves out half. */
  private Stream<Slot> candidates(List<Filter.Equality> equalities) {
    if (slots.size() < WORTH_AN_INDEX) {
      return slots.stream();
    }
    Stream<Slot> fewest = slots.stream();
    long most = slots.size() / 2;
    for (Filter.Equality equality : equalities) {
      FieldIndex index = index(equality.field());
      if (index != null && index.most(equality.values()) < most) {
        most = index.most(equality.values());
        fewest = index.candidates(equality.values());
      }
    }
    return fewest;
  }

  private @Nullable FieldIndex index(String field) {
    FieldIndex index = indexes.get(field);
    FieldPath path = FieldPath.of(field);
    if (index == null && path != null && indexes.size() < MOST_INDEXES) {
      FieldIndex made = new FieldIndex(path);
      slots.forEach(slot -> made.add(slot, slot.document));
      indexes.put(field, made);
      return made;
    }
    return index;
  }

  @Override
  protected Stream<DocumentWithPosition<Slot>> streamAllDocumentsWithPosition() {
    return slots.stream().map(slot -> new DocumentWithPosition<>(slot.document, slot));
  }

  /**
   * @param batchSize 0 for the library's own use, which takes all there is from the first batch
   */
  @Override
  protected QueryResult createQueryResult(List<Document> found, int batchSize) {
    if (batchSize == 0) {
      return new QueryResult(found);
    }
    Batches batches = new Batches(cursorRegistry.generateCursorId(), found);
    List<Document> first = batches.takeDocuments(batchSize);
    if (batches.isEmpty()) {
      return new QueryResult(first);
    }
    batches.freeze();
    cursorRegistry.add(batches);
    return new QueryResult(first, batches);
  }

  // Sizes are not kept: they would cost two encodings with each change.

  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int delta) {}

  @Override
  protected int getDataSize() {
    return 0;
  }
}
