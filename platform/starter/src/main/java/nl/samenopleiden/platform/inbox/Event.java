package nl.samenopleiden.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A fact that a service told, as it came over Kafka (CloudEvents 1.0, binary mode).
 *
 * @param type the fact's name, for example {@code SchoolRegistered}
 * @param source the aggregate's kind, for example {@code /partnership/school}
 * @param id the aggregate, and whose it is
 * @param sequence counts the aggregate's facts from 1
 * @param time when it happened
 * @param data the fact as JSON
 */
public record Event(
    String type, String source, OwnedId id, long sequence, Instant time, byte[] data) {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** The organisation that the fact belongs to. */
  public Owner owner() {
    return id.owner();
  }

  /** The fact as the reader's own record; what the reader does not know is left out. */
  public <T> T as(Class<T> fact) {
    return JSON.readValue(data, fact);
  }

  /**
   * Reads the headers.
   *
   * @throws IllegalArgumentException when one is missing, or key and headers name different owners
   */
  static Event of(ConsumerRecord<String, byte[]> record) {
    String type = header(record, "ce_type");
    OwnedId id = OwnedId.parse(record.key());
    if (!id.owner().toString().equals(header(record, "ce_owner"))
        || !id.value().equals(header(record, "ce_subject"))) {
      throw new IllegalArgumentException("the event's key and headers name different owners");
    }
    return new Event(
        type.substring(type.lastIndexOf('.') + 1),
        header(record, "ce_source"),
        id,
        Long.parseLong(header(record, "ce_sequence")),
        Instant.parse(header(record, "ce_time")),
        record.value());
  }

  static String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    if (header == null) {
      throw new IllegalArgumentException("the event has no header " + name);
    }
    return new String(header.value(), StandardCharsets.UTF_8);
  }
}
