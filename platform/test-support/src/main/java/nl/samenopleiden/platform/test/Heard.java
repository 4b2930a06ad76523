package nl.samenopleiden.platform.test;

import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import tools.jackson.databind.JsonNode;

/**
 * A fact that the service told.
 *
 * @param type the fact's name
 * @param source the aggregate's kind, for example {@code /placement/student}
 * @param id the aggregate, and whose it is
 * @param sequence counts the aggregate's facts from 1
 * @param trace the trace context that it carried; empty when none
 * @param json the fact
 */
public record Heard(
    String type, String source, OwnedId id, long sequence, String trace, JsonNode json) {

  /** The organisation that the fact belongs to. */
  public Owner owner() {
    return id.owner();
  }
}
