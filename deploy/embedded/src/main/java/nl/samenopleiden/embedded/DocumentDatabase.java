package nl.samenopleiden.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;

/** One database: its collections, and aggregation that starts from what the first stage matches. */
final class DocumentDatabase extends AbstractMongoDatabase<Slot> {

  /** What the driver's countDocuments makes of a filter. */
  private static final Document COUNTING =
      new Document("$group", new Document("_id", 1).append("n", new Document("$sum", 1)));

  private final DocumentFile file;

  DocumentDatabase(String name, DocumentFile file, CursorRegistry cursors) {
    super(name, cursors);
    this.file = file;
    initializeNamespacesAndIndexes();
  }

  @Override
  public Document handleCommand(
      Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
    if (command.equalsIgnoreCase("aggregate")
        && query.get("pipeline") instanceof List<?> stages
        && !stages.isEmpty()
        && stages.getFirst() instanceof Document first
        && first.get("$match") instanceof Document match
        && !query.containsKey("let")
        && resolveCollection(String.valueOf(query.get(command)), false)
            instanceof DocumentCollection collection) {
      if (stages.size() == 2 && COUNTING.equals(stages.get(1))) {
        int count = collection.count(match, 0, 0);
        return answer(
            collection,
            count == 0 ? List.of() : List.of(new Document("_id", 1).append("n", count)));
      }
      Aggregation rest =
          Aggregation.fromPipeline(
              stages.subList(1, stages.size()), databases, this, collection, oplog);
      rest.validate(query);
      return answer(collection, rest.runStages(collection.handleQueryAsStream(match)));
    }
    if (command.equalsIgnoreCase("find")) {
      query.putIfAbsent("batchSize", Batches.USUAL);
    }
    Document answer = super.handleCommand(channel, command, query, databases, oplog);
    if (command.equalsIgnoreCase("insert")
        && query.get("documents") instanceof List<?> documents
        && answer.get("writeErrors") instanceof List<?> errors) {
      answer.put("n", inserted(documents.size(), errors, Utils.isTrue(query.get("ordered"))));
    }
    return answer;
  }

  /** The library counts what was to be inserted, not what was. */
  private static int inserted(int wanted, List<?> errors, boolean ordered) {
    return ordered && errors.getFirst() instanceof Document first
        ? ((Number) first.getOrDefault("index", 0)).intValue()
        : wanted - errors.size();
  }

  private static Document answer(DocumentCollection collection, List<Document> documents) {
    QueryResult result = collection.createQueryResult(documents, Batches.USUAL);
    return new Document(
            "cursor",
            new Document("id", result.getCursorId())
                .append("ns", collection.getFullName())
                .append("firstBatch", result.collectDocuments()))
        .append("ok", 1.0);
  }

  @Override
  protected MongoCollection<Slot> openOrCreateCollection(String name, CollectionOptions options) {
    return new DocumentCollection(this, name, options, file, cursorRegistry);
  }

  @Override
  protected Index<Slot> openOrCreateUniqueIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    return new UniqueIndex(name, keys, sparse);
  }

  /** Indexes that only serve speed are made by the collection itself, for the fields asked for. */
  @Override
  protected Index<Slot> openOrCreateSecondaryIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    return new EmptyIndex<>(name, keys);
  }

  @Override
  public void dropCollection(String name, Oplog oplog) {
    super.dropCollection(name, oplog);
    file.drop(getFullCollectionNamespace(name));
  }

  @Override
  public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
    file.rename(collection.getFullName(), getFullCollectionNamespace(newName));
    super.moveCollection(from, collection, newName);
  }

  @Override
  protected long getFileSize() {
    return file.size();
  }

  @Override
  protected long getStorageSize() {
    return file.size();
  }
}
