package nl.samenopleiden.embedded;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Commits for everybody at once, and holds each reply until what it tells is in the file: also the
 * reply to somebody who only read what another is still about to commit.
 */
final class GroupCommit implements AutoCloseable {

  private record Held(long upTo, Runnable release) {}

  private final DocumentFile file;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Queue<Held> held = new ArrayDeque<>();
  private final Thread thread;
  private long durable;
  private boolean closing;
  private boolean failed;
  private final Runnable onFailure;

  /**
   * @param onFailure is run when changes can no longer be written; held replies are then never sent
   */
  GroupCommit(DocumentFile file, Runnable onFailure) {
    this.file = file;
    this.onFailure = onFailure;
    this.durable = file.changes();
    this.thread = Thread.ofPlatform().daemon().name("database-commit").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Runs this when all changes of this turn and of earlier ones are in the file. */
  void whenCommitted(Runnable release) {
    long upTo = file.changes();
    lock.lock();
    try {
      if (failed) {
        return;
      }
      if (upTo > durable) {
        held.add(new Held(upTo, release));
        work.signal();
        return;
      }
    } finally {
      lock.unlock();
    }
    release.run();
  }

  private void run() {
    try {
      while (awaitWork()) {
        long upTo = file.changes();
        file.commit();
        release(upTo);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error broken) {
      fail();
    }
  }

  private boolean awaitWork() throws InterruptedException {
    lock.lock();
    try {
      while (held.isEmpty() && !closing) {
        work.await();
      }
      return !held.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  private void release(long upTo) {
    Queue<Held> ready = new ArrayDeque<>();
    lock.lock();
    try {
      durable = upTo;
      while (!held.isEmpty() && held.element().upTo() <= upTo) {
        ready.add(held.remove());
      }
    } finally {
      lock.unlock();
    }
    ready.forEach(each -> each.release().run());
  }

  private void fail() {
    lock.lock();
    try {
      failed = true;
      held.clear();
    } finally {
      lock.unlock();
    }
    onFailure.run();
  }

  /** Commits what is still to be committed. */
  @Override
  public void close() {
    lock.lock();
    try {
      closing = true;
      work.signal();
    } finally {
      lock.unlock();
    }
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
