package nl.samenopleiden.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The databases in a file. */
final class DocumentBackend extends AbstractMongoBackend {

  private final DocumentFile file;

  /** The library opens every database once more when it lists them; ours must stay the same one. */
  private final Map<String, DocumentDatabase> open = new ConcurrentHashMap<>();

  DocumentBackend(DocumentFile file) {
    this.file = file;
    file.names().stream()
        .map(name -> name.substring(0, name.indexOf('.')))
        .distinct()
        .forEach(this::resolveDatabase);
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return open.computeIfAbsent(name, _ -> new DocumentDatabase(name, file, getCursorRegistry()));
  }

  @Override
  protected Document handleGetMore(String database, String command, Document query) {
    query.putIfAbsent("batchSize", Batches.USUAL);
    return super.handleGetMore(database, command, query);
  }

  @Override
  public void dropDatabase(String name) {
    super.dropDatabase(name);
    open.remove(name);
  }
}
