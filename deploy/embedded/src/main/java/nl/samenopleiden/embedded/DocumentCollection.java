package nl.samenopleiden.embedded;

import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Cursor;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * One collection: its documents decoded in memory, and each change at once in the file's map (which
 * is committed later, for everybody together). All of it happens within turns, so nothing here locks.
 */
final class DocumentCollection extends AbstractMongoCollection<Slot> {

  private final Set<Slot> slots = new LinkedHashSet<>();
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
    file.read(getFullName())
        .forEach(
            (ordinal, bson) -> {
              slots.add(new Slot(ordinal, BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson))));
              nextOrdinal = ordinal + 1;
            });
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
    Slot slot = new Slot(nextOrdinal++, document);
    slots.add(slot);
    keep(slot);
    return slot;
  }

  @Override
  protected void handleUpdate(Slot slot, Document before, Document after) {
    slot.document = after;
    keep(slot);
  }

  @Override
  protected void removeDocument(Slot slot) {
    slots.remove(slot);
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
    IdFilter byId = ids == null ? null : IdFilter.in(query);
    if (ids != null && byId != null) {
      Stream<Document> found = byId.find(ids).map(slot -> slot.document);
      return matchDocumentsFromStream(found, byId.rest(), order, skip, limit, batchSize, fields);
    }
    return matchDocuments(query, order, skip, limit, batchSize, fields);
  }

  @Override
  protected QueryResult matchDocuments(
      Document query,
      @Nullable Document order,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document fields) {
    Stream<Document> all = slots.stream().map(slot -> slot.document);
    if (isNaturalDescending(order)) {
      all = slots.stream().sorted((a, b) -> Long.compare(b.ordinal, a.ordinal)).map(slot -> slot.document);
    }
    return matchDocumentsFromStream(all, query, order, skip, limit, batchSize, fields);
  }

  @Override
  protected Stream<DocumentWithPosition<Slot>> streamAllDocumentsWithPosition() {
    return slots.stream().map(slot -> new DocumentWithPosition<>(slot.document, slot));
  }

  /** What a cursor still has to give stays as it was found. */
  @Override
  protected Cursor createCursor(List<Document> remaining) {
    return super.createCursor(remaining.stream().map(Document::cloneDeeply).toList());
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
