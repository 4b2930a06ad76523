package nl.samenopleiden.local.frontdoor;

import java.net.http.HttpHeaders;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came back.
 *
 * @param to the request in short
 */
public record Reply(String to, int status, HttpHeaders headers, byte[] body) {

  static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  public boolean isGood() {
    return status < 400;
  }

  /** The body; an empty object when it is no JSON. */
  public JsonNode json() {
    try {
      return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
    } catch (JacksonException other) {
      return JSON.createObjectNode();
    }
  }

  /** The body as a record; what the record does not name is left out. */
  public <T> T as(Class<T> type) {
    return JSON.readValue(body, type);
  }

  public Optional<String> location() {
    return headers.firstValue("Location");
  }

  /** Itself, when it is good. */
  Reply orThrow() {
    if (!isGood()) {
      throw new RefusedException(this);
    }
    return this;
  }
}
