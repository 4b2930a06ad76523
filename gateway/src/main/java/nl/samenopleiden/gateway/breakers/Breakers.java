package nl.samenopleiden.gateway.breakers;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import nl.samenopleiden.gateway.problems.Problem;
import nl.samenopleiden.gateway.problems.Refused;
import nl.samenopleiden.gateway.routes.Service;
import nl.samenopleiden.gateway.routes.Services;
import nl.samenopleiden.gateway.routes.Target;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * One breaker for each service and kind of request: when half of what was asked of it in ten
 * seconds failed, it is left alone for a moment and then tried again.
 */
@Component
public final class Breakers {

  private static final Logger log = LoggerFactory.getLogger(Breakers.class);

  private final CircuitBreakerRegistry registry;
  private final Services services;
  private final Timeouts timeouts;

  Breakers(Services services, Timeouts timeouts, MeterRegistry meters) {
    this.services = services;
    this.timeouts = timeouts;
    this.registry =
        CircuitBreakerRegistry.of(
            CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.TIME_BASED)
                .slidingWindowSize(10)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(timeouts.open())
                .permittedNumberOfCallsInHalfOpenState(3)
                .maxWaitDurationInHalfOpenState(Duration.ofSeconds(10))
                .recordException(Failures::isAway)
                .writableStackTraceEnabled(false)
                .build());
    for (Service service : services.all()) {
      for (Target.Kind kind : Target.Kind.values()) {
        String name = new Target(service, kind).text();
        registry
            .circuitBreaker(name)
            .getEventPublisher()
            .onStateTransition(
                event ->
                    log.warn(
                        "{}: {} -> {}",
                        name,
                        event.getStateTransition().getFromState(),
                        event.getStateTransition().getToState()));
      }
    }
    TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(meters);
  }

  /** The breaker before this target. */
  public CircuitBreaker before(Target target) {
    return registry.circuitBreaker(target.text());
  }

  /** Tries every service again, whatever happened before. */
  public void reset() {
    registry.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
  }

  /** How long a tile of the home page may take. */
  public Duration tileTimeout() {
    return timeouts.tile();
  }

  /**
   * What those are answered who ask a service that is away: which, what to do, where else to go.
   */
  Refused away(Service service, Throwable why) {
    List<Problem.Link> others =
        services.all().stream()
            .filter(other -> !other.equals(service))
            .map(other -> new Problem.Link(other.label(), other.pages()))
            .toList();
    return new Refused(
        new Problem("service-away", 503)
            .about(new DefaultMessageSourceResolvable(service.label()))
            .again(Failures.isTimeout(why) ? timeouts.open().multipliedBy(2) : timeouts.open())
            .with("service", service.name())
            .with(others));
  }
}
