package nl.samenopleiden.platform.store;

/**
 * The names of the topics: one for each service's facts, and one for what a service could not read.
 *
 * @param prefix stands before every name; {@code samen.} unless several platforms share a broker
 */
public record Topics(String prefix) {

  /** Where this service tells its facts. */
  public String factsOf(String service) {
    return prefix + service;
  }

  /** Where this service sets aside what it could not read. */
  public String deadLettersOf(String service) {
    return prefix + service + ".dead-letters";
  }
}
