package nl.samenopleiden.local.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;

/**
 * How many conditional updates of one document the database carries out in a second: what giving
 * out seats costs at least when every registration writes the course.
 */
final class BareDatabase {

  private static final int WARM_UP = 1_000;
  private static final int TIMES = 6_000;
  private static final int AT_ONCE = 32;
  private static final double NANOS_IN_SECOND = 1e9;

  private BareDatabase() {}

  /**
   * @return updates a second
   */
  static double measure(String uri) throws Exception {
    try (MongoClient client = MongoClients.create(uri)) {
      MongoDatabase database = client.getDatabase("bench");
      try {
        MongoCollection<Document> courses = database.getCollection("course");
        courses.insertOne(new Document("_id", 1).append("seats", WARM_UP + TIMES));
        Pace.together(WARM_UP, AT_ONCE, _ -> take(courses));
        long start = System.nanoTime();
        Pace.together(TIMES, AT_ONCE, _ -> take(courses));
        return TIMES / ((System.nanoTime() - start) / NANOS_IN_SECOND);
      } finally {
        database.drop();
      }
    }
  }

  private static void take(MongoCollection<Document> courses) {
    var result =
        courses.updateOne(
            Filters.and(Filters.eq("_id", 1), Filters.gt("seats", 0)), Updates.inc("seats", -1));
    if (result.getModifiedCount() != 1) {
      throw new IllegalStateException("a seat that is there was not given");
    }
  }
}
