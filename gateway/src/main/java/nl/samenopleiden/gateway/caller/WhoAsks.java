package nl.samenopleiden.gateway.caller;

import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Finds out who asks. */
public interface WhoAsks {

  /**
   * Who asks: by a Bearer token, or on pages by the session. Empty when neither is there; {@link
   * BadToken} when a token is there that is not good.
   */
  Mono<SignedIn> whoAsks(ServerWebExchange exchange);
}
