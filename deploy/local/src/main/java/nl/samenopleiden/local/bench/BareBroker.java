package nl.samenopleiden.local.bench;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** How long the broker itself takes from sending to receiving, with nothing around it. */
final class BareBroker {

  private static final int BYTES = 300;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private BareBroker() {}

  static Percentiles measure(String hosts, int times, int perSecond) throws Exception {
    String topic = "samen.bench-" + UUID.randomUUID().toString().substring(0, 8);
    try {
      return measure(hosts, topic, times, perSecond);
    } finally {
      try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", hosts))) {
        admin.deleteTopics(Set.of(topic)).all().get();
      }
    }
  }

  private static Percentiles measure(String hosts, String topic, int times, int perSecond)
      throws Exception {
    Queue<Long> took = new ConcurrentLinkedQueue<>();
    try (var producer =
            new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", hosts, "acks", "all", "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        var consumer =
            new KafkaConsumer<>(
                Map.<String, Object>of(
                    "bootstrap.servers", hosts,
                    "group.id", topic,
                    "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
      producer.send(new ProducerRecord<>(topic, stamped(0))).get();
      consumer.subscribe(Set.of(topic));
      Thread sending =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      Pace.keep(
                          times,
                          perSecond,
                          _ ->
                              producer.send(
                                  new ProducerRecord<>(topic, stamped(System.nanoTime()))));
                    } catch (Exception failed) {
                      throw new IllegalStateException(failed);
                    }
                  });
      long end = System.nanoTime() + PATIENCE.toNanos() + times * 1_000_000_000L / perSecond;
      while (took.size() < times && System.nanoTime() < end) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(
                record -> {
                  long sent = ByteBuffer.wrap(record.value()).getLong();
                  if (sent > 0) {
                    took.add(System.nanoTime() - sent);
                  }
                });
      }
      sending.join();
    }
    return Percentiles.ofNanos(took);
  }

  private static byte[] stamped(long nanos) {
    return ByteBuffer.allocate(BYTES).putLong(nanos).array();
  }
}
