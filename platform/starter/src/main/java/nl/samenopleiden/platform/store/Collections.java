package nl.samenopleiden.platform.store;

import com.mongodb.client.MongoClient;
import org.bson.BsonDocument;

/** Gives each capability its collections, in the service's own database. */
public final class Collections {

  private final MongoClient client;
  private final String database;

  Collections(MongoClient client, String database) {
    this.client = client;
    this.database = database;
  }

  /** The collection of this name. */
  public TenantCollection named(String name) {
    return new TenantCollection(
        client.getDatabase(database).getCollection(name, BsonDocument.class));
  }

  /** Answers when the database does. */
  public void ping() {
    client.getDatabase(database).runCommand(new BsonDocument("ping", new org.bson.BsonInt32(1)));
  }
}
