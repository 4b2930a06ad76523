package nl.samenopleiden.platform.store;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one change leaves in its aggregate's outbox: who made it and when (for the audit trail), and
 * its facts (for the other services).
 */
public final class OutboxEntry {

  private static final JsonMapper FACTS = JsonMapper.builder().build();

  /** Tells one write of a version from another one's attempt at the same version. */
  static final String WRITE = "write";

  private OutboxEntry() {}

  /**
   * The entry of one change, for code that writes an aggregate's document with its own update.
   *
   * @param version the aggregate's version after the change
   * @param sequence how many facts the aggregate had before the change
   */
  public static BsonDocument of(
      long version, long sequence, String by, Instant at, List<Object> facts) {
    BsonArray events = new BsonArray();
    long next = sequence;
    for (Object fact : facts) {
      next++;
      events.add(
          new BsonDocument("sequence", new BsonInt64(next))
              .append("type", new BsonString(fact.getClass().getSimpleName()))
              .append("data", new BsonString(FACTS.writeValueAsString(fact))));
    }
    BsonDocument entry =
        new BsonDocument("version", new BsonInt64(version))
            .append(WRITE, new BsonString(UUID.randomUUID().toString()))
            .append("by", new BsonString(by))
            .append("at", new BsonDateTime(at.toEpochMilli()))
            .append("facts", events);
    SpanContext span = Span.current().getSpanContext();
    if (span.isValid()) {
      entry.append(
          "trace",
          new BsonString(
              "00-%s-%s-%s"
                  .formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex())));
    }
    return entry;
  }
}
