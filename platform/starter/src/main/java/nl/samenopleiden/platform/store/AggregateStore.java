package nl.samenopleiden.platform.store;

import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Scope;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates of one type: each is one document {@code {_id, owner, version, sequence, state,
 * outbox}}, so that a state and the facts that led to it are written together or not at all. A
 * change that lost a race is decided again.
 *
 * @param <S> the aggregate's state: a record, or a sealed interface of records that carries
 *     Jackson's {@code @JsonTypeInfo}; fields are queried as {@code state.<field>}
 */
public final class AggregateStore<S> {

  private static final int MOST_RACES = 200;

  private final String type;
  private final Class<S> stateType;
  private final TenantCollection collection;
  private final TenantCollection audit;
  private final OutboxRelay relay;
  private final Clock clock;
  private final Function<S, @Nullable String> searchText;

  AggregateStore(
      String type,
      Class<S> stateType,
      TenantCollection collection,
      TenantCollection audit,
      OutboxRelay relay,
      Clock clock,
      Function<S, @Nullable String> searchText) {
    this.type = type;
    this.stateType = stateType;
    this.collection = collection;
    this.audit = audit;
    this.relay = relay;
    this.clock = clock;
    this.searchText = searchText;
  }

  /** The aggregate with this id, if it is in scope. */
  public Optional<Stored<S>> find(Scope scope, OwnedId id) {
    return collection.find(scope, id).map(this::stored);
  }

  /** The aggregate that has this value as its id under one of the scope's owners. */
  public Optional<Stored<S>> find(Scope scope, String value) {
    return collection.find(scope, value).map(this::stored);
  }

  /** Those of these aggregates that exist and are in scope. */
  public Map<OwnedId, S> findAll(Scope scope, Collection<OwnedId> ids) {
    return collection.findAll(scope, ids).stream()
        .map(this::stored)
        .collect(Collectors.toMap(Stored::id, Stored::state));
  }

  /**
   * One page of the aggregates in scope.
   *
   * @param filter on {@code state.<field>}; none means all
   * @param words only those whose search text holds all these words; empty means all
   */
  public Page<Stored<S>> page(
      Scope scope, @Nullable Bson filter, String words, @Nullable Bson order, PageRequest page) {
    return collection.page(scope, Search.filter(filter, words), order, page).map(this::stored);
  }

  /** At most {@code limit} aggregates in scope that the filter holds for. */
  public List<Stored<S>> list(Scope scope, @Nullable Bson filter, @Nullable Bson order, int limit) {
    return collection.list(scope, filter, order, limit).stream().map(this::stored).toList();
  }

  /** How many aggregates in scope the filter holds for. */
  public long count(Scope scope, @Nullable Bson filter) {
    return collection.count(scope, filter);
  }

  /** The collection beneath, for reading and for indexes. */
  public TenantCollection collection() {
    return collection;
  }

  /**
   * Carries out a command: loads the aggregate (empty when there is none yet), decides, and writes
   * what was decided with its facts. Decides again when somebody else changed it meanwhile.
   *
   * @param by the person who wants it, for the audit trail
   * @param id whose it is must have been derived from the caller's access
   * @return the aggregate after the command, or the refusal
   * @throws IllegalStateException when the race is lost 200 times in a row
   */
  public Outcome<Stored<S>> change(
      String by, OwnedId id, Function<Optional<S>, Decision<S>> decide) {
    Scope scope = Scope.of(id.owner());
    for (int attempt = 0; attempt < MOST_RACES; attempt++) {
      Optional<BsonDocument> before = collection.find(scope, id);
      Optional<Stored<S>> current = before.map(this::stored);
      switch (decide.apply(current.map(Stored::state))) {
        case Decision.Refused<S>(var refusal) -> {
          return Outcome.refused(refusal);
        }
        case Decision.Unchanged<S> _ -> {
          return Outcome.done(
              current.orElseThrow(() -> new IllegalStateException("unchanged, yet not there")));
        }
        case Decision.Accepted<S>(var state, var facts) -> {
          BsonDocument after = document(before.orElse(null), by, state, facts);
          boolean written =
              before.isEmpty()
                  ? collection.insert(id, after)
                  : collection.replace(
                      id, Filters.eq("version", version(before.orElseThrow())), after);
          if (written) {
            relay.hint(type, id);
            return Outcome.done(new Stored<>(id, version(after), state));
          }
        }
      }
    }
    throw new IllegalStateException("too many changes at once of one " + type);
  }

  /** One of many commands that are written together. */
  public record Command<S>(OwnedId id, Function<Optional<S>, Decision<S>> decide) {}

  /**
   * Carries out many commands on different aggregates with one read and one write, for imports.
   * What lost a race is carried out again by itself.
   *
   * @param by the person who wants it, for the audit trail
   * @return the outcomes, in the commands' order
   */
  public List<Outcome<Stored<S>>> changeAll(String by, Scope scope, List<Command<S>> commands) {
    Map<OwnedId, BsonDocument> before = new HashMap<>();
    for (BsonDocument each :
        collection.findAll(scope, commands.stream().map(Command::id).toList())) {
      before.put(OwnedId.parse(each.getString("_id").getValue()), each);
    }
    List<TenantCollection.Write> writes = new ArrayList<>();
    Map<OwnedId, BsonDocument> attempted = new HashMap<>();
    List<@Nullable Outcome<Stored<S>>> outcomes = new ArrayList<>();
    for (Command<S> command : commands) {
      BsonDocument old = before.get(command.id());
      Optional<Stored<S>> current = Optional.ofNullable(old).map(this::stored);
      switch (command.decide().apply(current.map(Stored::state))) {
        case Decision.Refused<S>(var refusal) -> outcomes.add(Outcome.refused(refusal));
        case Decision.Unchanged<S> _ ->
            outcomes.add(
                Outcome.done(
                    current.orElseThrow(
                        () -> new IllegalStateException("unchanged, yet not there"))));
        case Decision.Accepted<S>(var state, var facts) -> {
          BsonDocument after = document(old, by, state, facts);
          writes.add(
              old == null
                  ? new TenantCollection.Write.Insert(command.id(), after)
                  : new TenantCollection.Write.Replace(
                      command.id(), Filters.eq("version", version(old)), after, false));
          attempted.put(command.id(), after);
          outcomes.add(Outcome.done(new Stored<>(command.id(), version(after), state)));
        }
      }
    }
    if (!writes.isEmpty()) {
      boolean all = false;
      try {
        var result = collection.write(writes);
        all = result.getInsertedCount() + result.getMatchedCount() == writes.size();
      } catch (com.mongodb.MongoBulkWriteException someLost) {
        all = false;
      }
      if (!all) {
        repeatWhatWasLost(by, scope, commands, attempted, outcomes);
      }
      attempted.keySet().forEach(id -> relay.hint(type, id));
    }
    return outcomes.stream().map(java.util.Objects::requireNonNull).toList();
  }

  /**
   * Some of the writes were not made. Which ones cannot be told from their number: a version that
   * is there now may be somebody else's, so the outbox, or the audit trail, says whose it is.
   */
  private void repeatWhatWasLost(
      String by,
      Scope scope,
      List<Command<S>> commands,
      Map<OwnedId, BsonDocument> attempted,
      List<@Nullable Outcome<Stored<S>>> outcomes) {
    Map<OwnedId, BsonDocument> now = new HashMap<>();
    for (BsonDocument each : collection.findAll(scope, attempted.keySet())) {
      now.put(OwnedId.parse(each.getString("_id").getValue()), each);
    }
    for (int i = 0; i < commands.size(); i++) {
      Command<S> command = commands.get(i);
      BsonDocument ours = attempted.get(command.id());
      if (ours != null && !wasWritten(command.id(), ours, now.get(command.id()))) {
        outcomes.set(i, change(by, command.id(), command.decide()));
      }
    }
  }

  private boolean wasWritten(OwnedId id, BsonDocument ours, @Nullable BsonDocument now) {
    long version = version(ours);
    if (now == null || version(now) < version) {
      return false;
    }
    BsonString write = write(ours.getArray("outbox").getLast().asDocument());
    for (BsonValue each : now.getArray("outbox", new BsonArray())) {
      if (each.asDocument().getInt64("version").getValue() == version) {
        return write(each.asDocument()).equals(write);
      }
    }
    return audit
        .find(Scope.of(id.owner()), OutboxRelay.trailOf(type, id, version))
        .map(row -> write(row).equals(write))
        .orElse(false);
  }

  private static BsonString write(BsonDocument entry) {
    return entry.getString(OutboxEntry.WRITE);
  }

  private BsonDocument document(
      @Nullable BsonDocument before, String by, S state, List<Object> facts) {
    long version = before == null ? 1 : version(before) + 1;
    long sequence = before == null ? 0 : before.getInt64("sequence").getValue();
    BsonArray outbox =
        before == null ? new BsonArray() : before.getArray("outbox", new BsonArray()).clone();
    BsonDocument change = OutboxEntry.of(version, sequence, by, clock.instant(), facts);
    outbox.add(change);
    BsonDocument document =
        new BsonDocument("version", new BsonInt64(version))
            .append("sequence", new BsonInt64(sequence + facts.size()))
            .append("changed", new BsonDateTime(clock.millis()))
            .append("state", Json.toBson(state));
    String text = searchText.apply(state);
    if (text != null) {
      document.append("search", new BsonString(Search.normal(text)));
    }
    return document.append("outbox", outbox);
  }

  private Stored<S> stored(BsonDocument document) {
    return new Stored<>(
        OwnedId.parse(document.getString("_id").getValue()),
        version(document),
        Json.fromBson(document.getDocument("state"), stateType));
  }

  private static long version(BsonDocument document) {
    return document.getInt64("version").getValue();
  }
}
