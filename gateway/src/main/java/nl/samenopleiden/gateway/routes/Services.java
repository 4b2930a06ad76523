package nl.samenopleiden.gateway.routes;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the services listen.
 *
 * @param partnership PARTNERSHIP_URL
 * @param placement PLACEMENT_URL
 * @param professionalisation PROFESSIONALISATION_URL
 * @param events EVENTS_URL
 */
@ConfigurationProperties("samen.services")
public record Services(URI partnership, URI placement, URI professionalisation, URI events) {

  public Services {
    check("PARTNERSHIP_URL", partnership);
    check("PLACEMENT_URL", placement);
    check("PROFESSIONALISATION_URL", professionalisation);
    check("EVENTS_URL", events);
  }

  /** All of them, in the order of the menu. */
  public List<Service> all() {
    return List.of(
        new Service("partnership", partnership),
        new Service("placement", placement),
        new Service("professionalisation", professionalisation),
        new Service("events", events));
  }

  /**
   * The patterns of what needs no sign-in: descriptions of the APIs, and what services let
   * everybody read.
   */
  public String[] publicApis() {
    return all().stream()
        .flatMap(service -> Stream.of(service.openApi(), "/api" + service.pages() + "/public/**"))
        .toArray(String[]::new);
  }

  /** The patterns of what needs no sign-in: the pages' style, and pages for everybody. */
  public String[] publicPages() {
    return all().stream()
        .flatMap(
            service -> Stream.of(service.pages() + "/assets/**", service.pages() + "/public/**"))
        .toArray(String[]::new);
  }

  /** The patterns of all pages of services. */
  public String[] pages() {
    return all().stream().map(service -> service.pages() + "/**").toArray(String[]::new);
  }

  private static void check(String name, URI url) {
    if (!("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
        || url.getHost() == null
        || url.getRawQuery() != null
        || !(url.getRawPath().isEmpty() || url.getRawPath().equals("/"))) {
      throw new IllegalArgumentException(
          name + " must be an address without a path such as http://localhost:8081, but is " + url);
    }
  }
}
