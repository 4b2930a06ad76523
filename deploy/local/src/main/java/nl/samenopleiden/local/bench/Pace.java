package nl.samenopleiden.local.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Starts work at an even pace, whether the work before it is done or not. */
final class Pace {

  private static final long SECOND = 1_000_000_000L;

  private Pace() {}

  /** One piece of work. */
  @FunctionalInterface
  interface Work {
    void run(int number) throws Exception;
  }

  /** Does the work so many times, so many at once: never faster than it can be done. */
  static void together(int times, int atOnce, Work work)
      throws InterruptedException, ExecutionException {
    var next = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < atOnce; i++) {
        all.add(
            threads.submit(
                () -> {
                  for (int number = next.getAndIncrement();
                      number < times;
                      number = next.getAndIncrement()) {
                    work.run(number);
                  }
                  return null;
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
  }

  /**
   * Does the work so many times, starting so many each second, and waits for all of it.
   *
   * @return how many seconds it took
   */
  static double keep(int times, int perSecond, Work work)
      throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        long due = start + i * SECOND / perSecond;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        int number = i;
        all.add(
            threads.submit(
                () -> {
                  work.run(number);
                  return null;
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    return (System.nanoTime() - start) / (double) SECOND;
  }
}
