package nl.samenopleiden.gateway.tenantguard;

import java.util.Set;
import java.util.regex.Pattern;
import nl.samenopleiden.gateway.problems.Problem;
import nl.samenopleiden.gateway.problems.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses paths that two programs could read in two ways, before anything else reads them: what is
 * guarded here must be what a service serves. Also refuses what is too large before it is sent.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PathGuard implements WebFilter {

  /** What services accept, with room for the form around a file. */
  private static final long LARGEST = 31L * 1024 * 1024;

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  /**
   * Empty and dot segments, parameters, backslashes, controls; encoded: dot, slash, percent, the
   * rest.
   */
  private static final Pattern TRICK =
      Pattern.compile(
          "//|/\\.{1,2}(?:/|$)|[;\\\\]|[^\\x21-\\x7e]"
              + "|%(?:2[eEfF5]|5[cC]|3[bB]|[01][0-9a-fA-F]|7[fF])|%(?![0-9a-fA-F]{2})");

  private final Problems problems;

  PathGuard(Problems problems) {
    this.problems = problems;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (!METHODS.contains(exchange.getRequest().getMethod().name())) {
      return problems.write(exchange, new Problem("method-not-allowed", 405));
    }
    String path = exchange.getRequest().getURI().getRawPath();
    if (path == null || !path.startsWith("/") || TRICK.matcher(path).find()) {
      return problems.write(exchange, new Problem("unclear-path", 400));
    }
    if (exchange.getRequest().getHeaders().getContentLength() > LARGEST) {
      return problems.write(exchange, new Problem("too-large", 413));
    }
    return chain.filter(exchange);
  }
}
