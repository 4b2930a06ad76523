package nl.samenopleiden.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the platform asks of a database. */
class DatabaseTest {

  @TempDir Path directory;
  private EmbeddedDatabase database;
  private MongoClient client;
  private MongoCollection<Document> schools;

  @BeforeEach
  void open() {
    database = EmbeddedDatabase.durable(directory.resolve("new/database"), 0);
    client = MongoClients.create(database.uri());
    schools = client.getDatabase("partnership").getCollection("schools");
  }

  @AfterEach
  void close() {
    client.close();
    database.close();
  }

  private void reopen() {
    close();
    open();
  }

  /** 600 schools of six boards, which is enough for the collection to make indexes. */
  private void manySchools() {
    schools.insertMany(
        IntStream.range(0, 600)
            .mapToObj(
                n ->
                    new Document("_id", "s" + n)
                        .append("owner", "board:" + n % 6)
                        .append("n", n)
                        .append("place", n % 2 == 0 ? "Rotterdam" : "Delft")
                        .append("themes", List.of("theme" + n % 10, "theme" + n % 7))
                        .append("search", "de school nummer " + n)
                        .append("outbox", n % 100 == 0 ? List.of(new Document("v", n)) : List.of()))
            .toList());
  }

  private Document read(String id) {
    return schools.find(eq("_id", id)).into(new ArrayList<>()).getFirst();
  }

  private List<String> ids(Iterable<Document> found) {
    List<String> ids = new ArrayList<>();
    found.forEach(each -> ids.add(each.getString("_id")));
    return ids;
  }

  @Test
  void replacesOnlyTheVersionThatWasRead() {
    schools.insertOne(new Document("_id", "a").append("version", 1L));

    Document next = new Document("version", 2L).append("name", "De Brug");
    assertThat(schools.replaceOne(and(eq("_id", "a"), eq("version", 1L)), next).getMatchedCount())
        .isEqualTo(1);
    assertThat(schools.replaceOne(and(eq("_id", "a"), eq("version", 1L)), next).getMatchedCount())
        .isZero();
    assertThat(schools.find(eq("_id", "a")).first()).containsEntry("name", "De Brug");
  }

  @Test
  void findsAndUpdatesWhereAConditionHolds() {
    schools.insertOne(
        new Document("_id", "c").append("taken", 1).append("seats", 2).append("notes", List.of()));
    FindOneAndUpdateOptions after =
        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    assertThat(
            schools.findOneAndUpdate(
                and(eq("_id", "c"), lt("taken", 2)),
                combine(inc("taken", 1), push("notes", new Document("n", 2))),
                after))
        .containsEntry("taken", 2)
        .containsEntry("notes", List.of(new Document("n", 2)));
    assertThat(schools.findOneAndUpdate(and(eq("_id", "c"), lt("taken", 2)), inc("taken", 1)))
        .isNull();
    assertThat(schools.findOneAndUpdate(eq("_id", "c"), pull("notes", new Document("n", 2)), after))
        .containsEntry("notes", List.of());
    assertThat(
            schools.findOneAndUpdate(
                new Document("_id", "c")
                    .append("$expr", new Document("$lt", List.of("$taken", "$seats"))),
                inc("taken", 1)))
        .isNull();
  }

  @Test
  void writesManyAtOnceAndTellsWhichWereTaken() {
    manySchools();
    List<WriteModel<Document>> upserts = new ArrayList<>();
    for (int n = 500; n < 1000; n++) {
      upserts.add(
          new ReplaceOneModel<>(
              eq("_id", "s" + n), new Document("n", -n), new ReplaceOptions().upsert(true)));
    }
    BulkWriteResult result = schools.bulkWrite(upserts, new BulkWriteOptions().ordered(false));
    assertThat(result.getMatchedCount()).isEqualTo(100);
    assertThat(result.getUpserts()).hasSize(400);
    assertThat(schools.countDocuments(lt("n", -400))).isEqualTo(500);

    List<Document> some =
        List.of(new Document("_id", "x1"), new Document("_id", "s1"), new Document("_id", "x2"));
    assertThatExceptionOfType(MongoBulkWriteException.class)
        .isThrownBy(() -> schools.insertMany(some, new InsertManyOptions().ordered(false)))
        .satisfies(
            taken -> {
              assertThat(taken.getWriteErrors()).hasSize(1);
              assertThat(taken.getWriteErrors().getFirst().getIndex()).isEqualTo(1);
              assertThat(taken.getWriteErrors().getFirst().getCode()).isEqualTo(11000);
              assertThat(taken.getWriteResult().getInsertedCount()).isEqualTo(2);
            });
    assertThat(schools.countDocuments(in("_id", "x1", "x2"))).isEqualTo(2);
  }

  @Test
  void keepsWhatIsUniqueUniqueAlsoAfterARestart() {
    schools.createIndex(Indexes.ascending("owner", "code"), new IndexOptions().unique(true));
    schools.insertOne(new Document("_id", "a").append("owner", "1").append("code", "00AA"));
    reopen();

    Document same = new Document("_id", "b").append("owner", "1").append("code", "00AA");
    assertThatExceptionOfType(MongoWriteException.class)
        .isThrownBy(() -> schools.insertOne(same))
        .satisfies(taken -> assertThat(taken.getError().getCode()).isEqualTo(11000));
    schools.insertOne(same.append("owner", "2"));
    assertThatExceptionOfType(MongoWriteException.class)
        .isThrownBy(() -> schools.updateOne(eq("_id", "b"), set("owner", "1")));
    assertThat(schools.find(eq("_id", "b")).first()).containsEntry("owner", "2");
  }

  @Test
  void findsByIdsFieldsWordsAndRanges() {
    manySchools();
    assertThat(ids(schools.find(in("_id", "s3", "s1", "none")))).containsExactly("s1", "s3");
    assertThat(ids(schools.find(and(eq("owner", "board:1"), in("_id", "s3", "s1")))))
        .containsExactly("s1");
    assertThat(schools.countDocuments(eq("owner", "board:1"))).isEqualTo(100);
    assertThat(schools.countDocuments(and(eq("owner", "board:1"), eq("place", "Delft"))))
        .isEqualTo(100);
    assertThat(ids(schools.find(eq("n", 7L)))).containsExactly("s7");
    assertThat(ids(schools.find(and(gt("n", 3), lt("n", 6))))).containsExactly("s4", "s5");
    assertThat(schools.countDocuments(eq("themes", "theme9"))).isEqualTo(60);
    assertThat(ids(schools.find(and(regex("search", "\\Qnummer 59\\E"), regex("search", "9$")))))
        .containsExactly("s59", "s599");
    assertThat(schools.countDocuments(exists("outbox.0"))).isEqualTo(6);
    assertThat(ids(schools.find(eq("outbox.v", 300)))).containsExactly("s300");
  }

  @Test
  void findsWhatHasChangedByItsNewValuesOnly() {
    manySchools();
    assertThat(schools.countDocuments(eq("owner", "board:0"))).isEqualTo(100);
    schools.updateMany(and(eq("owner", "board:0"), lt("n", 60)), set("owner", "board:9"));
    schools.deleteOne(eq("_id", "s12"));
    schools.replaceOne(eq("_id", "s18"), new Document("owner", "board:1"));

    assertThat(schools.countDocuments(eq("owner", "board:0"))).isEqualTo(90);
    assertThat(schools.countDocuments(eq("owner", "board:1"))).isEqualTo(101);
    assertThat(ids(schools.find(eq("owner", "board:9"))))
        .containsExactly("s0", "s6", "s24", "s30", "s36", "s42", "s48", "s54");
  }

  @Test
  void sortsPagesAndGroups() {
    manySchools();
    assertThat(
            ids(
                schools
                    .find(in("owner", "board:1", "board:2"))
                    .sort(Sorts.orderBy(Sorts.ascending("place"), Sorts.descending("n")))
                    .skip(99)
                    .limit(3)))
        .containsExactly("s1", "s596", "s590");
    assertThat(
            schools.aggregate(
                List.of(
                    Aggregates.match(eq("owner", "board:2")),
                    Aggregates.group("$place", Accumulators.sum("count", 1)))))
        .containsExactly(new Document("_id", "Rotterdam").append("count", 100));
    assertThat(ids(schools.find().batchSize(50))).hasSize(600).doesNotHaveDuplicates();
  }

  @Test
  void givesMoreThanFitsInOneReply() {
    String filling = "x".repeat(1_000_000);
    for (int n = 0; n < 60; n++) {
      schools.insertOne(new Document("_id", "big" + n).append("filling", filling));
    }
    assertThat(ids(schools.find())).hasSize(60).doesNotHaveDuplicates();
    assertThat(ids(schools.aggregate(List.of(Aggregates.match(exists("filling"))))))
        .hasSize(60)
        .doesNotHaveDuplicates();
    assertThat(schools.deleteMany(exists("filling")).getDeletedCount()).isEqualTo(60);
  }

  @Test
  void keepsEverythingOverARestart() {
    manySchools();
    schools.deleteMany(eq("owner", "board:3"));
    schools.updateOne(eq("_id", "s1"), set("place", "Gouda"));
    client.getDatabase("events").getCollection("gone").insertOne(new Document("a", 1));
    client.getDatabase("events").getCollection("gone").drop();
    List<Document> before = schools.find().into(new ArrayList<>());
    reopen();

    assertThat(schools.find()).containsExactlyElementsOf(before);
    assertThat(client.getDatabase("events").listCollectionNames()).isEmpty();
    schools.insertOne(new Document("_id", "later"));
    assertThat(ids(schools.find())).endsWith("later");
    assertThat(client.listDatabaseNames()).contains("partnership");
  }

  @Test
  void losesNoUpdateOfManyThreadsToOneDocument() throws Exception {
    schools.insertOne(new Document("_id", "c").append("n", 0).append("version", 0));
    inParallel(
        16,
        () -> {
          for (int n = 0; n < 50; n++) {
            schools.updateOne(eq("_id", "c"), inc("n", 1));
            boolean written = false;
            while (!written) {
              Document now = read("c");
              int version = now.getInteger("version");
              written =
                  schools
                          .updateOne(
                              and(eq("_id", "c"), eq("version", version)),
                              set("version", version + 1))
                          .getMatchedCount()
                      == 1;
            }
          }
          return null;
        });
    assertThat(schools.find(eq("_id", "c")).first())
        .containsEntry("n", 800)
        .containsEntry("version", 800);
  }

  @Test
  void neverShowsHalfAChange() throws Exception {
    schools.insertOne(halves(0));
    try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
      Future<?> writing = writer.submit(this::writeHalves);
      inParallel(
          3,
          () -> {
            while (!writing.isDone()) {
              Document found = read("h");
              assertThat(found.get("other", Document.class).getInteger("two"))
                  .isEqualTo(found.getInteger("one"));
            }
            return null;
          });
      writing.get();
    }
  }

  private void writeHalves() {
    for (int n = 1; n < 600; n++) {
      schools.replaceOne(eq("_id", "h"), halves(n));
      schools.updateOne(eq("_id", "h"), combine(set("one", n + 1), set("other.two", n + 1)));
    }
  }

  private static Document halves(int n) {
    return new Document("_id", "h")
        .append("one", n)
        .append("filling", "x".repeat(200))
        .append("other", new Document("two", n));
  }

  @Test
  void saysWhyItCannotStart() throws Exception {
    assertThatIllegalStateException()
        .isThrownBy(() -> EmbeddedDatabase.durable(directory.resolve("b"), database.port()))
        .withMessageContaining("Port " + database.port());
    assertThatIllegalStateException()
        .isThrownBy(() -> EmbeddedDatabase.durable(directory.resolve("new/database"), 0))
        .withMessageContaining("in use");
    Path file = Files.writeString(directory.resolve("file"), "x");
    assertThatIllegalStateException()
        .isThrownBy(() -> EmbeddedDatabase.durable(file.resolve("database"), 0))
        .withMessageContaining("Cannot write");
  }

  @Test
  void forgetsWhatWasInMemory() {
    try (EmbeddedDatabase forgetful = EmbeddedDatabase.inMemory();
        MongoClient other = MongoClients.create(forgetful.uri())) {
      MongoCollection<Document> some = other.getDatabase("a").getCollection("b");
      some.insertOne(new Document("_id", 1));
      assertThat(some.find()).containsExactly(new Document("_id", 1));
    }
    try (EmbeddedDatabase forgetful = EmbeddedDatabase.inMemory();
        MongoClient other = MongoClients.create(forgetful.uri())) {
      assertThat(other.getDatabase("a").getCollection("b").find()).isEmpty();
    }
  }

  private static void inParallel(int threads, Callable<?> work) throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> all = new ArrayList<>();
      for (int n = 0; n < threads; n++) {
        all.add(pool.submit(work));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
  }
}
