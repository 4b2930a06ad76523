package nl.samenopleiden.platform.test;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import nl.samenopleiden.embedded.EmbeddedBroker;
import nl.samenopleiden.embedded.EmbeddedDatabase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/** What stands around a service under test, once per JVM. */
final class Surroundings {

  private static final Logger log = LoggerFactory.getLogger(Surroundings.class);

  private static @Nullable Surroundings shared;

  private final String mongodb;
  private final String kafka;
  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final TokenIssuer issuer;
  private final GreenMail mail;

  private Surroundings() {
    mongodb = database();
    kafka = broker();
    issuer = new TokenIssuer();
    mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
  }

  /** The ones of this JVM, started at the first call. */
  static synchronized Surroundings shared() {
    Surroundings known = shared;
    if (known == null) {
      known = new Surroundings();
      shared = known;
    }
    return known;
  }

  TokenIssuer issuer() {
    return issuer;
  }

  GreenMail mail() {
    return mail;
  }

  String kafka() {
    return kafka;
  }

  private static String database() {
    String external = System.getenv("MONGODB_URI");
    if (external != null) {
      log.info("tests: the database is the external one");
      return external;
    }
    if (docker()) {
      log.info("tests: the database is MongoDB in a container");
      @SuppressWarnings("resource")
      MongoDBContainer container = new MongoDBContainer("mongo:8.0");
      container.start();
      return container.getConnectionString();
    }
    log.info("tests: the database is the embedded one (no MONGODB_URI, no Docker)");
    return EmbeddedDatabase.inMemory().uri();
  }

  private static String broker() {
    String external = System.getenv("KAFKA_BOOTSTRAP_SERVERS");
    if (external != null) {
      log.info("tests: the broker is the external one");
      return external;
    }
    if (docker()) {
      log.info("tests: the broker is Kafka in a container");
      @SuppressWarnings("resource")
      KafkaContainer container = new KafkaContainer("apache/kafka:4.1.2");
      container.start();
      return container.getBootstrapServers();
    }
    log.info("tests: the broker is the embedded one (no KAFKA_BOOTSTRAP_SERVERS, no Docker)");
    EmbeddedBroker broker = EmbeddedBroker.temporary();
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
    return broker.bootstrapServers();
  }

  /** Whether a Docker engine answers; looked for only where there is a sign of one. */
  static boolean docker() {
    boolean sign =
        System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
    return sign && org.testcontainers.DockerClientFactory.instance().isDockerAvailable();
  }

  /** Points the service under test at what stands around it. */
  static final class Initializer
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      Surroundings around = shared();
      String service = context.getEnvironment().getProperty("spring.application.name", "service");
      TestPropertyValues.of(
              "spring.mongodb.uri=" + around.mongodb,
              "spring.kafka.bootstrap-servers=" + around.kafka,
              "spring.mail.host=127.0.0.1",
              "spring.mail.port=" + around.mail.getSmtp().getPort(),
              "samen.issuer=" + around.issuer.issuer(),
              "samen.public-url=http://localhost:8080",
              "samen.database=" + service + "-" + around.run,
              "samen.topic-prefix=samen-" + around.run + ".")
          .applyTo(context);
    }
  }
}
