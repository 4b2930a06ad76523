package nl.samenopleiden.platform.test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import nl.samenopleiden.platform.tenancy.OwnedId;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Tells events as another service would, and hears what the service under test tells. */
final class Broker {

  private final String prefix;
  private final String service;
  private final String servers;
  private final KafkaProducer<String, byte[]> producer;
  private final Map<String, AtomicLong> sequences = new ConcurrentHashMap<>();
  private final List<Heard> heard = new CopyOnWriteArrayList<>();

  Broker(String servers, String prefix, String service) {
    this.prefix = prefix;
    this.service = service;
    this.servers = servers;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    Thread.ofPlatform().daemon().name("heard").start(this::listen);
  }

  List<Heard> heard() {
    return List.copyOf(heard);
  }

  void tell(String from, String aggregate, OwnedId id, String type, Object fact) {
    long sequence =
        sequences.computeIfAbsent(from + aggregate + id, _ -> new AtomicLong()).incrementAndGet();
    tell(from, aggregate, id, sequence, type, Answer.JSON.writeValueAsBytes(fact));
  }

  void tell(String from, String aggregate, OwnedId id, long sequence, String type, byte[] data) {
    ProducerRecord<String, byte[]> event =
        new ProducerRecord<>(prefix + from, null, id.toString(), data);
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            aggregate + "/" + id + "#" + sequence,
            "ce_type",
            "nl.samenopleiden." + from + "." + type,
            "ce_source",
            "/" + from + "/" + aggregate,
            "ce_subject",
            id.value(),
            "ce_time",
            Instant.now().toString(),
            "ce_sequence",
            Long.toString(sequence),
            "ce_owner",
            id.owner().toString(),
            "content-type",
            "application/json")
        .forEach(
            (name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    try {
      producer.send(event).get(30, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    } catch (java.util.concurrent.ExecutionException
        | java.util.concurrent.TimeoutException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void listen() {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                servers,
                "group.id",
                "heard-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest",
                "metadata.max.age.ms",
                "1000"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(prefix + service));
      while (true) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> heard.add(heard(record)));
      }
    }
  }

  private static Heard heard(ConsumerRecord<String, byte[]> record) {
    String type = header(record, "ce_type");
    return new Heard(
        type.substring(type.lastIndexOf('.') + 1),
        header(record, "ce_source"),
        OwnedId.parse(record.key()),
        Long.parseLong(header(record, "ce_sequence")),
        header(record, "traceparent"),
        Answer.JSON.readTree(record.value()));
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
