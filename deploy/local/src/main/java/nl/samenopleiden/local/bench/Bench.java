package nl.samenopleiden.local.bench;

import java.util.function.Consumer;
import nl.samenopleiden.local.frontdoor.FrontDoor;
import nl.samenopleiden.local.platform.Addresses;

/** One measurement; found by {@link java.util.ServiceLoader}. */
public interface Bench {

  /** What is typed behind {@code ./samen bench}. */
  String name();

  /** What it measures, in one line. */
  String about();

  /**
   * Measures.
   *
   * @param tell prints a line
   * @return whether what must hold did hold
   */
  boolean run(Addresses addresses, FrontDoor door, Consumer<String> tell) throws Exception;
}
