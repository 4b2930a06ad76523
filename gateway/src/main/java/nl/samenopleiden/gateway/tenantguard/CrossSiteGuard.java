package nl.samenopleiden.gateway.tenantguard;

import java.util.Set;
import nl.samenopleiden.gateway.problems.Problem;
import nl.samenopleiden.gateway.problems.Problems;
import nl.samenopleiden.gateway.routes.FrontDoor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * A foreign page cannot make a visitor's browser change something here: what changes something must
 * come from our own pages, as the browser itself tells (fetch metadata, or the origin). Requests
 * with a Bearer token are left alone: a browser never adds one by itself, and with one the session
 * does not count.
 */
public final class CrossSiteGuard implements WebFilter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final FrontDoor frontDoor;
  private final Problems problems;

  /** Guards this front door. */
  public CrossSiteGuard(FrontDoor frontDoor, Problems problems) {
    this.frontDoor = frontDoor;
    this.problems = problems;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return isOurs(exchange.getRequest())
        ? chain.filter(exchange)
        : problems.write(exchange, new Problem("cross-site", 403));
  }

  private boolean isOurs(ServerHttpRequest request) {
    HttpHeaders headers = request.getHeaders();
    if (SAFE.contains(request.getMethod().name())
        || headers.getOrEmpty(HttpHeaders.AUTHORIZATION).stream()
            .anyMatch(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))) {
      return true;
    }
    String site = headers.getFirst("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    return frontDoor.origin().equals(headers.getOrigin());
  }
}
