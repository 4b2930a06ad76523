package nl.samenopleiden.platform.store;

import com.mongodb.client.MongoClient;
import java.time.Clock;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
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
  Collections collections(MongoClient client, @Value("${samen.database}") String database) {
    return new Collections(client, database);
  }

  @Bean
  Topics topics(@Value("${samen.topic-prefix}") String prefix) {
    return new Topics(prefix);
  }

  @Bean
  KafkaAdmin.NewTopics serviceTopics(
      Topics topics,
      @Value("${spring.application.name}") String service,
      @Value("${samen.partitions}") int partitions,
      @Value("${samen.replicas}") int replicas) {
    return new KafkaAdmin.NewTopics(
        TopicBuilder.name(topics.factsOf(service))
            .partitions(partitions)
            .replicas(replicas)
            // What was told is kept, so that a copy can be thrown away and made again.
            .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
            .build(),
        TopicBuilder.name(topics.deadLettersOf(service)).partitions(1).replicas(replicas).build());
  }

  @Bean
  StartingUp startingUp(Collections collections, KafkaAdmin admin) {
    return new StartingUp(collections, admin);
  }

  @Bean
  OutboxRelay outboxRelay(
      @Value("${spring.application.name}") String service,
      Topics topics,
      KafkaTemplate<String, byte[]> kafka,
      Collections collections,
      Clock clock) {
    return new OutboxRelay(
        service, topics.factsOf(service), kafka, collections.named("audit"), clock);
  }

  @Bean
  Aggregates aggregates(Collections collections, OutboxRelay relay, Clock clock) {
    return new Aggregates(collections, relay, clock);
  }
}
