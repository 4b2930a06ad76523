package nl.samenopleiden.platform.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.BsonDocument;

/** Gives each capability its collections, in the service's own database. */
public final class Collections {

  private final MongoDatabase database;
  private final Queue<Runnable> indexes = new ConcurrentLinkedQueue<>();

  Collections(MongoClient client, String database) {
    this.database = client.getDatabase(database);
  }

  /** The collection of this name. */
  public TenantCollection named(String name) {
    return new TenantCollection(database.getCollection(name, BsonDocument.class), indexes::add);
  }

  /** Answers when the database does. */
  public void ping() {
    database.runCommand(new BsonDocument("ping", new org.bson.BsonInt32(1)));
  }

  /** Makes the indexes that capabilities have asked for since the last call. */
  void makeIndexes() {
    Runnable next;
    while ((next = indexes.peek()) != null) {
      next.run();
      indexes.remove(next);
    }
  }
}
