package nl.samenopleiden.gateway.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.samenopleiden.gateway.caller.BadToken;
import nl.samenopleiden.gateway.caller.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * The tokens behind the session cookie, which never leave for the browser. An access token that
 * nears its end is replaced by the refresh token, once however many requests need it; when that is
 * refused the session is over.
 */
@Component
final class Sessions implements ServerOAuth2AuthorizedClientRepository {

  /** The session's cookie. */
  static final String COOKIE = "SAMEN";

  private static final String HELD = Held.class.getName();

  /** What a session holds. */
  record Held(String access, Instant ends, @Nullable String refresh, String identity) {

    Held replacedBy(OAuth2AccessTokenResponse fresh) {
      OAuth2RefreshToken next = fresh.getRefreshToken();
      return new Held(
          fresh.getAccessToken().getTokenValue(),
          end(fresh.getAccessToken()),
          next == null ? refresh : next.getTokenValue(),
          identity);
    }
  }

  private final AccessTokens tokens;
  private final Registrations registrations;
  private final ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshes;
  private final SignInSettings settings;
  private final Clock clock;
  private final Map<String, Mono<Held>> refreshing = new ConcurrentHashMap<>();

  Sessions(
      AccessTokens tokens,
      Registrations registrations,
      ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshes,
      SignInSettings settings,
      Clock clock) {
    this.tokens = tokens;
    this.registrations = registrations;
    this.refreshes = refreshes;
    this.settings = settings;
    this.clock = clock;
  }

  /** Who the session of this request belongs to, if it has one that is good. */
  Mono<SignedIn> signedIn(ServerWebExchange exchange) {
    if (!exchange.getRequest().getCookies().containsKey(COOKIE)) {
      return Mono.empty();
    }
    return exchange
        .getSession()
        .filter(session -> held(session).isPresent())
        .flatMap(
            session ->
                fresh(session)
                    .flatMap(
                        held ->
                            tokens
                                .verify(held.access())
                                .map(caller -> new SignedIn(caller, held.access())))
                    .onErrorResume(BadToken.class, _ -> session.invalidate().then(Mono.empty())));
  }

  /** Ends the session; gives what it held. */
  Mono<Optional<Held>> end(ServerWebExchange exchange) {
    return exchange
        .getSession()
        .flatMap(
            session -> {
              Optional<Held> held = held(session);
              return session.invalidate().thenReturn(held);
            });
  }

  private Mono<Held> fresh(WebSession session) {
    Optional<Held> good = held(session).filter(this::isFresh);
    if (good.isPresent()) {
      return Mono.just(good.get());
    }
    String id = session.getId();
    return refreshing.computeIfAbsent(
        id,
        _ -> Mono.defer(() -> refreshed(session)).doFinally(_ -> refreshing.remove(id)).cache());
  }

  private Mono<Held> refreshed(WebSession session) {
    Optional<Held> now = held(session);
    if (now.isEmpty()) {
      return Mono.error(new BadToken("the session has ended"));
    }
    Held held = now.get();
    if (isFresh(held)) {
      // Another request was quicker.
      return Mono.just(held);
    }
    boolean lasts = held.ends().isAfter(clock.instant());
    String refresh = held.refresh();
    if (refresh == null) {
      return lasts ? Mono.just(held) : Mono.error(new BadToken("the session has ended"));
    }
    return registrations
        .findByRegistrationId(Registrations.ID)
        .flatMap(
            registration ->
                refreshes.getTokenResponse(
                    new OAuth2RefreshTokenGrantRequest(
                        registration,
                        new OAuth2AccessToken(
                            OAuth2AccessToken.TokenType.BEARER, held.access(), null, held.ends()),
                        new OAuth2RefreshToken(refresh, null))))
        .map(held::replacedBy)
        .doOnNext(next -> session.getAttributes().put(HELD, next))
        .onErrorResume(
            failure ->
                isRefused(failure)
                    ? Mono.error(new BadToken("the provider ended the session"))
                    : lasts ? Mono.just(held) : Mono.error(Provider.awayNow()));
  }

  private static boolean isRefused(Throwable failure) {
    return failure instanceof OAuth2AuthorizationException refused
        && refused.getError().getErrorCode().equals(OAuth2ErrorCodes.INVALID_GRANT);
  }

  private boolean isFresh(Held held) {
    return held.ends().minus(settings.refreshEarly()).isAfter(clock.instant());
  }

  private static Optional<Held> held(WebSession session) {
    return Optional.ofNullable(session.<Held>getAttribute(HELD));
  }

  private static Instant end(OAuth2AccessToken token) {
    return Objects.requireNonNullElse(token.getExpiresAt(), Instant.EPOCH);
  }

  /** Begins the session of someone who just signed in, under a new id. */
  @Override
  public Mono<Void> saveAuthorizedClient(
      OAuth2AuthorizedClient client, Authentication person, ServerWebExchange exchange) {
    OAuth2RefreshToken refresh = client.getRefreshToken();
    Held held =
        new Held(
            client.getAccessToken().getTokenValue(),
            end(client.getAccessToken()),
            refresh == null ? null : refresh.getTokenValue(),
            person.getPrincipal() instanceof OidcUser user
                ? user.getIdToken().getTokenValue()
                : "");
    return exchange
        .getSession()
        .flatMap(
            session -> {
              session.getAttributes().put(HELD, held);
              return session.changeSessionId();
            });
  }

  @Override
  public <T extends OAuth2AuthorizedClient> Mono<T> loadAuthorizedClient(
      String id, Authentication person, ServerWebExchange exchange) {
    return Mono.empty();
  }

  @Override
  public Mono<Void> removeAuthorizedClient(
      String id, Authentication person, ServerWebExchange exchange) {
    return Mono.empty();
  }
}
