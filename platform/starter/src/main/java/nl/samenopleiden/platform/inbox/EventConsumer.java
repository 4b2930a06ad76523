package nl.samenopleiden.platform.inbox;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.samenopleiden.platform.store.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Reads the topics that the service's capabilities subscribed to. A database that is away is waited
 * for; an event that cannot be read is tried some times and then set aside in the dead letters.
 */
public final class EventConsumer implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(EventConsumer.class);
  private static final int TRIES = 4;

  private final String service;
  private final int reading;
  private static final long ACK_MILLIS = 200;

  private final Topics topics;
  private final Subscriptions subscriptions;
  private final DeadLetters deadLetters;
  private final Freshness freshness;
  private final Clock clock;
  private final ConsumerFactory<String, byte[]> consumers;
  private final KafkaTemplate<String, byte[]> kafka;
  private volatile boolean running;
  private @org.jspecify.annotations.Nullable ConcurrentMessageListenerContainer<String, byte[]>
      container;

  /**
   * Reads for this service.
   *
   * @param reading 1 at first; counted up when the service has a copy that it did not have before:
   *     then everything is read anew, from the first event on. The copies that there are recognise
   *     what they have seen; the new one fills.
   */
  EventConsumer(
      String service,
      int reading,
      Topics topics,
      Subscriptions subscriptions,
      DeadLetters deadLetters,
      Freshness freshness,
      Clock clock,
      ConsumerFactory<String, byte[]> consumers,
      KafkaTemplate<String, byte[]> kafka) {
    this.service = service;
    this.reading = reading;
    this.topics = topics;
    this.subscriptions = subscriptions;
    this.deadLetters = deadLetters;
    this.freshness = freshness;
    this.clock = clock;
    this.consumers = consumers;
    this.kafka = kafka;
  }

  @Override
  public void start() {
    running = true;
    if (subscriptions.services().isEmpty()) {
      return;
    }
    ContainerProperties properties =
        new ContainerProperties(
            subscriptions.services().stream().map(topics::factsOf).toArray(String[]::new));
    properties.setGroupId(
        reading == 1 ? topics.factsOf(service) : topics.factsOf(service) + "." + reading);
    // What is read again after a crash is recognised, so not each event needs a commit of its own.
    properties.setAckMode(ContainerProperties.AckMode.TIME);
    properties.setAckTime(ACK_MILLIS);
    properties.setConsumerRebalanceListener(
        new ConsumerAwareRebalanceListener() {
          @Override
          public void onPartitionsAssigned(
              Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            // Another instance may have set events of these partitions aside.
            deadLetters.load();
          }
        });
    properties.setObservationEnabled(true);
    properties.setMessageListener((MessageListener<String, byte[]>) this::receive);
    ConcurrentMessageListenerContainer<String, byte[]> listening =
        new ConcurrentMessageListenerContainer<>(consumers, properties);
    listening.setConcurrency(3);
    listening.setCommonErrorHandler(errors());
    listening.setBeanName("events");
    container = listening;
    // The database may still be on its way; wait for it beside the start, not in it.
    Thread.ofVirtual()
        .name("events-start")
        .start(
            () -> {
              while (running) {
                try {
                  deadLetters.load();
                  listening.start();
                  return;
                } catch (MongoException away) {
                  log.warn("events: waiting for the database");
                  pause();
                }
              }
            });
  }

  @Override
  public void stop() {
    running = false;
    if (container != null) {
      container.stop();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** How many events this service has not read yet, as far as its consumers know. */
  public long lag() {
    ConcurrentMessageListenerContainer<String, byte[]> listening = container;
    return listening == null
        ? 0
        : listening.metrics().values().stream()
            .flatMap(each -> each.entrySet().stream())
            .filter(each -> each.getKey().name().equals("records-lag-max"))
            .map(each -> each.getValue().metricValue())
            .filter(value -> value instanceof Double number && !number.isNaN())
            .mapToLong(value -> ((Double) value).longValue())
            .max()
            .orElse(0);
  }

  int replay() {
    return deadLetters.replay(this::handle);
  }

  private void receive(ConsumerRecord<String, byte[]> record) {
    if (deadLetters.holds(record)) {
      setAside(record, "waits behind an earlier event of the same aggregate");
      return;
    }
    handle(record);
  }

  private void handle(ConsumerRecord<String, byte[]> record) {
    Event event = Event.of(record);
    MDC.put("tenant", event.owner().toString());
    try {
      List<java.util.function.Consumer<Event>> handlers = subscriptions.handlersOf(event);
      handlers.forEach(handler -> handler.accept(event));
      if (!handlers.isEmpty()) {
        freshness.applied(event.time(), clock.instant());
      }
    } finally {
      MDC.remove("tenant");
    }
  }

  private DefaultErrorHandler errors() {
    ExponentialBackOffWithMaxRetries some = new ExponentialBackOffWithMaxRetries(TRIES);
    some.setInitialInterval(100);
    some.setMultiplier(3);
    DefaultErrorHandler handler =
        new DefaultErrorHandler(
            (record, failure) -> {
              @SuppressWarnings("unchecked")
              ConsumerRecord<String, byte[]> typed = (ConsumerRecord<String, byte[]>) record;
              Throwable cause = failure.getCause() == null ? failure : failure.getCause();
              log.error(
                  "events: set aside {} at {}-{}@{}: {}",
                  service,
                  record.topic(),
                  record.partition(),
                  record.offset(),
                  cause.getClass().getSimpleName());
              setAside(typed, cause.getClass().getSimpleName() + ": " + cause.getMessage());
            },
            some);
    BackOff forEver = new FixedBackOff(500, FixedBackOff.UNLIMITED_ATTEMPTS);
    handler.setBackOffFunction((_, failure) -> databaseIsAway(failure) ? forEver : some);
    return handler;
  }

  private void setAside(ConsumerRecord<String, byte[]> record, String reason) {
    ProducerRecord<String, byte[]> letter =
        new ProducerRecord<>(topics.deadLettersOf(service), null, record.key(), record.value());
    record.headers().forEach(header -> letter.headers().add(header));
    letter.headers().add("samen_reason", reason.getBytes(StandardCharsets.UTF_8));
    try {
      kafka.send(letter).get(30, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while setting an event aside", stopped);
    } catch (java.util.concurrent.ExecutionException
        | java.util.concurrent.TimeoutException failed) {
      throw new IllegalStateException("the dead letter could not be written", failed);
    }
    deadLetters.park(record, reason);
  }

  private static boolean databaseIsAway(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof MongoException && !(each instanceof MongoWriteException)) {
        return true;
      }
    }
    return false;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(500);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
