package nl.samenopleiden.platform.store;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Makes the indexes and the topics as soon as database and broker answer, beside the start and not
 * in it: a service starts whatever is away, and says so by its health.
 */
final class StartingUp implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(StartingUp.class);

  private final Collections collections;
  private final KafkaAdmin admin;
  private volatile boolean running;

  StartingUp(Collections collections, KafkaAdmin admin) {
    this.collections = collections;
    this.admin = admin;
  }

  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("indexes").start(() -> repeat("indexes", collections::makeIndexes));
    Thread.ofVirtual().name("topics").start(() -> repeat("topics", this::makeTopics));
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void makeTopics() {
    admin.setFatalIfBrokerNotAvailable(true);
    admin.initialize();
  }

  private void repeat(String what, Runnable work) {
    while (running) {
      try {
        work.run();
        return;
      } catch (RuntimeException away) {
        log.warn("start: {} wait for what is away: {}", what, away.getClass().getSimpleName());
      }
      try {
        TimeUnit.MILLISECONDS.sleep(500);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
