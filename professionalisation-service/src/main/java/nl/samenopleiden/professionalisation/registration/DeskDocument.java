package nl.samenopleiden.professionalisation.registration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.professionalisation.course.Allotment;
import nl.samenopleiden.professionalisation.course.Draw;
import nl.samenopleiden.professionalisation.course.Shares;
import nl.samenopleiden.professionalisation.course.Shares.Share;
import nl.samenopleiden.professionalisation.registration.Desk.Terms;
import nl.samenopleiden.professionalisation.registration.Move.Kind;
import nl.samenopleiden.professionalisation.registration.Move.Step;
import nl.samenopleiden.professionalisation.registration.Registration.Status;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * A desk as the database holds it: its numbers, and the note of the registrations that moved with
 * the last decision. Who waits is not in it: that stands in the registrations.
 *
 * @param version counts its decisions
 * @param note what was decided last; carried out by now, or to be carried out
 */
record DeskDocument(
    long version,
    Terms terms,
    long last,
    int seated,
    Map<Owner, Integer> seatedOf,
    List<Move> note) {

  static BsonDocument of(long version, Desk desk, List<Move> note, Instant at) {
    BsonArray moves = new BsonArray();
    note.forEach(move -> moves.add(noted(move)));
    Terms terms = desk.terms();
    BsonDocument document =
        new BsonDocument("version", new BsonInt64(version))
            .append("course", new BsonInt64(terms.version()))
            .append("title", new BsonString(terms.title()))
            .append("seats", new BsonInt32(terms.seats()))
            .append("cancelled", BsonBoolean.valueOf(terms.cancelled()))
            .append("starts", new BsonDateTime(terms.startsAt().toEpochMilli()))
            .append("last", new BsonInt64(desk.last()))
            .append("seated", new BsonInt32(desk.seated()))
            .append("waiting", new BsonInt32(desk.waiting().size()))
            .append("entered", new BsonInt32(desk.entered().size()))
            .append("offered", new BsonInt32(desk.offered().size()))
            .append("noted", new BsonDateTime(at.toEpochMilli()))
            .append("note", moves);
    if (!terms.allotment().equals(Allotment.FIRST_COME)) {
      document.append("allotment", allotment(terms.allotment()));
      document.append("seatedOf", counts(desk.seatedOf()));
    }
    desk.dueAfter(Instant.MIN)
        .ifPresent(due -> document.append("due", new BsonDateTime(due.toEpochMilli())));
    return document;
  }

  private static BsonDocument allotment(Allotment allotment) {
    BsonDocument document =
        new BsonDocument("until", new BsonDateTime(allotment.shares().until().toEpochMilli()))
            .append("kept", counts(allotment.shares().byOwner()))
            .append("hours", new BsonInt32(allotment.hoursToAccept()));
    Draw draw = allotment.draw();
    if (draw != null) {
      document
          .append("drawsAt", new BsonDateTime(draw.at().toEpochMilli()))
          .append("seed", new BsonString(draw.seed()));
    }
    return document;
  }

  private static Allotment allotment(BsonDocument document) {
    Map<Owner, Integer> kept = counts(document.getArray("kept"));
    return new Allotment(
        document.containsKey("seed")
            ? new Draw(
                Instant.ofEpochMilli(document.getDateTime("drawsAt").getValue()),
                document.getString("seed").getValue())
            : null,
        kept.isEmpty()
            ? Shares.NONE
            : new Shares(
                kept.entrySet().stream()
                    .map(each -> new Share(each.getKey().code(), each.getValue()))
                    .toList(),
                Instant.ofEpochMilli(document.getDateTime("until").getValue())),
        document.getInt32("hours", new BsonInt32(0)).getValue());
  }

  private static BsonArray counts(Map<Owner, Integer> counts) {
    BsonArray array = new BsonArray();
    counts.forEach(
        (owner, count) ->
            array.add(
                new BsonDocument("owner", new BsonString(owner.toString()))
                    .append("count", new BsonInt32(count))));
    return array;
  }

  /** How many seats are taken by people of each organisation that seats are kept for. */
  static Map<Owner, Integer> seatedOf(BsonDocument document) {
    return counts(document.getArray("seatedOf", new BsonArray()));
  }

  private static Map<Owner, Integer> counts(BsonArray array) {
    return array.stream()
        .map(BsonValue::asDocument)
        .collect(
            Collectors.toMap(
                each -> Owner.parse(each.getString("owner").getValue()),
                each -> each.getInt32("count").getValue()));
  }

  static DeskDocument read(BsonDocument document) {
    return new DeskDocument(
        document.getInt64("version").getValue(),
        new Terms(
            document.getInt64("course").getValue(),
            document.getString("title").getValue(),
            document.getInt32("seats").getValue(),
            document.getBoolean("cancelled").getValue(),
            document.containsKey("allotment")
                ? allotment(document.getDocument("allotment"))
                : Allotment.FIRST_COME,
            // An older desk does not say it; it offers no seats, so it never asks.
            document.get("starts") instanceof BsonDateTime starts
                ? Instant.ofEpochMilli(starts.getValue())
                : Instant.EPOCH),
        document.getInt64("last").getValue(),
        document.getInt32("seated").getValue(),
        seatedOf(document),
        document.getArray("note", new BsonArray()).stream()
            .map(each -> move(each.asDocument()))
            .toList());
  }

  private static BsonDocument noted(Move move) {
    BsonArray steps = new BsonArray();
    for (Step step : move.steps()) {
      BsonDocument noted =
          new BsonDocument("kind", new BsonString(step.kind().name()))
              .append("number", new BsonInt64(step.number()))
              .append("waiting", new BsonInt32(step.waiting()));
      if (step.until() != null) {
        noted.append("until", new BsonDateTime(step.until().toEpochMilli()));
      }
      steps.add(noted);
    }
    BsonDocument document =
        new BsonDocument("id", new BsonString(move.id().toString()))
            .append("version", new BsonInt64(move.version()))
            .append("sequence", new BsonInt64(move.sequence()))
            .append("status", new BsonString(move.status().name()))
            .append("number", new BsonInt64(move.number()))
            .append("steps", steps)
            .append("by", new BsonString(move.by()));
    if (move.school() != null) {
      document.append("school", new BsonString(move.school()));
    }
    return document;
  }

  private static Move move(BsonDocument document) {
    return new Move(
        OwnedId.parse(document.getString("id").getValue()),
        document.getInt64("version").getValue(),
        document.getInt64("sequence").getValue(),
        Status.valueOf(document.getString("status").getValue()),
        document.getInt64("number").getValue(),
        document.getArray("steps").stream().map(each -> step(each.asDocument())).toList(),
        document.getString("by").getValue(),
        RegistrationDocument.text(document, "school"));
  }

  private static Step step(BsonDocument document) {
    return new Step(
        Kind.valueOf(document.getString("kind").getValue()),
        document.getInt64("number").getValue(),
        document.getInt32("waiting").getValue(),
        document.get("until") instanceof BsonDateTime until
            ? Instant.ofEpochMilli(until.getValue())
            : null);
  }
}
