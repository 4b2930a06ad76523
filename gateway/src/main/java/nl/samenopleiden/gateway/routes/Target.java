package nl.samenopleiden.gateway.routes;

import java.util.Objects;
import java.util.Optional;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a request is for.
 *
 * @param service which service
 * @param kind for people or for machines
 */
public record Target(Service service, Kind kind) {

  /** The key under which a route's metadata holds its target. */
  static final String METADATA = "samen.target";

  /** What kind of answer is wanted. */
  public enum Kind {
    API,
    PAGES,
    /** A part of the home page. */
    TILE
  }

  /** The target of the route that was chosen for a request. */
  public static Target of(ServerWebExchange exchange) {
    Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
    return Optional.ofNullable(route)
        .map(chosen -> (Target) Objects.requireNonNull(chosen.getMetadata().get(METADATA)))
        .orElseThrow(() -> new IllegalStateException("no route was chosen"));
  }

  /** For metrics and logs, for example {@code placement-api}. */
  public String text() {
    return service.name() + "-" + kind.name().toLowerCase(java.util.Locale.ROOT);
  }
}
