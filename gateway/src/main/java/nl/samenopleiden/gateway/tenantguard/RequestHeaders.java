package nl.samenopleiden.gateway.tenantguard;

import java.util.Locale;
import java.util.Set;
import nl.samenopleiden.gateway.caller.SignedIn;
import nl.samenopleiden.gateway.problems.Languages;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * What of a request reaches a service. Only headers that are named here do: so nothing that looks
 * like a tenant, an identity or a forwarding claim ever gets through, whatever its name. Who asks
 * is told by the verified token alone, and of the cookies only the language goes on.
 */
@Component
public final class RequestHeaders implements HttpHeadersFilter, Ordered {

  /** Extend this when a service needs one more; never with one that says who somebody is. */
  private static final Set<String> KEPT =
      Set.of(
          "accept",
          "accept-encoding",
          "accept-language",
          "cache-control",
          "content-digest",
          "content-disposition",
          "content-encoding",
          "content-language",
          "content-length",
          "content-type",
          "idempotency-key",
          "if-match",
          "if-modified-since",
          "if-none-match",
          "if-range",
          "if-unmodified-since",
          "last-event-id",
          "prefer",
          "range",
          "signature",
          "signature-input",
          "transfer-encoding",
          "user-agent",
          "hx-boosted",
          "hx-current-url",
          "hx-history-restore-request",
          "hx-request",
          "hx-target",
          "hx-trigger",
          "hx-trigger-name");

  @Override
  public int getOrder() {
    // Before the filter that adds the trace.
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public boolean supports(Type type) {
    return type == Type.REQUEST;
  }

  @Override
  public HttpHeaders filter(HttpHeaders asked, ServerWebExchange exchange) {
    HttpHeaders kept = new HttpHeaders();
    asked.forEach(
        (name, values) -> {
          if (KEPT.contains(name.toLowerCase(Locale.ROOT))) {
            kept.addAll(name, values);
          }
        });
    SignedIn.of(exchange).ifPresent(signedIn -> kept.setBearerAuth(signedIn.token()));
    HttpCookie language = exchange.getRequest().getCookies().getFirst(Languages.COOKIE);
    if (language != null && Languages.named(language.getValue()) != null) {
      kept.set(HttpHeaders.COOKIE, Languages.COOKIE + "=" + language.getValue());
    }
    return kept;
  }
}
