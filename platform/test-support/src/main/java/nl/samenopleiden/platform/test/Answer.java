package nl.samenopleiden.platform.test;

import java.net.http.HttpResponse;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answered. */
public record Answer(HttpResponse<String> response) {

  static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** The HTTP status. */
  public int status() {
    return response.statusCode();
  }

  /** The body as text. */
  public String body() {
    return response.body();
  }

  /** The body as JSON. */
  public JsonNode json() {
    return JSON.readTree(response.body());
  }

  /** The body as a record. */
  public <T> T as(Class<T> type) {
    return JSON.readValue(response.body(), type);
  }

  /** A header's first value; empty when there is none. */
  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Override
  public String toString() {
    return status() + " " + body();
  }
}
