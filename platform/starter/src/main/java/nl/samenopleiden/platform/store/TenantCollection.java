package nl.samenopleiden.platform.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Scope;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The one door to a collection of documents that belong to owners. Every id, filter, insert and
 * index carries the owner; what comes back is checked against the scope once more. A document has
 * {@code _id} (the {@link OwnedId}'s text), {@code owner}, and fields of its own.
 */
public final class TenantCollection {

  private final MongoCollection<BsonDocument> documents;
  private final Consumer<Runnable> atStart;

  /**
   * A door to this collection.
   *
   * @param atStart takes what is to be done once, as soon as the database answers
   */
  TenantCollection(MongoCollection<BsonDocument> documents, Consumer<Runnable> atStart) {
    this.documents = documents;
    this.atStart = atStart;
  }

  /** The document with this id, if it is in scope. */
  public Optional<BsonDocument> find(Scope scope, OwnedId id) {
    if (!scope.contains(id.owner())) {
      return Optional.empty();
    }
    return Optional.ofNullable(documents.find(byId(id)).first())
        .map(found -> checked(scope, found));
  }

  /** The document that has this value as its id under one of the scope's owners. */
  public Optional<BsonDocument> find(Scope scope, String value) {
    List<BsonString> keys =
        scope.owners().stream()
            .map(owner -> new BsonString(new OwnedId(owner, value).toString()))
            .toList();
    Bson filter = keys.size() == 1 ? Filters.eq("_id", keys.getFirst()) : Filters.in("_id", keys);
    return Optional.ofNullable(documents.find(filter).first()).map(found -> checked(scope, found));
  }

  /** Those of these documents that exist and are in scope, in no order. */
  public List<BsonDocument> findAll(Scope scope, Collection<OwnedId> ids) {
    List<BsonString> keys =
        ids.stream()
            .filter(id -> scope.contains(id.owner()))
            .map(id -> new BsonString(id.toString()))
            .toList();
    if (keys.isEmpty()) {
      return List.of();
    }
    List<BsonDocument> found = new ArrayList<>();
    documents.find(Filters.in("_id", keys)).forEach(each -> found.add(checked(scope, each)));
    return found;
  }

  /** One page of the documents in scope that the filter holds for; no filter means all. */
  public Page<BsonDocument> page(
      Scope scope, @Nullable Bson filter, @Nullable Bson order, PageRequest page) {
    Bson scoped = scoped(scope, filter);
    List<BsonDocument> items = new ArrayList<>();
    FindIterable<BsonDocument> found =
        documents.find(scoped).skip(page.number() * page.size()).limit(page.size());
    if (order != null) {
      found.sort(order);
    }
    found.forEach(each -> items.add(checked(scope, each)));
    return new Page<>(items, page.number(), page.size(), documents.countDocuments(scoped));
  }

  /** At most {@code limit} documents in scope that the filter holds for. */
  public List<BsonDocument> list(
      Scope scope, @Nullable Bson filter, @Nullable Bson order, int limit) {
    List<BsonDocument> items = new ArrayList<>();
    FindIterable<BsonDocument> found = documents.find(scoped(scope, filter)).limit(limit);
    if (order != null) {
      found.sort(order);
    }
    found.forEach(each -> items.add(checked(scope, each)));
    return items;
  }

  /** How many documents in scope the filter holds for. */
  public long count(Scope scope, @Nullable Bson filter) {
    return documents.countDocuments(scoped(scope, filter));
  }

  /** How many documents of all owners together: a number for operators, and nothing else. */
  public long total(Bson filter) {
    return documents.countDocuments(filter);
  }

  /** How many documents in scope there are for each value of a text field. */
  public Map<String, Long> countBy(Scope scope, @Nullable Bson filter, String field) {
    Map<String, Long> counts = new TreeMap<>();
    documents
        .aggregate(
            List.of(
                new BsonDocument("$match", scoped(scope, filter).toBsonDocument()),
                BsonDocument.parse(
                    "{\"$group\":{\"_id\":\"$" + field + "\",\"count\":{\"$sum\":1}}}")))
        .forEach(
            group -> {
              if (group.get("_id") instanceof BsonString value) {
                counts.put(value.getValue(), group.getNumber("count").longValue());
              }
            });
    return counts;
  }

  /**
   * Inserts a document.
   *
   * @return false when the id, or something that must be unique, is taken
   */
  public boolean insert(OwnedId id, BsonDocument document) {
    try {
      documents.insertOne(owned(id, document));
      return true;
    } catch (MongoWriteException taken) {
      if (ErrorCategory.fromErrorCode(taken.getError().getCode()) == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw taken;
    }
  }

  /**
   * Inserts many documents in one round trip; each stands by itself.
   *
   * @return those that were not inserted, because their id, or something that must be unique, is
   *     taken
   */
  public Set<OwnedId> insertAll(Map<OwnedId, BsonDocument> fresh) {
    if (fresh.isEmpty()) {
      return Set.of();
    }
    List<OwnedId> ids = List.copyOf(fresh.keySet());
    try {
      documents.insertMany(
          ids.stream().map(id -> owned(id, Objects.requireNonNull(fresh.get(id)))).toList(),
          new InsertManyOptions().ordered(false));
      return Set.of();
    } catch (MongoBulkWriteException some) {
      if (some.getWriteConcernError() != null
          || !some.getWriteErrors().stream()
              .allMatch(
                  error ->
                      ErrorCategory.fromErrorCode(error.getCode())
                          == ErrorCategory.DUPLICATE_KEY)) {
        throw some;
      }
      return some.getWriteErrors().stream()
          .map(error -> ids.get(error.getIndex()))
          .collect(Collectors.toSet());
    }
  }

  /**
   * Replaces a document if the condition still holds for it.
   *
   * @return false when it does not, or the document is not there
   */
  public boolean replace(OwnedId id, Bson condition, BsonDocument document) {
    return documents
            .replaceOne(Filters.and(byId(id), condition), owned(id, document))
            .getMatchedCount()
        == 1;
  }

  /** Updates one document if the condition holds, and gives it back as it has become. */
  public Optional<BsonDocument> update(OwnedId id, @Nullable Bson condition, Bson change) {
    return Optional.ofNullable(
        documents.findOneAndUpdate(
            condition == null ? byId(id) : Filters.and(byId(id), condition),
            change,
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
  }

  /** Removes a document; that it was not there is fine. */
  public void remove(OwnedId id) {
    documents.deleteOne(byId(id));
  }

  /** Many writes in one round trip; each stands by itself, their order is not kept. */
  public BulkWriteResult write(List<Write> writes) {
    List<WriteModel<BsonDocument>> models = new ArrayList<>(writes.size());
    for (Write write : writes) {
      models.add(
          switch (write) {
            case Write.Insert insert ->
                new com.mongodb.client.model.InsertOneModel<>(
                    owned(insert.id(), insert.document()));
            case Write.Replace replace ->
                new com.mongodb.client.model.ReplaceOneModel<>(
                    conditioned(replace.id(), replace.condition()),
                    owned(replace.id(), replace.document()),
                    new com.mongodb.client.model.ReplaceOptions().upsert(replace.upsert()));
            case Write.Update update ->
                new UpdateOneModel<>(conditioned(update.id(), update.condition()), update.change());
          });
    }
    return documents.bulkWrite(models, new BulkWriteOptions().ordered(false));
  }

  /** One of many writes. */
  public sealed interface Write {
    /** A new document. */
    record Insert(OwnedId id, BsonDocument document) implements Write {}

    /** The document as it shall be, if the condition holds. */
    record Replace(OwnedId id, @Nullable Bson condition, BsonDocument document, boolean upsert)
        implements Write {}

    /** A change to the document, if the condition holds. */
    record Update(OwnedId id, @Nullable Bson condition, Bson change) implements Write {}
  }

  /**
   * Asks for an index whose first key is the owner. It is made when the service starts and the
   * database answers, so that constructing a capability needs no database.
   */
  public void index(boolean unique, String... fields) {
    List<String> keys = new ArrayList<>(List.of("owner"));
    keys.addAll(List.of(fields));
    atStart.accept(
        () -> documents.createIndex(Indexes.ascending(keys), new IndexOptions().unique(unique)));
  }

  /** Asks for an index over all owners, for what {@link #waiting} reads. */
  public void indexWaiting(String... fields) {
    atStart.accept(
        () -> documents.createIndex(Indexes.ascending(fields), new IndexOptions().sparse(true)));
  }

  /**
   * Documents of any owner that wait for work of the platform's own (outboxes, mails). For code
   * that looks after all tenants alike and shows nothing to anybody.
   */
  public List<BsonDocument> waiting(Bson filter, int limit) {
    List<BsonDocument> items = new ArrayList<>();
    documents.find(filter).limit(limit).forEach(items::add);
    return items;
  }

  /** These documents of any owner, by their ids; for the platform's own work. */
  List<BsonDocument> byKeys(Collection<String> keys) {
    List<BsonDocument> items = new ArrayList<>();
    documents
        .find(Filters.in("_id", keys.stream().map(BsonString::new).toList()))
        .forEach(items::add);
    return items;
  }

  private static Bson conditioned(OwnedId id, @Nullable Bson condition) {
    return condition == null ? byId(id) : Filters.and(byId(id), condition);
  }

  private static BsonDocument owned(OwnedId id, BsonDocument document) {
    BsonDocument owned = new BsonDocument("_id", new BsonString(id.toString()));
    owned.append("owner", new BsonString(id.owner().toString()));
    document.forEach(
        (key, value) -> {
          if (!key.equals("_id") && !key.equals("owner")) {
            owned.append(key, value);
          }
        });
    return owned;
  }

  private static Bson byId(OwnedId id) {
    return Filters.eq("_id", new BsonString(id.toString()));
  }

  private static Bson scoped(Scope scope, @Nullable Bson filter) {
    BsonArray owners = new BsonArray();
    scope.texts().forEach(text -> owners.add(new BsonString(text)));
    Bson owner =
        owners.size() == 1
            ? new BsonDocument("owner", owners.getFirst())
            : new BsonDocument("owner", new BsonDocument("$in", owners));
    return filter == null ? owner : Filters.and(owner, filter);
  }

  private static BsonDocument checked(Scope scope, BsonDocument found) {
    OwnedId id = OwnedId.parse(found.getString("_id").getValue());
    if (!scope.contains(id.owner())
        || !id.owner().toString().equals(found.getString("owner").getValue())) {
      throw new IllegalStateException("a document came back that is not in scope");
    }
    return found;
  }
}
