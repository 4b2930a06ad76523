package nl.samenopleiden.gateway.limits;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import nl.samenopleiden.gateway.caller.Caller;
import nl.samenopleiden.gateway.caller.SignedIn;
import nl.samenopleiden.gateway.caller.WhoAsks;
import nl.samenopleiden.gateway.problems.Problem;
import nl.samenopleiden.gateway.problems.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses those who ask too much, and only those: each person has a bucket of their own, each
 * tenant one for all its people, each address one for what it asks without a good token.
 */
@Component
public final class RateLimiting {

  private final WhoAsks whoAsks;
  private final Problems problems;
  private final MeterRegistry meters;
  private final ClientAddress addresses;
  private final Buckets persons;
  private final Buckets tenants;
  private final Buckets anonymous;

  RateLimiting(WhoAsks whoAsks, Problems problems, Limits limits, MeterRegistry meters) {
    this.meters = meters;
    this.whoAsks = whoAsks;
    this.problems = problems;
    this.addresses = new ClientAddress(limits.trustedProxies());
    this.persons = new Buckets("person", limits.person());
    this.tenants = new Buckets("tenant", limits.tenant());
    this.anonymous = new Buckets("anonymous", limits.anonymous());
  }

  /** Lets the request go on when there is room for it. */
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (isFree(exchange.getRequest().getPath().value())) {
      return chain.filter(exchange);
    }
    return whoAsks
        .whoAsks(exchange)
        .map(Optional::of)
        // What is wrong is told later on; here it counts as asking without a token.
        .onErrorResume(_ -> Mono.just(Optional.empty()))
        .defaultIfEmpty(Optional.empty())
        .map(known -> take(known, exchange.getRequest()))
        .flatMap(answer -> answered(answer, exchange, chain));
  }

  private Buckets.Answer take(Optional<SignedIn> known, ServerHttpRequest request) {
    if (known.isEmpty()) {
      return anonymous.take(addresses.of(request));
    }
    Caller caller = known.get().caller();
    Buckets.Answer own = persons.take(caller.person());
    String tenant = caller.tenant();
    if (!own.allowed() || tenant == null) {
      return own;
    }
    Buckets.Answer shared = tenants.take(tenant);
    return shared.allowed() ? own : shared;
  }

  private Mono<Void> answered(
      Buckets.Answer answer, ServerWebExchange exchange, WebFilterChain chain) {
    String limit = answer.buckets().name();
    if (Problems.isApi(exchange) || !answer.allowed()) {
      HttpHeaders headers = exchange.getResponse().getHeaders();
      headers.set("RateLimit-Policy", answer.buckets().policy());
      headers.set("RateLimit", answer.left(limit));
    }
    if (answer.allowed()) {
      return chain.filter(exchange);
    }
    refused(limit).increment();
    return problems.write(
        exchange, new Problem("too-many-requests", 429).again(answer.until()).with("limit", limit));
  }

  private Counter refused(String limit) {
    return meters.counter("samen.requests.refused", "limit", limit);
  }

  private static boolean isFree(String path) {
    return path.startsWith("/actuator/")
        || path.startsWith("/assets/")
        || path.startsWith("/gateway/");
  }
}
