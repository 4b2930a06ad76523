package nl.samenopleiden.gateway.problems;

import nl.samenopleiden.gateway.caller.BadToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;

/** Turns whatever went wrong into a problem; the last resort before the framework's own pages. */
@Component
@Order(-2)
final class ProblemHandler implements WebExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

  private final Problems problems;

  ProblemHandler(Problems problems) {
    this.problems = problems;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
      return Mono.error(failure);
    }
    if (exchange.getResponse().isCommitted()) {
      // The answer was cut off half-way: the connection is closed so that the client notices.
      Noted.of(
          exchange,
          () ->
              log.warn(
                  "the answer to {} was cut off: {}",
                  exchange.getRequest().getPath().value(),
                  failure.getClass().getSimpleName()));
      return Mono.error(failure);
    }
    if (failure instanceof AuthenticationException why) {
      exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, challenge(why));
    }
    return problems.write(exchange, problem(exchange, failure));
  }

  private static String challenge(AuthenticationException why) {
    return why instanceof BadToken bad
        ? "Bearer error=\"invalid_token\", error_description=\"" + bad.getMessage() + "\""
        : "Bearer";
  }

  private static Problem problem(ServerWebExchange exchange, Throwable failure) {
    return switch (failure) {
      case Refused refused -> refused.problem();
      case AuthenticationException _ -> new Problem("sign-in-needed", 401);
      case ErrorResponse response when response.getStatusCode().value() < 500 ->
          known(response.getStatusCode());
      default -> {
        // The path without its query, which may hold names.
        Noted.of(
            exchange,
            () ->
                log.error(
                    "{} {} failed",
                    exchange.getRequest().getMethod(),
                    exchange.getRequest().getPath().value(),
                    failure));
        yield new Problem("failure", 500);
      }
    };
  }

  private static Problem known(HttpStatusCode status) {
    String type =
        switch (status.value()) {
          case 401 -> "sign-in-needed";
          case 403 -> "forbidden";
          case 404 -> "not-found";
          case 405 -> "method-not-allowed";
          case 413 -> "too-large";
          case 415 -> "media-type-not-supported";
          default -> "invalid-request";
        };
    return new Problem(type, status.value());
  }
}
