package nl.samenopleiden.platform.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.samenopleiden.platform.store.TenantCollection.Write;
import nl.samenopleiden.platform.tenancy.OwnedId;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Tells the other services what stands in outboxes: in order per aggregate, at once after the write
 * by a hint, and by a sweep what a crash left behind. An entry leaves its outbox only after Kafka
 * has acknowledged its facts and the audit trail holds its change, so both happen at least once;
 * readers skip what they have seen by the aggregate's sequence.
 */
public final class OutboxRelay implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
  private static final int MOST_AT_ONCE = 500;

  /** Those that change at about the same time are told together; nobody notices the wait. */
  private static final Duration GATHER = Duration.ofMillis(10);

  private static final Duration SWEEP = Duration.ofSeconds(3);

  private record Hint(String type, OwnedId id) {}

  private final String service;
  private final String topic;
  private final KafkaTemplate<String, byte[]> kafka;
  private final TenantCollection audit;
  private final Clock clock;
  private final Map<String, TenantCollection> watched = new ConcurrentHashMap<>();
  private final LinkedBlockingQueue<Hint> hints = new LinkedBlockingQueue<>();
  private final List<Thread> workers = new ArrayList<>();
  private volatile boolean running;
  private volatile @Nullable Instant oldest;

  OutboxRelay(
      String service,
      String topic,
      KafkaTemplate<String, byte[]> kafka,
      TenantCollection audit,
      Clock clock) {
    this.service = service;
    this.topic = topic;
    this.kafka = kafka;
    this.audit = audit;
    this.clock = clock;
  }

  void watch(String type, TenantCollection collection) {
    watched.put(type, collection);
    collection.indexWaiting("outbox.at");
  }

  void hint(String type, OwnedId id) {
    hints.add(new Hint(type, id));
  }

  /** How old the oldest entry is that was still waiting at the last sweep; zero when none was. */
  public Duration age() {
    Instant since = oldest;
    return since == null ? Duration.ZERO : Duration.between(since, clock.instant());
  }

  @Override
  public void start() {
    running = true;
    workers.add(Thread.ofVirtual().name("outbox").start(this::serve));
    workers.add(Thread.ofVirtual().name("outbox-sweep").start(this::sweepForEver));
  }

  @Override
  public void stop() {
    running = false;
    workers.forEach(Thread::interrupt);
    workers.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void serve() {
    while (running) {
      List<Hint> taken = new ArrayList<>();
      try {
        taken.add(hints.take());
        TimeUnit.MILLISECONDS.sleep(GATHER.toMillis());
        hints.drainTo(taken, MOST_AT_ONCE - 1);
        Map<String, List<OwnedId>> byType = new java.util.HashMap<>();
        new LinkedHashSet<>(taken)
            .forEach(
                hint -> byType.computeIfAbsent(hint.type(), _ -> new ArrayList<>()).add(hint.id()));
        for (var entry : byType.entrySet()) {
          relay(entry.getKey(), entry.getValue());
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      } catch (Exception failed) {
        // What was not told still stands in its outbox; the sweep comes back for it.
        if (running) {
          log.warn("outbox: telling failed, the sweep will repeat it: {}", failed.toString());
        }
      }
    }
  }

  private void relay(String type, List<OwnedId> ids) throws Exception {
    TenantCollection collection = watched.get(type);
    if (collection == null) {
      return;
    }
    // The first facts of all, then the second of all: a fact is never told before the one that it
    // follows has been acknowledged, so that a failed sending leaves no gap behind it.
    List<List<ProducerRecord<String, byte[]>>> waves = new ArrayList<>();
    List<Write> trail = new ArrayList<>();
    List<Write> told = new ArrayList<>();
    for (BsonDocument document :
        collection.byKeys(ids.stream().map(OwnedId::toString).distinct().toList())) {
      OwnedId id = OwnedId.parse(document.getString("_id").getValue());
      long last = 0;
      int wave = 0;
      for (BsonValue value : document.getArray("outbox", new org.bson.BsonArray())) {
        BsonDocument entry = value.asDocument();
        last = entry.getInt64("version").getValue();
        for (BsonValue fact : entry.getArray("facts")) {
          if (wave == waves.size()) {
            waves.add(new ArrayList<>());
          }
          waves.get(wave++).add(event(type, id, entry, fact.asDocument()));
        }
        trail.add(audited(type, id, entry));
      }
      if (last > 0) {
        told.add(
            new Write.Update(
                id,
                null,
                Updates.pull(
                    "outbox",
                    new BsonDocument("version", new BsonDocument("$lte", new BsonInt64(last))))));
      }
    }
    if (told.isEmpty()) {
      return;
    }
    for (List<ProducerRecord<String, byte[]>> wave : waves) {
      CompletableFuture.allOf(wave.stream().map(kafka::send).toArray(CompletableFuture[]::new))
          .get(30, TimeUnit.SECONDS);
    }
    audit.write(trail);
    collection.write(told);
  }

  /** Names the audit trail's row of one change. */
  static OwnedId trailOf(String type, OwnedId id, long version) {
    return new OwnedId(id.owner(), type + "~" + id.value() + "~" + version);
  }

  private Write audited(String type, OwnedId id, BsonDocument entry) {
    long version = entry.getInt64("version").getValue();
    BsonDocument row =
        new BsonDocument("type", new BsonString(type))
            .append("subject", new BsonString(id.value()))
            .append("version", new BsonInt64(version))
            .append(OutboxEntry.WRITE, entry.getString(OutboxEntry.WRITE))
            .append("by", entry.get("by"))
            .append("at", entry.get("at"))
            .append(
                "facts",
                new org.bson.BsonArray(
                    entry.getArray("facts").stream()
                        .map(fact -> fact.asDocument().get("type"))
                        .toList()));
    return new Write.Replace(trailOf(type, id, version), null, row, true);
  }

  private ProducerRecord<String, byte[]> event(
      String type, OwnedId id, BsonDocument entry, BsonDocument fact) {
    long sequence = fact.getInt64("sequence").getValue();
    ProducerRecord<String, byte[]> event =
        new ProducerRecord<>(
            topic,
            null,
            id.toString(),
            fact.getString("data").getValue().getBytes(StandardCharsets.UTF_8));
    header(event, "ce_specversion", "1.0");
    header(event, "ce_id", type + "/" + id + "#" + sequence);
    header(
        event, "ce_type", "nl.samenopleiden." + service + "." + fact.getString("type").getValue());
    header(event, "ce_source", "/" + service + "/" + type);
    header(event, "ce_subject", id.value());
    header(event, "ce_time", Instant.ofEpochMilli(entry.getDateTime("at").getValue()).toString());
    header(event, "ce_sequence", Long.toString(sequence));
    header(event, "ce_owner", id.owner().toString());
    header(event, "content-type", "application/json");
    if (entry.containsKey("trace")) {
      header(event, "traceparent", entry.getString("trace").getValue());
    }
    return event;
  }

  private static void header(ProducerRecord<String, byte[]> event, String name, String value) {
    event.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private void sweepForEver() {
    while (running) {
      try {
        TimeUnit.MILLISECONDS.sleep(SWEEP.toMillis());
        sweep();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException failed) {
        if (running) {
          log.warn("outbox: sweep failed: {}", failed.toString());
        }
      }
    }
  }

  /** Hints at everything that has waited longer than a sweep takes to come round. */
  private void sweep() {
    Instant now = clock.instant();
    Instant eldest = null;
    for (var each : watched.entrySet()) {
      for (BsonDocument document :
          each.getValue().waiting(Filters.exists("outbox.at"), MOST_AT_ONCE)) {
        Instant since =
            Instant.ofEpochMilli(
                document.getArray("outbox").getFirst().asDocument().getDateTime("at").getValue());
        if (since.isBefore(now.minus(SWEEP))) {
          hint(each.getKey(), OwnedId.parse(document.getString("_id").getValue()));
        }
        eldest = eldest == null || since.isBefore(eldest) ? since : eldest;
      }
    }
    oldest = eldest;
  }
}
