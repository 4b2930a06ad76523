package nl.samenopleiden.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Our own ways of finding give the answers of the library's: random documents and filters, with
 * arrays, missing fields, nulls and numbers of several kinds, asked of both.
 */
class SameAnswersTest {

  private final Random random = new Random(4711);

  @Test
  void filtersFindTheSameAsInTheLibrary() {
    MongoServer server = new MongoServer(new MemoryBackend());
    try (EmbeddedDatabase ours = EmbeddedDatabase.inMemory();
        MongoClient toOurs = MongoClients.create(ours.uri());
        MongoClient toTheirs = MongoClients.create(server.bindAndGetConnectionString())) {
      MongoCollection<Document> one = toOurs.getDatabase("a").getCollection("b");
      MongoCollection<Document> other = toTheirs.getDatabase("a").getCollection("b");
      List<Document> documents = new ArrayList<>();
      for (int n = 0; n < 500; n++) {
        documents.add(document(n));
      }
      one.insertMany(documents);
      other.insertMany(documents);
      for (int round = 0; round < 4; round++) {
        for (int n = 0; n < 120; n++) {
          Document filter = filter(2);
          assertThat(found(one, filter)).as("%s", filter.toJson()).isEqualTo(found(other, filter));
        }
        for (int n = 0; n < 100; n++) {
          Document filter = new Document("_id", random.nextInt(520));
          Document changed = document(0);
          changed.remove("_id");
          one.replaceOne(filter, changed);
          other.replaceOne(filter, changed);
        }
        Document gone = new Document("_id", new Document("$lt", 20 * round));
        assertThat(one.deleteMany(gone)).isEqualTo(other.deleteMany(gone));
      }
    } finally {
      server.shutdownNow();
    }
  }

  private static List<Object> found(MongoCollection<Document> collection, Document filter) {
    List<Object> ids = new ArrayList<>();
    collection
        .find(filter)
        .sort(new Document("order.first", 1).append("order.then", -1).append("_id", 1))
        .forEach(each -> ids.add(each.get("_id")));
    assertThat(collection.countDocuments(filter)).isEqualTo(ids.size());
    return ids;
  }

  private Document document(int id) {
    Document document = new Document("_id", id);
    document.append("order", new Document("first", sortable()).append("then", sortable()));
    if (random.nextInt(10) > 0) {
      document.append("a", value(true));
    }
    if (random.nextInt(10) > 1) {
      document.append("b", new Document("c", value(true)).append("d", value(false)));
    }
    if (random.nextInt(10) > 6) {
      document.append(
          "b", List.of(new Document("c", value(false)), new Document("c", value(false))));
    }
    return document;
  }

  /** No arrays: the library's order of those is not one. */
  private @Nullable Object sortable() {
    return switch (random.nextInt(4)) {
      case 0 -> null;
      case 1 -> random.nextInt(4);
      case 2 -> (long) random.nextInt(4);
      default -> "word" + random.nextInt(4);
    };
  }

  private Object value(boolean orArray) {
    return switch (random.nextInt(orArray ? 9 : 7)) {
      case 0, 1 -> "word" + random.nextInt(6);
      case 2 -> random.nextInt(6);
      case 3 -> (long) random.nextInt(6);
      case 4 -> random.nextInt(12) / 2.0;
      case 5 -> random.nextBoolean();
      case 6 -> new Document("x", random.nextInt(3));
      case 7 -> List.of(value(false), value(false));
      default -> List.of();
    };
  }

  private Document filter(int depth) {
    Document filter = new Document();
    int conditions = 1 + random.nextInt(2);
    for (int n = 0; n < conditions; n++) {
      if (depth > 0 && random.nextInt(4) == 0) {
        String operator = List.of("$and", "$or", "$nor").get(random.nextInt(3));
        filter.append(operator, List.of(filter(depth - 1), filter(depth - 1)));
      } else {
        filter.append(
            List.of("a", "b.c", "b.d", "a.0", "b.1.c", "_id").get(random.nextInt(6)), condition());
      }
    }
    return filter;
  }

  private Object condition() {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> value(false);
      case 3 -> new Document("$in", Arrays.asList(value(false), value(false), value(false)));
      case 4 -> new Document("$gt", value(false));
      case 5 -> new Document("$lte", random.nextInt(6)).append("$gte", random.nextInt(4));
      case 6 -> new Document("$exists", random.nextBoolean());
      case 7 -> new Document("$ne", value(false));
      case 8 -> Pattern.compile("rd[1-3]");
      default -> new Document("$nin", List.of(value(false), 3));
    };
  }
}
