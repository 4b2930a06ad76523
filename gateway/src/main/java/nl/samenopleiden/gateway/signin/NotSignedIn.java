package nl.samenopleiden.gateway.signin;

import java.net.URI;
import java.util.List;
import nl.samenopleiden.gateway.caller.BadToken;
import nl.samenopleiden.gateway.problems.Problem;
import nl.samenopleiden.gateway.problems.Problems;
import nl.samenopleiden.gateway.routes.FrontDoor;
import nl.samenopleiden.gateway.routes.LocalPath;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What those are answered who must sign in first: machines a problem, people who open a page the
 * way to the provider. A form that was sent is not lost silently: its sender is told.
 */
@Component
public final class NotSignedIn implements ServerAuthenticationEntryPoint {

  private static final String HTMX_ADDRESS = "HX-Current-URL";

  private final FrontDoor frontDoor;
  private final Problems problems;

  NotSignedIn(FrontDoor frontDoor, Problems problems) {
    this.frontDoor = frontDoor;
    this.problems = problems;
  }

  @Override
  public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException why) {
    ServerHttpRequest request = exchange.getRequest();
    ServerHttpResponse response = exchange.getResponse();
    if (Problems.isApi(exchange) || why instanceof BadToken) {
      return Mono.error(why);
    }
    if (request.getHeaders().containsHeader("HX-Request")) {
      // A part of a page: the whole page has to go and sign in.
      response
          .getHeaders()
          .set("HX-Redirect", comingBackToPageAt(request.getHeaders().getFirst(HTMX_ADDRESS)));
      response.setStatusCode(HttpStatus.UNAUTHORIZED);
      return response.setComplete();
    }
    if (request.getMethod() != HttpMethod.GET && request.getMethod() != HttpMethod.HEAD) {
      String signIn = comingBackToPageAt(request.getHeaders().getFirst(HttpHeaders.REFERER));
      return problems.write(
          exchange,
          new Problem("session-ended", 401)
              .with(List.of(new Problem.Link("gateway.signIn", signIn))));
    }
    String query = request.getURI().getRawQuery();
    String path = request.getURI().getRawPath() + (query == null ? "" : "?" + query);
    String here = StartOfSignIn.comingBackTo(path);
    // Sign-in ends at the public address; a cookie of another name for this host would be lost.
    boolean isPublic =
        frontDoor.authority().equals(request.getHeaders().getFirst(HttpHeaders.HOST));
    response.setStatusCode(HttpStatus.FOUND);
    response.getHeaders().setLocation(URI.create(isPublic ? here : frontDoor.origin() + here));
    return response.setComplete();
  }

  private String comingBackToPageAt(@Nullable String address) {
    String ours = frontDoor.origin();
    return StartOfSignIn.comingBackTo(
        address != null && address.startsWith(ours + "/")
            ? LocalPath.of(address.substring(ours.length()))
            : "/");
  }
}
