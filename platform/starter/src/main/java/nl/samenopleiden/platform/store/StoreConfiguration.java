package nl.samenopleiden.platform.store;

import com.mongodb.client.MongoClient;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaTemplate;

/** The store's parts, for every service. */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
      "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
    })
public class StoreConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Collections collections(MongoClient client, @Value("${spring.application.name}") String service) {
    return new Collections(client, service);
  }

  @Bean
  OutboxRelay outboxRelay(
      @Value("${spring.application.name}") String service,
      KafkaTemplate<String, byte[]> kafka,
      Collections collections,
      Clock clock) {
    return new OutboxRelay(service, kafka, collections.named("audit"), clock);
  }

  @Bean
  Aggregates aggregates(Collections collections, OutboxRelay relay, Clock clock) {
    return new Aggregates(collections, relay, clock);
  }
}
