package nl.samenopleiden.gateway.caller;

import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;

/**
 * A caller and the token that proves it, which services are given.
 *
 * @param caller who asks
 * @param token the access token, verified
 */
public record SignedIn(Caller caller, String token) {

  private static final String ATTRIBUTE = SignedIn.class.getName();

  /** Who asks, when that was found out already; pages show the name by it. */
  public static Optional<SignedIn> of(ServerWebExchange exchange) {
    return Optional.ofNullable(exchange.getAttribute(ATTRIBUTE));
  }

  /** Remembers with the request who asks. */
  public void keepIn(ServerWebExchange exchange) {
    exchange.getAttributes().put(ATTRIBUTE, this);
  }

  /** Never shows the token. */
  @Override
  public String toString() {
    return "SignedIn[" + caller.person() + "]";
  }
}
