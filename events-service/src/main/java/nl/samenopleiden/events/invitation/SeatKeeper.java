package nl.samenopleiden.events.invitation;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.store.Documents;
import nl.samenopleiden.platform.store.TenantCollection;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Scope;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.springframework.stereotype.Component;

/**
 * Keeps the seats of evenings: one document for each, written only if nobody else wrote it
 * meanwhile. Within this process those who want one of the same evening wait for each other, so
 * that a rush causes no lost races.
 */
@Component
final class SeatKeeper {

  private static final int MOST_RACES = 200;
  private static final String UNSETTLED = "unsettled";

  /** Seats, and the version under which they were read. */
  record Kept(Seats seats, long version) {}

  private final TenantCollection collection;
  private final List<ReentrantLock> locks = Stream.generate(ReentrantLock::new).limit(64).toList();

  SeatKeeper(Collections collections) {
    collection = collections.named("seats");
    collection.indexWaiting(UNSETTLED);
  }

  /** The seats of an evening. */
  Kept of(OwnedId evening) {
    return collection
        .find(Scope.of(evening.owner()), evening)
        .map(SeatKeeper::kept)
        .orElse(new Kept(Seats.NONE, 0));
  }

  /**
   * Takes a seat.
   *
   * @return false when all are taken
   */
  boolean take(OwnedId evening, String who, int turn, int capacity) {
    return change(evening, seats -> seats.take(who, turn, capacity));
  }

  /** Gives a seat back, unless it was taken again since. */
  void giveBack(OwnedId evening, String who, int turn) {
    change(evening, seats -> Optional.of(seats.giveBack(who, turn)));
  }

  /** The evenings whose seats changed since they were last compared with the answers. */
  List<OwnedId> unsettled() {
    return collection.waiting(Filters.eq(UNSETTLED, true), 100).stream()
        .map(each -> OwnedId.parse(each.getString("_id").getValue()))
        .toList();
  }

  /** Notes that the seats as they were read agree with the answers. */
  void settled(OwnedId evening, Kept kept) {
    collection.update(evening, Filters.eq("version", kept.version()), Updates.unset(UNSETTLED));
  }

  private boolean change(OwnedId evening, Function<Seats, Optional<Seats>> decide) {
    ReentrantLock lock = locks.get(Math.floorMod(evening.hashCode(), locks.size()));
    lock.lock();
    try {
      for (int attempt = 0; attempt < MOST_RACES; attempt++) {
        Kept before = of(evening);
        Optional<Seats> after = decide.apply(before.seats());
        if (after.isEmpty()) {
          return false;
        }
        if (after.get().equals(before.seats()) || write(evening, before, after.get())) {
          return true;
        }
      }
      throw new IllegalStateException("too many changes at once of one evening's seats");
    } finally {
      lock.unlock();
    }
  }

  private boolean write(OwnedId evening, Kept before, Seats after) {
    BsonDocument document =
        new BsonDocument("version", new BsonInt64(before.version() + 1))
            .append(UNSETTLED, BsonBoolean.TRUE)
            .append("seats", Documents.toBson(after));
    return before.version() == 0
        ? collection.insert(evening, document)
        : collection.replace(evening, Filters.eq("version", before.version()), document);
  }

  private static Kept kept(BsonDocument document) {
    return new Kept(
        Documents.fromBson(document.getDocument("seats"), Seats.class),
        document.getInt64("version").getValue());
  }
}
