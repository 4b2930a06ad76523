package nl.samenopleiden.professionalisation.evaluation;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.store.Documents;
import nl.samenopleiden.platform.store.TenantCollection;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.professionalisation.course.Offer;
import nl.samenopleiden.professionalisation.registration.Seats.Seat;
import org.bson.BsonDocument;
import org.springframework.stereotype.Component;

/**
 * Who can answer, and that somebody has, so that nobody does twice; named and owned as the person's
 * seat. What the person answered is not here, and neither is when: all of a course are written
 * together before anybody answers, so that not even their order in the database tells who came
 * after whom. They are forgotten when the evaluation is counted.
 */
@Component
final class Invitees {

  private static final String COURSE = "course";
  private static final String INVITED = "invited";
  private static final String ANSWERED = "answered";

  /**
   * Somebody who had a seat.
   *
   * @param invited whether the mail has been written, or is not to be
   */
  record Invitee(String course, boolean invited, boolean answered) {}

  private final TenantCollection collection;

  Invitees(Collections collections) {
    collection = collections.named("evaluation-invitee");
    collection.index(false, COURSE);
    collection.indexWaiting(COURSE);
  }

  /** Writes down who had a seat; who has been stays as it was. */
  void write(OwnedId course, List<Seat> seats) {
    Invitee fresh = new Invitee(course.toString(), false, false);
    Map<OwnedId, BsonDocument> documents = new HashMap<>();
    seats.forEach(seat -> documents.put(seat.id(), Documents.toBson(fresh)));
    collection.insertAll(documents);
  }

  /** Whether this person has answered. */
  boolean hasAnswered(OwnedId seat) {
    return collection
        .find(Scope.of(seat.owner()), seat)
        .map(each -> Documents.fromBson(each, Invitee.class).answered())
        .orElse(false);
  }

  /** Notes that this person answers now; false when the person had before. */
  boolean answers(OwnedId seat) {
    return collection
        .update(seat, Filters.eq(ANSWERED, false), Updates.set(ANSWERED, true))
        .isPresent();
  }

  /** Takes that back: the answer could not be kept. */
  void answersNot(OwnedId seat) {
    collection.update(seat, null, Updates.set(ANSWERED, false));
  }

  /** Those in scope who have not been invited yet. */
  List<OwnedId> uninvited(Scope scope, OwnedId course) {
    return collection
        .list(
            scope,
            Filters.and(Filters.eq(COURSE, course.toString()), Filters.eq(INVITED, false)),
            null,
            Offer.MOST_SEATS)
        .stream()
        .map(Invitees::id)
        .toList();
  }

  /** Notes that this person's mail has been written. */
  void invited(OwnedId seat) {
    collection.update(seat, null, Updates.set(INVITED, true));
  }

  /** Forgets who could answer, and who did. */
  void forget(OwnedId course) {
    collection
        .waiting(Filters.eq(COURSE, course.toString()), Integer.MAX_VALUE)
        .forEach(each -> collection.remove(id(each)));
  }

  private static OwnedId id(BsonDocument document) {
    return OwnedId.parse(document.getString("_id").getValue());
  }
}
