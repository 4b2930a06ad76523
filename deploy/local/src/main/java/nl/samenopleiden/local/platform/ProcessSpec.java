package nl.samenopleiden.local.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One process of the platform: what it is run with, and how to see that it is well.
 *
 * @param name short and unique, for example {@code placement}; also the name of its log
 * @param stage when it is stopped; the lowest first
 * @param command the program with its arguments
 * @param environment what is added to our own environment; also the secrets
 * @param address where people or programs reach it, for example {@code http://localhost:8082}
 * @param health how to see that it is well
 * @param log where it writes to
 */
public record ProcessSpec(
    String name,
    Stage stage,
    List<String> command,
    Map<String, String> environment,
    String address,
    Health health,
    Path log) {

  /** The order of stopping: what depends on others goes first. */
  public enum Stage {
    SUPERVISOR,
    GATEWAY,
    SERVICE,
    IDENTITY,
    BROKER,
    DATABASE
  }

  public ProcessSpec {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
