package nl.samenopleiden.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * Apache Kafka's own broker (controller and broker in one, KRaft), inside this process, reachable
 * from this machine only, small in memory and durable on disk: what it acknowledged survives a kill
 * -9.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private static final int NODE = 1;
  private static final String CLUSTER = "c2FtZW4tZW1iZWRkZWQtMQ";
  private static final int ATTEMPTS = 5;
  private static final String FORMATTED = "meta.properties";

  private final KafkaRaftServer server;
  private final int port;
  private final boolean forget;
  private final Path directory;

  private EmbeddedBroker(KafkaRaftServer server, int port, Path directory, boolean forget) {
    this.server = server;
    this.port = port;
    this.directory = directory;
    this.forget = forget;
  }

  /**
   * A broker for tests on free ports, in a directory of its own that is deleted when it is closed.
   */
  public static EmbeddedBroker temporary() {
    try {
      Path directory = Files.createTempDirectory("broker");
      // Somebody else may be given a port between our asking for it and Kafka's listening on it.
      for (int attempt = 1; ; attempt++) {
        try {
          return start(directory, freePort(), freePort(), true);
        } catch (IllegalStateException taken) {
          if (attempt == ATTEMPTS) {
            throw taken;
          }
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * A broker that keeps its topics in a directory.
   *
   * @param directory is made and formatted when it is not there
   * @throws IllegalStateException with a sentence for people when a port is taken or the directory
   *     cannot be used
   */
  public static EmbeddedBroker start(Path directory, int port, int controllerPort) {
    return start(directory, port, controllerPort, false);
  }

  private static EmbeddedBroker start(
      Path directory, int port, int controllerPort, boolean forget) {
    Quiet.loggers();
    // Kafka ends the whole process when it cannot listen, so this is asked beforehand.
    requireFree(port);
    requireFree(controllerPort);
    format(directory);
    KafkaRaftServer server =
        new KafkaRaftServer(
            new KafkaConfig(settings(directory, port, controllerPort), false), Time.SYSTEM);
    server.startup();
    return new EmbeddedBroker(server, port, directory, forget);
  }

  /** What to give to clients. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
    if (forget) {
      delete(directory);
    }
  }

  private static void format(Path directory) {
    try {
      Files.createDirectories(directory);
      if (Files.exists(directory.resolve(FORMATTED))) {
        return;
      }
      new Formatter()
          .setNodeId(NODE)
          .setClusterId(CLUSTER)
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(directory.toString())
          .addDirectory(directory.toString())
          .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
          .run();
    } catch (Exception failed) {
      throw new IllegalStateException(
          "Cannot use the broker's directory " + directory + ": " + failed.getMessage(), failed);
    }
  }

  private static Map<String, String> settings(Path directory, int port, int controllerPort) {
    Map<String, String> settings = new HashMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(NODE));
    settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
    settings.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("log.dirs", directory.toString());
    // Topics: made when first used; kept for ever, because read models are rebuilt from them.
    settings.put("auto.create.topics.enable", "true");
    settings.put("num.partitions", "6");
    settings.put("default.replication.factor", "1");
    settings.put("min.insync.replicas", "1");
    settings.put("log.retention.ms", "-1");
    settings.put("log.segment.bytes", Integer.toString(64 << 20));
    settings.put("log.index.size.max.bytes", Integer.toString(256 << 10));
    // Its own topics: one node needs no copies, and few consumers few partitions.
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "3");
    settings.put("offsets.topic.segment.bytes", Integer.toString(8 << 20));
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("transaction.state.log.num.partitions", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("share.coordinator.state.topic.num.partitions", "1");
    settings.put("group.initial.rebalance.delay.ms", "0");
    // After a kill the controller lets the broker in again when its old session has run out.
    settings.put("broker.session.timeout.ms", "3000");
    settings.put("broker.heartbeat.interval.ms", "500");
    // Few threads and small buffers.
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "2");
    settings.put("background.threads", "2");
    settings.put("num.recovery.threads.per.data.dir", "1");
    settings.put("group.coordinator.threads", "1");
    settings.put("share.coordinator.threads", "1");
    settings.put("log.cleaner.threads", "1");
    settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(2 << 20));
    settings.put("log.cleaner.io.buffer.size", Integer.toString(128 << 10));
    settings.put("queued.max.requests", "200");
    return settings;
  }

  private static void requireFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException taken) {
      throw new IllegalStateException(
          "Port " + port + " on 127.0.0.1 cannot be used: " + taken.getMessage(), taken);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
