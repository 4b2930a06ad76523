package nl.samenopleiden.platform.inbox;

import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.store.Documents;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.TenantCollection;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * Events that could not be read are set aside with their reason, and every later event of the same
 * aggregate waits behind them, so that order holds; everything else goes on. An operator sees them
 * and has them tried again.
 */
public final class DeadLetters {

  private static final Scope OPERATOR = Scope.of(Owner.OPERATOR);

  /**
   * One event that was set aside.
   *
   * @param key the aggregate's key
   * @param reason why it could not be read, or what it waits behind
   */
  public record DeadLetter(
      String topic,
      int partition,
      long offset,
      String key,
      String type,
      String reason,
      Instant at,
      List<HeaderText> headers,
      String body) {}

  /** One header of the event. */
  public record HeaderText(String name, String value) {}

  private final TenantCollection collection;
  private final Clock clock;
  private final Set<String> parked = ConcurrentHashMap.newKeySet();

  DeadLetters(Collections collections, Clock clock) {
    this.collection = collections.named("dead-letters");
    this.clock = clock;
  }

  /** Reads again which aggregates wait. */
  void load() {
    Set<String> keys = ConcurrentHashMap.newKeySet();
    collection.list(OPERATOR, null, null, 100_000).stream()
        .map(each -> each.getString("topic").getValue() + each.getString("key").getValue())
        .forEach(keys::add);
    parked.retainAll(keys);
    parked.addAll(keys);
  }

  boolean holds(ConsumerRecord<String, byte[]> record) {
    return parked.contains(record.topic() + record.key());
  }

  void park(ConsumerRecord<String, byte[]> record, String reason) {
    List<HeaderText> headers = new ArrayList<>();
    record
        .headers()
        .forEach(
            header ->
                headers.add(
                    new HeaderText(
                        header.key(), new String(header.value(), StandardCharsets.UTF_8))));
    String key = record.key() == null ? "" : record.key();
    String type =
        headers.stream()
            .filter(header -> header.name().equals("ce_type"))
            .map(HeaderText::value)
            .findFirst()
            .orElse("");
    DeadLetter letter =
        new DeadLetter(
            record.topic(),
            record.partition(),
            record.offset(),
            key,
            type,
            reason,
            clock.instant(),
            headers,
            new String(record.value(), StandardCharsets.UTF_8));
    // Named by its place in the topic, so that setting it aside twice is once.
    collection.insert(id(letter), Documents.toBson(letter));
    parked.add(record.topic() + key);
  }

  /** What was set aside, oldest first. */
  public Page<DeadLetter> page(PageRequest page) {
    return collection
        .page(OPERATOR, null, Sorts.ascending("at"), page)
        .map(each -> Documents.fromBson(each, DeadLetter.class));
  }

  /** How many are set aside. */
  public long count() {
    return collection.count(OPERATOR, null);
  }

  /**
   * Tries everything again, in order; what still cannot be read stays, with what waits behind it.
   *
   * @return how many were read now
   */
  int replay(Consumer<ConsumerRecord<String, byte[]>> handle) {
    List<DeadLetter> letters =
        collection.list(OPERATOR, null, Sorts.ascending("partition", "offset"), 100_000).stream()
            .map(each -> Documents.fromBson(each, DeadLetter.class))
            .toList();
    Set<String> stuck = ConcurrentHashMap.newKeySet();
    int read = 0;
    for (DeadLetter letter : letters) {
      String key = letter.topic() + letter.key();
      if (stuck.contains(key)) {
        continue;
      }
      try {
        handle.accept(record(letter));
        collection.remove(id(letter));
        read++;
      } catch (RuntimeException still) {
        stuck.add(key);
      }
    }
    load();
    return read;
  }

  private static OwnedId id(DeadLetter letter) {
    return new OwnedId(
        Owner.OPERATOR, letter.topic() + "~" + letter.partition() + "~" + letter.offset());
  }

  private static ConsumerRecord<String, byte[]> record(DeadLetter letter) {
    RecordHeaders headers = new RecordHeaders();
    letter
        .headers()
        .forEach(
            header -> headers.add(header.name(), header.value().getBytes(StandardCharsets.UTF_8)));
    return new ConsumerRecord<>(
        letter.topic(),
        letter.partition(),
        letter.offset(),
        letter.at().toEpochMilli(),
        TimestampType.CREATE_TIME,
        0,
        0,
        letter.key(),
        letter.body().getBytes(StandardCharsets.UTF_8),
        headers,
        Optional.empty());
  }
}
