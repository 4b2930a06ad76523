package nl.samenopleiden.gateway.tenantguard;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.samenopleiden.gateway.caller.WhoAsks;
import nl.samenopleiden.gateway.problems.Problem;
import nl.samenopleiden.gateway.problems.Refused;
import nl.samenopleiden.gateway.routes.Services;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Nothing goes to a service without a verified caller, but for what is public: the second lock
 * behind the one in the security configuration. The token itself is put on by {@link
 * RequestHeaders}.
 */
@Component
final class Relay implements GlobalFilter, Ordered {

  private final WhoAsks whoAsks;
  private final List<PathPattern> open;

  Relay(WhoAsks whoAsks, Services services) {
    this.whoAsks = whoAsks;
    this.open =
        Stream.of(services.publicApis(), services.publicPages())
            .flatMap(Arrays::stream)
            .map(PathPatternParser.defaultInstance::parse)
            .toList();
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 100;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    if (isOpen(exchange)) {
      return chain.filter(exchange);
    }
    return whoAsks
        .whoAsks(exchange)
        .switchIfEmpty(Mono.error(() -> new Refused(new Problem("sign-in-needed", 401))))
        .flatMap(_ -> chain.filter(exchange));
  }

  private boolean isOpen(ServerWebExchange exchange) {
    HttpMethod method = exchange.getRequest().getMethod();
    return (method == HttpMethod.GET || method == HttpMethod.HEAD)
        && open.stream()
            .anyMatch(
                pattern ->
                    pattern.matches(exchange.getRequest().getPath().pathWithinApplication()));
  }
}
