package nl.samenopleiden.platform.inbox;

import java.time.Clock;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.store.StoreConfiguration;
import nl.samenopleiden.platform.store.Topics;
import nl.samenopleiden.platform.tenancy.Partnerships;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Reading the others' events, for every service. */
@AutoConfiguration(after = StoreConfiguration.class)
@Import(OperationsApi.class)
public class InboxConfiguration {

  @Bean
  Subscriptions subscriptions() {
    return new Subscriptions();
  }

  @Bean
  Projections projections(Collections collections) {
    return new Projections(collections);
  }

  @Bean
  Partnerships partnerships(Projections projections, Subscriptions subscriptions) {
    return new KnownPartnerships(projections, subscriptions);
  }

  @Bean
  DeadLetters deadLetters(Collections collections, Clock clock) {
    return new DeadLetters(collections, clock);
  }

  @Bean
  Freshness freshness() {
    return new Freshness();
  }

  @Bean
  EventConsumer eventConsumer(
      @Value("${spring.application.name}") String service,
      @Value("${samen.reading:1}") int reading,
      Topics topics,
      Subscriptions subscriptions,
      DeadLetters deadLetters,
      Freshness freshness,
      Clock clock,
      ConsumerFactory<String, byte[]> consumers,
      KafkaTemplate<String, byte[]> kafka) {
    return new EventConsumer(
        service, reading, topics, subscriptions, deadLetters, freshness, clock, consumers, kafka);
  }
}
