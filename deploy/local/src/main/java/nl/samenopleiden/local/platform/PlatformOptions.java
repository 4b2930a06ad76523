package nl.samenopleiden.local.platform;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which parts are somebody else's instead of ours.
 *
 * @param mongodb the URI of a MongoDB; empty for our own database
 * @param kafka hosts and ports of a Kafka; empty for our own broker
 * @param issuer the address of an OpenID Connect provider; empty for our own, with its mail catcher
 * @param port exactly this port for the front door; empty for the usual one or the next that is
 *     free
 * @param load whether it must keep up with a crowd rather than start fast and small
 */
public record PlatformOptions(
    Optional<String> mongodb,
    Optional<String> kafka,
    Optional<String> issuer,
    OptionalInt port,
    boolean load) {

  /** Everything is ours. */
  public static PlatformOptions none() {
    return new PlatformOptions(
        Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), false);
  }
}
