package nl.samenopleiden.embedded;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged outlives the process. */
class KilledDatabaseTest {

  private static final int WRITERS = 8;
  private static final int WRITES_BEFORE_THE_KILL = 1500;

  @TempDir Path directory;

  /** How often each writer's count was acknowledged to have been raised. */
  private final Map<String, Integer> counted = new ConcurrentHashMap<>();

  /** The documents that were acknowledged, with what they hold. */
  private final Map<String, String> inserted = new ConcurrentHashMap<>();

  @Test
  void losesNothingAcknowledgedAndTearsNothingWhenKilledThreeTimes() throws Exception {
    Path file = directory.resolve("database");
    for (int round = 0; round < 3; round++) {
      int port = Child.freePort();
      try (Child child = Child.start(DatabaseMain.class, file, port).ready();
          MongoClient client = client(port)) {
        check(client);
        writeUntilKilled(child, client, round);
      }
    }
    int port = Child.freePort();
    try (Child child = Child.start(DatabaseMain.class, file, port).ready()) {
      try (MongoClient client = client(port)) {
        check(client);
      }
      assertThat(child.end()).isIn(0, 143);
      assertThat(child.words()).isEmpty();
    }
  }

  @Test
  void saysInOneSentenceWhyItCannotStart() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.inMemory();
        Child taken = Child.start(DatabaseMain.class, directory.resolve("a"), database.port())) {
      assertThat(taken.words()).hasLineCount(1).contains("Port " + database.port());
      assertThat(taken.exitCode()).isEqualTo(1);
    }
    Path file = Files.writeString(directory.resolve("file"), "x");
    try (Child unwritable = Child.start(DatabaseMain.class, file.resolve("b"), 0)) {
      assertThat(unwritable.words()).hasLineCount(1).contains("Cannot write");
      assertThat(unwritable.exitCode()).isEqualTo(1);
    }
  }

  private static MongoClient client(int port) {
    return MongoClients.create(
        "mongodb://127.0.0.1:" + port + "/?retryWrites=false&serverSelectionTimeoutMS=5000");
  }

  private void writeUntilKilled(Child child, MongoClient client, int round) throws Exception {
    MongoCollection<Document> counts = client.getDatabase("a").getCollection("counts");
    MongoCollection<Document> things = client.getDatabase("a").getCollection("things");
    CountDownLatch enough = new CountDownLatch(WRITES_BEFORE_THE_KILL);
    try (ExecutorService pool = Executors.newFixedThreadPool(WRITERS)) {
      for (int writer = 0; writer < WRITERS; writer++) {
        String name = "writer" + writer;
        pool.submit(
            () -> {
              counts.updateOne(
                  eq("_id", name),
                  Updates.setOnInsert("count", 0),
                  new UpdateOptions().upsert(true));
              for (int n = 0; ; n++) {
                try {
                  Document after =
                      counts.findOneAndUpdate(
                          eq("_id", name),
                          Updates.combine(
                              Updates.inc("count", 1),
                              Updates.inc("twice", 2),
                              Updates.set("filling", filling(n))));
                  counted.put(name, Objects.requireNonNull(after).getInteger("count") + 1);
                  String id = round + "/" + name + "/" + n;
                  things.insertOne(new Document("_id", id).append("filling", filling(n)));
                  inserted.put(id, filling(n));
                } catch (MongoException killed) {
                  return;
                }
                enough.countDown();
              }
            });
      }
      enough.await();
      child.kill();
    }
  }

  private void check(MongoClient client) {
    Map<String, Document> counts = all(client, "counts");
    counted.forEach(
        (name, count) -> {
          Document found = counts.getOrDefault(name, new Document("count", 0).append("twice", 0));
          assertThat(found.getInteger("count")).as(name).isGreaterThanOrEqualTo(count);
          assertThat(found.getInteger("twice")).isEqualTo(2 * found.getInteger("count"));
        });
    Map<String, Document> things = all(client, "things");
    inserted.forEach(
        (id, filling) -> assertThat(things.get(id)).as(id).containsEntry("filling", filling));
    assertThat(things.values()).allSatisfy(each -> assertThat(each).containsKey("filling"));
  }

  private static Map<String, Document> all(MongoClient client, String collection) {
    Map<String, Document> all = new ConcurrentHashMap<>();
    client
        .getDatabase("a")
        .getCollection(collection)
        .find()
        .forEach(each -> all.put(each.getString("_id"), each));
    return all;
  }

  private static String filling(int n) {
    return (n + " ").repeat(60 + n % 300);
  }
}
