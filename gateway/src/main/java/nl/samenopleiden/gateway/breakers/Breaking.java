package nl.samenopleiden.gateway.breakers;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import nl.samenopleiden.gateway.problems.Noted;
import nl.samenopleiden.gateway.routes.Target;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.util.retry.Retry;

/**
 * Asks a service within a time, through its breaker; what only reads is asked once more when the
 * connection was lost. When the service is away a useful answer is given in its place. Runs around
 * the request up to the first byte of the answer: what is under way after that is not repeated.
 */
@Component
final class Breaking implements GlobalFilter, Ordered {

  private static final Logger log = LoggerFactory.getLogger(Breaking.class);
  private static final Duration BEFORE_AGAIN = Duration.ofMillis(50);
  private static final long LARGE = 256 * 1024;

  private final Breakers breakers;
  private final Timeouts timeouts;

  Breaking(Breakers breakers, Timeouts timeouts) {
    this.breakers = breakers;
    this.timeouts = timeouts;
  }

  @Override
  public int getOrder() {
    // After the filter that writes the answer, before the one that asks for it.
    return 100;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    Target target = Target.of(exchange);
    return ask(exchange, chain)
        .then(Mono.defer(() -> checked(exchange)))
        .transformDeferred(CircuitBreakerOperator.of(breakers.before(target)))
        .onErrorMap(
            failure -> failure instanceof CallNotPermittedException || Failures.isAway(failure),
            failure -> {
              if (!(failure instanceof CallNotPermittedException)) {
                Noted.of(
                    exchange, () -> log.warn("{} is away: {}", target.text(), failure.toString()));
              }
              forget(exchange);
              return breakers.away(target.service(), failure);
            });
  }

  private Mono<Void> ask(ServerWebExchange exchange, GatewayFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    if (onlyReads(request)) {
      ServerWebExchange bodiless = exchange.mutate().request(new Bodiless(request)).build();
      return Mono.defer(() -> chain.filter(bodiless))
          .timeout(timeouts.answer())
          .retryWhen(
              Retry.fixedDelay(1, BEFORE_AGAIN)
                  .filter(Failures::isLostConnection)
                  .doBeforeRetry(_ -> forget(exchange))
                  .onRetryExhaustedThrow((_, signal) -> signal.failure()));
    }
    AtomicLong moved = new AtomicLong(System.nanoTime());
    Mono<Void> asked = chain.filter(exchange.mutate().request(new Watched(request, moved)).build());
    return isUpload(request)
        ? Mono.firstWithSignal(asked, silence(moved, timeouts.upload()))
        : asked.timeout(timeouts.answer());
  }

  private static boolean onlyReads(ServerHttpRequest request) {
    HttpMethod method = request.getMethod();
    return (method == HttpMethod.GET || method == HttpMethod.HEAD)
        && request.getHeaders().getContentLength() <= 0
        && !request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING);
  }

  private static boolean isUpload(ServerHttpRequest request) {
    MediaType type = mediaType(request);
    return request.getHeaders().getContentLength() > LARGE
        || (type != null
            && (type.isCompatibleWith(MediaType.MULTIPART_FORM_DATA)
                || type.isCompatibleWith(new MediaType("text", "csv"))));
  }

  private static @org.jspecify.annotations.Nullable MediaType mediaType(ServerHttpRequest request) {
    try {
      return request.getHeaders().getContentType();
    } catch (IllegalArgumentException nonsense) {
      return null;
    }
  }

  /** Fails once nothing has moved for this long. */
  private static Mono<Void> silence(AtomicLong moved, Duration longest) {
    return Flux.interval(longest.dividedBy(10))
        .filter(_ -> System.nanoTime() - moved.get() > longest.toNanos())
        .next()
        .flatMap(_ -> Mono.error(new TimeoutException("no answer within " + longest)));
  }

  private static Mono<Void> checked(ServerWebExchange exchange) {
    HttpStatusCode status = exchange.getResponse().getStatusCode();
    int code = status == null ? 0 : status.value();
    return code >= 502 && code <= 504 ? Mono.error(new Failures.Unable(code)) : Mono.empty();
  }

  /** Takes back what a service already answered, so that something else can be. */
  private static void forget(ServerWebExchange exchange) {
    Connection connection = exchange.getAttribute(ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR);
    if (connection != null) {
      connection.dispose();
      exchange.getAttributes().remove(ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR);
    }
    ServerWebExchangeUtils.reset(exchange);
    exchange.getAttributes().remove(ServerWebExchangeUtils.CLIENT_RESPONSE_HEADER_NAMES);
  }

  private static final class Bodiless extends ServerHttpRequestDecorator {

    Bodiless(ServerHttpRequest request) {
      super(request);
    }

    @Override
    public Flux<DataBuffer> getBody() {
      return Flux.empty();
    }
  }

  private static final class Watched extends ServerHttpRequestDecorator {

    private final AtomicLong moved;

    Watched(ServerHttpRequest request, AtomicLong moved) {
      super(request);
      this.moved = moved;
    }

    @Override
    public Flux<DataBuffer> getBody() {
      return super.getBody()
          .doOnNext(_ -> moved.set(System.nanoTime()))
          .onErrorMap(Failures.ClientGone::new);
    }
  }
}
