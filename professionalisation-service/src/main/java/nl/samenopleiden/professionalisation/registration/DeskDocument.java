package nl.samenopleiden.professionalisation.registration;

import java.time.Instant;
import java.util.List;
import nl.samenopleiden.platform.tenancy.OwnedId;
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

/**
 * A desk as the database holds it: its numbers, and the note of the registrations that moved with
 * the last decision. Who waits is not in it: that stands in the registrations.
 *
 * @param version counts its decisions
 * @param note what was decided last; carried out by now, or to be carried out
 */
record DeskDocument(long version, Terms terms, long last, int seated, List<Move> note) {

  static BsonDocument of(long version, Desk desk, List<Move> note, Instant at) {
    BsonArray moves = new BsonArray();
    note.forEach(move -> moves.add(noted(move)));
    Terms terms = desk.terms();
    return new BsonDocument("version", new BsonInt64(version))
        .append("course", new BsonInt64(terms.version()))
        .append("title", new BsonString(terms.title()))
        .append("seats", new BsonInt32(terms.seats()))
        .append("cancelled", BsonBoolean.valueOf(terms.cancelled()))
        .append("last", new BsonInt64(desk.last()))
        .append("seated", new BsonInt32(desk.seated()))
        .append("waiting", new BsonInt32(desk.waiting().size()))
        .append("noted", new BsonDateTime(at.toEpochMilli()))
        .append("note", moves);
  }

  static DeskDocument read(BsonDocument document) {
    return new DeskDocument(
        document.getInt64("version").getValue(),
        new Terms(
            document.getInt64("course").getValue(),
            document.getString("title").getValue(),
            document.getInt32("seats").getValue(),
            document.getBoolean("cancelled").getValue()),
        document.getInt64("last").getValue(),
        document.getInt32("seated").getValue(),
        document.getArray("note", new BsonArray()).stream()
            .map(each -> move(each.asDocument()))
            .toList());
  }

  private static BsonDocument noted(Move move) {
    BsonArray steps = new BsonArray();
    for (Step step : move.steps()) {
      steps.add(
          new BsonDocument("kind", new BsonString(step.kind().name()))
              .append("number", new BsonInt64(step.number()))
              .append("waiting", new BsonInt32(step.waiting())));
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
        document.getInt32("waiting").getValue());
  }
}
