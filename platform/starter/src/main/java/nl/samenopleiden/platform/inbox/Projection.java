package nl.samenopleiden.platform.inbox;

import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.samenopleiden.platform.store.Documents;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.TenantCollection;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Scope;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A service's own copy of what another service tells. Each document holds, beside its {@code data},
 * the last sequence of every aggregate that has changed it, so that an event that comes twice, or
 * late, changes nothing.
 *
 * @param <D> a record; fields are queried as {@code data.<field>}
 */
public final class Projection<D> {

  private static final int MOST_RACES = 100;

  private final TenantCollection collection;
  private final Class<D> type;
  private final Function<D, @Nullable String> searchText;

  Projection(TenantCollection collection, Class<D> type, Function<D, @Nullable String> searchText) {
    this.collection = collection;
    this.type = type;
    this.searchText = searchText;
  }

  /** The copy with this id, if it is in scope. */
  public Optional<D> find(Scope scope, OwnedId id) {
    return collection.find(scope, id).flatMap(this::data);
  }

  /** The copy that has this value as its id under one of the scope's owners. */
  public Optional<D> find(Scope scope, String value) {
    return collection.find(scope, value).flatMap(this::data);
  }

  /** One page of the copies in scope; {@code words} must all stand in the search text. */
  public Page<D> page(
      Scope scope, @Nullable Bson filter, String words, @Nullable Bson order, PageRequest page) {
    return collection
        .page(scope, Documents.search(present(filter), words), order, page)
        .map(each -> data(each).orElseThrow());
  }

  /** At most {@code limit} copies in scope that the filter holds for. */
  public List<D> list(Scope scope, @Nullable Bson filter, @Nullable Bson order, int limit) {
    return collection.list(scope, present(filter), order, limit).stream()
        .flatMap(each -> data(each).stream())
        .toList();
  }

  /** How many copies in scope the filter holds for. */
  public long count(Scope scope, @Nullable Bson filter) {
    return collection.count(scope, present(filter));
  }

  /** How many copies of all owners together: a number for operators, and nothing else. */
  public long total(@Nullable Bson filter) {
    return collection.total(present(filter));
  }

  /** How many copies in scope there are for each value of a text field of the data. */
  public Map<String, Long> countBy(Scope scope, @Nullable Bson filter, String field) {
    return collection.countBy(scope, present(filter), "data." + field);
  }

  /** An index on the owner and these fields of the data. */
  public void index(String... fields) {
    collection.index(
        false, java.util.Arrays.stream(fields).map(each -> "data." + each).toArray(String[]::new));
  }

  /**
   * Changes one copy by an event: the function gets the copy as it is (empty when there is none)
   * and gives what it shall be (empty to forget it). Does nothing when this event, or a later one
   * of its aggregate, has been applied.
   *
   * @return whether anything was applied
   */
  public boolean apply(Event event, OwnedId id, Function<Optional<D>, Optional<D>> change) {
    String source = (event.source() + "|" + event.id()).replace('.', '_').replace('$', '_');
    for (int attempt = 0; attempt < MOST_RACES; attempt++) {
      Optional<BsonDocument> before = collection.find(Scope.of(id.owner()), id);
      BsonDocument seen =
          before.map(each -> each.getDocument("seen").clone()).orElseGet(BsonDocument::new);
      if (seen.containsKey(source) && seen.getInt64(source).getValue() >= event.sequence()) {
        return false;
      }
      seen.append(source, new BsonInt64(event.sequence()));
      BsonDocument after =
          new BsonDocument(
                  "revision",
                  new BsonInt64(
                      before.map(each -> each.getInt64("revision").getValue() + 1).orElse(1L)))
              .append("seen", seen);
      change
          .apply(before.flatMap(this::data))
          .ifPresent(
              data -> {
                after.append("data", Documents.toBson(data));
                String text = searchText.apply(data);
                if (text != null) {
                  after.append("search", new BsonString(Documents.searchable(text)));
                }
              });
      boolean written =
          before.isEmpty()
              ? collection.insert(id, after)
              : collection.replace(
                  id, Filters.eq("revision", before.get().getInt64("revision")), after);
      if (written) {
        return true;
      }
    }
    throw new IllegalStateException("too many changes at once of one copy");
  }

  private static Bson present(@Nullable Bson filter) {
    Bson there = Filters.exists("data");
    return filter == null ? there : Filters.and(there, filter);
  }

  private Optional<D> data(BsonDocument document) {
    return document.containsKey("data")
        ? Optional.of(Documents.fromBson(document.getDocument("data"), type))
        : Optional.empty();
  }
}
