package nl.samenopleiden.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events come through, in order, and outlive the broker. */
class BrokerTest {

  private static final int RECORDS_BEFORE_THE_KILL = 2000;

  @TempDir Path directory;

  @Test
  void bringsEventsToAGroupInOrderAndMakesTopicsWhenTheyAreFirstUsed() {
    try (EmbeddedBroker broker = EmbeddedBroker.temporary();
        KafkaProducer<String, String> producer = producer(broker.bootstrapServers());
        KafkaConsumer<String, String> consumer = consumer(broker.bootstrapServers())) {
      for (int n = 0; n < 200; n++) {
        producer.send(new ProducerRecord<>("samen.events", "evening", "v" + n));
      }
      producer.flush();
      consumer.subscribe(List.of("samen.events"));
      List<String> heard = new ArrayList<>();
      while (heard.size() < 200) {
        consumer.poll(Duration.ofSeconds(1)).forEach(record -> heard.add(record.value()));
      }
      consumer.commitSync();
      assertThat(heard)
          .containsExactlyElementsOf(IntStream.range(0, 200).mapToObj(n -> "v" + n).toList());
      assertThat(producer.partitionsFor("samen.events")).hasSize(6);
    }
  }

  @Test
  void saysWhyItCannotStart() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "x");
    assertThatIllegalStateException()
        .isThrownBy(
            () -> EmbeddedBroker.start(file.resolve("broker"), Child.freePort(), Child.freePort()))
        .withMessageContaining("Cannot use");
    try (EmbeddedDatabase database = EmbeddedDatabase.inMemory();
        Child taken = Child.start(BrokerMain.class, directory, Child.freePort(), database.port())) {
      assertThat(taken.words()).hasLineCount(1).contains("Port " + database.port());
      assertThat(taken.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void losesNothingAcknowledgedWhenKilledThreeTimes() throws Exception {
    Path kept = directory.resolve("broker");
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    for (int round = 0; round < 3; round++) {
      int port = Child.freePort();
      try (Child child = Child.start(BrokerMain.class, kept, port, Child.freePort()).ready()) {
        CountDownLatch enough = new CountDownLatch(RECORDS_BEFORE_THE_KILL);
        KafkaProducer<String, String> producer = producer("127.0.0.1:" + port);
        for (int n = 0; n < 2 * RECORDS_BEFORE_THE_KILL; n++) {
          String value = round + "/" + n;
          producer.send(
              new ProducerRecord<>("samen.events", "k" + n % 50, value),
              (_, failure) -> {
                if (failure == null) {
                  acknowledged.add(value);
                  enough.countDown();
                }
              });
        }
        enough.await();
        child.kill();
        producer.close(Duration.ZERO);
      }
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(3 * RECORDS_BEFORE_THE_KILL);
    int port = Child.freePort();
    try (Child child = Child.start(BrokerMain.class, kept, port, Child.freePort()).ready()) {
      assertThat(everything("127.0.0.1:" + port)).containsAll(acknowledged);
      assertThat(child.end()).isIn(0, 143);
    }
  }

  private static Set<String> everything(String servers) {
    try (KafkaConsumer<String, String> consumer = consumer(servers)) {
      List<TopicPartition> all =
          consumer.partitionsFor("samen.events").stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      Set<String> values = new HashSet<>();
      while (all.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
        consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
      }
      return values;
    }
  }

  private static KafkaProducer<String, String> producer(String servers) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", servers, "acks", "all", "linger.ms", "0"),
        new StringSerializer(),
        new StringSerializer());
  }

  private static KafkaConsumer<String, String> consumer(String servers) {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", servers, "group.id", "test", "auto.offset.reset", "earliest"),
        new StringDeserializer(),
        new StringDeserializer());
  }
}
