package nl.samenopleiden.gateway.signin;

import java.util.List;
import nl.samenopleiden.gateway.caller.BadToken;
import nl.samenopleiden.gateway.caller.SignedIn;
import nl.samenopleiden.gateway.caller.WhoAsks;
import nl.samenopleiden.gateway.problems.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Who asks, found out once for each request: by its Bearer token; without one, and on pages only,
 * by its session. A token that is not good is never made up for by a session.
 */
@Component
public final class Identification implements WhoAsks, ServerSecurityContextRepository {

  private static final String FOUND = Identification.class.getName();
  private static final String BEARER = "Bearer";

  private final AccessTokens tokens;
  private final Sessions sessions;

  Identification(AccessTokens tokens, Sessions sessions) {
    this.tokens = tokens;
    this.sessions = sessions;
  }

  private static final class Authenticated extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient SignedIn signedIn;

    Authenticated(SignedIn signedIn) {
      super(AuthorityUtils.NO_AUTHORITIES);
      this.signedIn = signedIn;
      setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
      return "";
    }

    @Override
    public Object getPrincipal() {
      return signedIn;
    }

    @Override
    public String getName() {
      return signedIn.caller().person();
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  @Override
  public Mono<SignedIn> whoAsks(ServerWebExchange exchange) {
    Mono<SignedIn> found = exchange.getAttribute(FOUND);
    if (found == null) {
      found = identify(exchange).doOnNext(signedIn -> signedIn.keepIn(exchange)).cache();
      exchange.getAttributes().put(FOUND, found);
    }
    return found;
  }

  private Mono<SignedIn> identify(ServerWebExchange exchange) {
    List<String> authorizations =
        exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION);
    if (authorizations.stream().anyMatch(Identification::isBearer)) {
      if (authorizations.size() > 1) {
        return Mono.error(new BadToken("several at once"));
      }
      String token = authorizations.getFirst().substring(BEARER.length()).strip();
      return tokens.verify(token).map(caller -> new SignedIn(caller, token));
    }
    return Problems.isApi(exchange) ? Mono.empty() : sessions.signedIn(exchange);
  }

  private static boolean isBearer(String authorization) {
    return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && (authorization.length() == BEARER.length()
            || authorization.charAt(BEARER.length()) == ' ');
  }

  @Override
  public Mono<SecurityContext> load(ServerWebExchange exchange) {
    return whoAsks(exchange).map(signedIn -> new SecurityContextImpl(new Authenticated(signedIn)));
  }

  /** Nothing to keep here: a session was begun by {@link Sessions}. */
  @Override
  public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
    return Mono.empty();
  }
}
