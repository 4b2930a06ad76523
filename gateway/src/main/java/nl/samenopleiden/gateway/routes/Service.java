package nl.samenopleiden.gateway.routes;

import java.net.URI;

/**
 * One of the services behind the front door.
 *
 * @param name as in its paths: {@code /<name>} and {@code /api/<name>}
 * @param url where it listens
 */
public record Service(String name, URI url) {

  /** Key of the words for its name. */
  public String label() {
    return "layout." + name;
  }

  /** Where its pages begin. */
  public String pages() {
    return "/" + name;
  }

  /** Where its API's description is. */
  public String openApi() {
    return "/api/" + name + "/openapi.json";
  }
}
