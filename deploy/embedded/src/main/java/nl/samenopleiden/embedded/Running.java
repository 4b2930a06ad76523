package nl.samenopleiden.embedded;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** What the two mains have in common. */
final class Running {

  private Running() {}

  /**
   * Starts something, says READY, and closes it when the process is asked to end.
   *
   * @param usage said when there are fewer or more arguments than wanted
   */
  static void run(
      String usage, String[] arguments, int wanted, Callable<? extends AutoCloseable> start) {
    if (arguments.length != wanted) {
      fail("Usage: " + usage);
      return;
    }
    Quiet.loggers();
    try {
      AutoCloseable started = start.call();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(started), "close"));
      System.out.println("READY");
      System.out.flush();
      new CountDownLatch(1).await();
    } catch (NumberFormatException notANumber) {
      fail("A port is a number. Usage: " + usage);
    } catch (Exception failed) {
      fail(failed.getMessage() == null ? failed.toString() : failed.getMessage());
    }
  }

  private static void close(AutoCloseable started) {
    try {
      started.close();
    } catch (Exception failed) {
      System.err.println("Not closed cleanly: " + failed);
    }
  }

  private static void fail(String sentence) {
    System.err.println(sentence);
    Runtime.getRuntime().halt(1);
  }
}
