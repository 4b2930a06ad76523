package nl.samenopleiden.gateway.tenantguard;

import java.net.URI;
import java.util.List;
import nl.samenopleiden.gateway.problems.Languages;
import nl.samenopleiden.gateway.routes.Target;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * What of a service's answer reaches the browser: no cookie but the language, not what the service
 * runs on, and no address that only exists behind the front door.
 */
@Component
final class ResponseHeaders implements HttpHeadersFilter, Ordered {

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public boolean supports(Type type) {
    return type == Type.RESPONSE;
  }

  @Override
  public HttpHeaders filter(HttpHeaders answered, ServerWebExchange exchange) {
    HttpHeaders kept = new HttpHeaders();
    kept.addAll(answered);
    List<String> cookies =
        kept.getOrEmpty(HttpHeaders.SET_COOKIE).stream()
            .filter(cookie -> cookie.startsWith(Languages.COOKIE + "="))
            .toList();
    kept.remove(HttpHeaders.SET_COOKIE);
    if (!cookies.isEmpty()) {
      kept.addAll(HttpHeaders.SET_COOKIE, cookies);
    }
    kept.remove(HttpHeaders.SERVER);
    kept.remove("X-Powered-By");
    rewrite(kept, HttpHeaders.LOCATION, exchange);
    rewrite(kept, HttpHeaders.CONTENT_LOCATION, exchange);
    return kept;
  }

  private static void rewrite(HttpHeaders headers, String name, ServerWebExchange exchange) {
    String address = headers.getFirst(name);
    URI url = Target.of(exchange).service().url();
    String inside = url.getScheme() + "://" + url.getRawAuthority();
    if (address != null && address.startsWith(inside)) {
      String path = address.substring(inside.length());
      if (path.startsWith("/")) {
        headers.set(name, path);
      }
    }
  }
}
