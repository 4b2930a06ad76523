package nl.samenopleiden.professionalisation.registration;

import java.time.Instant;
import nl.samenopleiden.platform.store.Documents;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.professionalisation.registration.Registration.Enroller;
import nl.samenopleiden.professionalisation.registration.Registration.Registrant;
import nl.samenopleiden.professionalisation.registration.Registration.Status;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A registration as the database holds it; {@code pending} is there only while it is. */
final class RegistrationDocument {

  /** Where the platform looks for words. */
  private static final String SEARCH = "search";

  /** There as long as it is pending, when the person wants the place of a colleague only. */
  static final String TAKES_OVER = "takesOver";

  /** The course, where the person is known by the mail address only. */
  static final String BY_MAIL = "byMail";

  /** There as long as a seat is offered. */
  static final String OFFERED_UNTIL = "offeredUntil";

  private RegistrationDocument() {}

  static BsonDocument pending(OwnedId course, Registrant who, Instant at, boolean takesOver) {
    BsonDocument document = pending(course, who, at);
    return takesOver ? document.append(TAKES_OVER, BsonBoolean.TRUE) : document;
  }

  private static BsonDocument pending(OwnedId course, Registrant who, Instant at) {
    BsonDocument document = new BsonDocument("course", new BsonString(course.toString()));
    if (who.enroller() != null) {
      document.append(BY_MAIL, new BsonString(course.toString()));
    }
    return document
        .append("status", new BsonString(Status.PENDING.name()))
        .append("number", new BsonInt64(0))
        .append("version", new BsonInt64(1))
        .append("sequence", new BsonInt64(0))
        .append("pending", new BsonDateTime(at.toEpochMilli()))
        .append("who", who(who))
        .append(SEARCH, name(who))
        .append("outbox", new BsonArray());
  }

  static Bson pendingAgain(long version, Registrant who, Instant at, boolean takesOver) {
    BsonDocument set =
        new BsonDocument("status", new BsonString(Status.PENDING.name()))
            .append("version", new BsonInt64(version))
            .append("pending", new BsonDateTime(at.toEpochMilli()))
            .append("who", who(who))
            .append(SEARCH, name(who));
    if (takesOver) {
      set.append(TAKES_OVER, BsonBoolean.TRUE);
    }
    return new BsonDocument("$set", set);
  }

  /** Whether somebody who was not answered wanted the place of a colleague only. */
  static boolean takesOver(BsonDocument document) {
    return document.containsKey(TAKES_OVER);
  }

  static Registration read(BsonDocument document) {
    BsonDocument who = document.getDocument("who");
    return new Registration(
        OwnedId.parse(document.getString("_id").getValue()),
        OwnedId.parse(document.getString("course").getValue()),
        Status.valueOf(document.getString("status").getValue()),
        document.getInt64("number").getValue(),
        document.getInt64("version").getValue(),
        document.getInt64("sequence").getValue(),
        new Registrant(
            who.getString("person").getValue(),
            who.getString("name").getValue(),
            who.getString("email").getValue(),
            who.getString("language").getValue(),
            text(who, "school"),
            who.get("enroller") instanceof BsonDocument enroller
                ? new Enroller(
                    enroller.getString("person").getValue(), enroller.getString("name").getValue())
                : null,
            who.get("consent") instanceof BsonDocument consent ? consent(consent) : null),
        document.get(OFFERED_UNTIL) instanceof BsonDateTime until
            ? Instant.ofEpochMilli(until.getValue())
            : null);
  }

  private static BsonDocument who(Registrant who) {
    BsonDocument document =
        new BsonDocument("person", new BsonString(who.person()))
            .append("name", new BsonString(who.name()))
            .append("email", new BsonString(who.email()))
            .append("language", new BsonString(who.language()));
    if (who.school() != null) {
      document.append("school", new BsonString(who.school()));
    }
    if (who.enroller() != null) {
      document.append(
          "enroller",
          new BsonDocument("person", new BsonString(who.enroller().person()))
              .append("name", new BsonString(who.enroller().name())));
    }
    if (who.consent() != null) {
      document.append("consent", consent(who.consent()));
    }
    return document;
  }

  private static BsonDocument consent(Consent consent) {
    return switch (consent) {
      case Consent.Asked(var at, var until) ->
          new BsonDocument("is", new BsonString("asked"))
              .append("at", new BsonDateTime(at.toEpochMilli()))
              .append("until", new BsonDateTime(until.toEpochMilli()));
      case Consent.NobodyToAsk() -> new BsonDocument("is", new BsonString("nobody"));
      case Consent.TooLateToAsk() -> new BsonDocument("is", new BsonString("too-late"));
    };
  }

  private static Consent consent(BsonDocument document) {
    return switch (document.getString("is").getValue()) {
      case "asked" ->
          new Consent.Asked(
              Instant.ofEpochMilli(document.getDateTime("at").getValue()),
              Instant.ofEpochMilli(document.getDateTime("until").getValue()));
      case "nobody" -> new Consent.NobodyToAsk();
      default -> new Consent.TooLateToAsk();
    };
  }

  private static BsonString name(Registrant who) {
    return new BsonString(Documents.searchable(who.name()));
  }

  static @Nullable String text(BsonDocument document, String field) {
    return document.get(field) instanceof BsonString text ? text.getValue() : null;
  }
}
