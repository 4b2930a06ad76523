package nl.samenopleiden.professionalisation.study;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.samenopleiden.platform.store.AggregateStore;
import nl.samenopleiden.platform.store.Aggregates;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Caller;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Scope;
import org.bson.BsonDateTime;
import org.springframework.stereotype.Component;

/** How far everybody is with the modules that they follow. */
@Component
final class StudyBook {

  /**
   * How many people follow a module.
   *
   * @param started those who finished it too; not those who stopped
   */
  record Numbers(long started, long finished) {}

  private static final int MOST = 5_000;
  private static final int MOST_AT_ONCE = 500;
  private static final String IS = "state.is";
  private static final String MODULE = "state.module";
  private static final String PERSON = "state.person";
  private static final String LAST_AT = "state.lastAt";

  private final AggregateStore<Study> store;

  StudyBook(Aggregates aggregates) {
    store = aggregates.of("study", Study.class, _ -> null);
    store.collection().index(false, MODULE);
    store.collection().index(false, PERSON);
    store.collection().indexWaiting(LAST_AT);
  }

  /** The caller's study of a module. */
  Optional<Study> find(Caller caller, OwnedId module) {
    OwnedId id = idOf(caller, module);
    return store.find(Scope.of(id.owner()), id).map(Stored::state);
  }

  /** The caller's studies of those of these modules that the caller has one of. */
  Map<OwnedId, Study> find(Caller caller, Collection<OwnedId> modules) {
    List<OwnedId> ids = modules.stream().map(each -> idOf(caller, each)).toList();
    return store.findAll(Scope.of(caller.home()), ids).values().stream()
        .collect(Collectors.toMap(Study::moduleId, Function.identity()));
  }

  /** At most so many modules that the caller is on the way with, the last touched first. */
  List<Study.Begun> begun(Caller caller, int limit) {
    return store
        .list(
            Scope.of(caller.home()),
            Filters.and(Filters.eq(PERSON, caller.person()), Filters.eq(IS, "begun")),
            Sorts.descending(LAST_AT),
            limit)
        .stream()
        .map(Stored::state)
        .filter(Study.Begun.class::isInstance)
        .map(Study.Begun.class::cast)
        .toList();
  }

  /** What the caller has finished, the first finished first. */
  List<Study.Finished> finished(Caller caller) {
    return store
        .list(
            Scope.of(caller.home()),
            Filters.and(Filters.eq(PERSON, caller.person()), Filters.eq(IS, "finished")),
            Sorts.ascending("state.finishedAt"),
            MOST)
        .stream()
        .map(Stored::state)
        .filter(Study.Finished.class::isInstance)
        .map(Study.Finished.class::cast)
        .toList();
  }

  /** How many people in scope follow a module. */
  Numbers numbers(Scope scope, OwnedId module) {
    long begun = count(scope, module, "begun");
    long finished = count(scope, module, "finished");
    return new Numbers(begun + finished, finished);
  }

  private long count(Scope scope, OwnedId module, String is) {
    return store.count(
        scope, Filters.and(Filters.eq(MODULE, module.toString()), Filters.eq(IS, is)));
  }

  /** Some of the studies in which nothing was done since before this time. */
  List<OwnedId> untouchedSince(Instant time) {
    return store
        .collection()
        .waiting(Filters.lt(LAST_AT, new BsonDateTime(time.toEpochMilli())), MOST_AT_ONCE)
        .stream()
        .map(each -> OwnedId.parse(each.getString("_id").getValue()))
        .toList();
  }

  /** Carries out a command on a study. */
  Outcome<Stored<Study>> change(
      String by, OwnedId id, Function<Optional<Study>, Decision<Study>> decide) {
    return store.change(by, id, decide);
  }

  /** The one study that this person can have of this module. */
  static OwnedId idOf(Caller caller, OwnedId module) {
    return new OwnedId(
        caller.home(),
        module.value()
            + "~"
            + UUID.nameUUIDFromBytes(caller.person().getBytes(StandardCharsets.UTF_8)));
  }
}
