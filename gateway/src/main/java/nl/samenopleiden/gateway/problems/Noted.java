package nl.samenopleiden.gateway.problems;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import java.util.Optional;
import nl.samenopleiden.gateway.caller.SignedIn;
import org.slf4j.MDC;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;

/**
 * Writes to the log with the trace and the tenant of a request. Only where there is something to
 * tell: carrying them along through every step of every request would cost more than it gives.
 */
public final class Noted {

  private Noted() {}

  /** Runs what writes to the log. */
  public static void of(ServerWebExchange exchange, Runnable writing) {
    Optional<Span> span =
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
            .map(context -> context.<TracingContext>get(TracingContext.class))
            .map(TracingContext::getSpan);
    try {
      span.ifPresent(
          current -> {
            MDC.put("traceId", current.context().traceId());
            MDC.put("spanId", current.context().spanId());
          });
      SignedIn.of(exchange)
          .map(signedIn -> signedIn.caller().tenant())
          .ifPresent(tenant -> MDC.put("tenant", tenant));
      writing.run();
    } finally {
      MDC.remove("traceId");
      MDC.remove("spanId");
      MDC.remove("tenant");
    }
  }
}
