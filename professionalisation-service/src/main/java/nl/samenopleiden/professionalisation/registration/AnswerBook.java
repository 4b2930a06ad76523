package nl.samenopleiden.professionalisation.registration;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.store.Documents;
import nl.samenopleiden.platform.store.TenantCollection;
import nl.samenopleiden.platform.store.TenantCollection.Write;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.professionalisation.course.Offer;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What people answered, beside their registrations and under the same names: the desk never waits
 * for it.
 */
@Component
final class AnswerBook {

  /** How long after a course has ended it is still known what people needed. */
  static final Duration NEEDS_KEPT = Duration.ofDays(14);

  private static final String UNTIL = "needsUntil";
  private static final int MOST_AT_ONCE = 500;

  /**
   * The answers of one registration as the database holds them.
   *
   * @param needs left out when there are none, or when they have been forgotten
   * @param needsUntil when the needs are to be forgotten; there as long as they are
   */
  record Kept(
      String course, List<String> answers, @Nullable String needs, @Nullable Instant needsUntil) {}

  private final TenantCollection collection;

  AnswerBook(Collections collections) {
    collection = collections.named("answers");
    collection.indexWaiting(UNTIL);
  }

  /** Keeps what somebody answered, instead of what the person answered before. */
  void keep(OwnedId registration, OwnedId course, Offer offer, Answers given) {
    Answers asked = given.to(offer.asking());
    Kept kept =
        asked.needs().isEmpty()
            ? new Kept(course.toString(), asked.answers(), null, null)
            : new Kept(
                course.toString(), asked.answers(), asked.needs(), offer.endsAt().plus(NEEDS_KEPT));
    collection.write(List.of(new Write.Replace(registration, null, Documents.toBson(kept), true)));
  }

  /** What was answered with this registration. */
  Optional<Answers> find(OwnedId registration) {
    return collection.find(Scope.of(registration.owner()), registration).map(AnswerBook::answers);
  }

  /** What was answered with those of these registrations that are in scope. */
  Map<OwnedId, Answers> find(Scope scope, Collection<OwnedId> registrations) {
    Map<OwnedId, Answers> found = new HashMap<>();
    for (BsonDocument each : collection.findAll(scope, registrations)) {
      found.put(OwnedId.parse(each.getString("_id").getValue()), answers(each));
    }
    return found;
  }

  /** Forgets what was answered with this registration. */
  void forget(OwnedId registration) {
    collection.remove(registration);
  }

  /** Forgets some of the needs that were to be kept until before this time; says how many. */
  int forgetNeeds(Instant now) {
    List<BsonDocument> due =
        collection.waiting(Filters.lt(UNTIL, new BsonDateTime(now.toEpochMilli())), MOST_AT_ONCE);
    for (BsonDocument each : due) {
      collection.update(
          OwnedId.parse(each.getString("_id").getValue()),
          Filters.eq(UNTIL, each.get(UNTIL)),
          Updates.combine(Updates.unset("needs"), Updates.unset(UNTIL)));
    }
    return due.size();
  }

  private static Answers answers(BsonDocument document) {
    Kept kept = Documents.fromBson(document, Kept.class);
    return new Answers(kept.answers(), kept.needs());
  }
}
