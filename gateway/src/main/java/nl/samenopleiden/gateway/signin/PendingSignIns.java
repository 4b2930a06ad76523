package nl.samenopleiden.gateway.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenopleiden.gateway.routes.FrontDoor;
import nl.samenopleiden.gateway.routes.LocalPath;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sign-ins under way, in a sealed cookie of the browser: people who have not signed in take no
 * memory here, and any of several gateways can finish what another began. Holds the last few, for
 * people who open several pages at once.
 */
@Component
final class PendingSignIns
    implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

  /** Under which a sign-in keeps where to come back to. */
  static final String BACK = "samen.back";

  private static final String COOKIE = "SAMEN-IN";
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final int MOST = 4;
  private static final int LONGEST_BACK = 300;

  private record Pending(
      String state, String nonce, String verifier, String back, Instant expires) {}

  private record All(List<Pending> pending) {}

  private final Registrations registrations;
  private final FrontDoor frontDoor;
  private final JsonMapper json;
  private final Clock clock;
  private final Seal seal;

  PendingSignIns(
      Registrations registrations,
      FrontDoor frontDoor,
      SignInSettings settings,
      JsonMapper json,
      Clock clock) {
    this.registrations = registrations;
    this.frontDoor = frontDoor;
    this.json = json;
    this.clock = clock;
    this.seal = new Seal(settings.cookieKey());
  }

  /** Where the person whose sign-in was just finished wanted to go. */
  static String back(ServerWebExchange exchange) {
    return LocalPath.of(exchange.getAttribute(BACK));
  }

  @Override
  public Mono<Void> saveAuthorizationRequest(
      OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
    return Mono.fromRunnable(
        () -> {
          String back = attribute(request, BACK);
          Pending begun =
              new Pending(
                  Objects.requireNonNull(request.getState()),
                  attribute(request, OidcParameterNames.NONCE),
                  attribute(request, PkceParameterNames.CODE_VERIFIER),
                  back.length() > LONGEST_BACK ? "/" : back,
                  clock.instant().plus(PATIENCE));
          write(
              Stream.concat(Stream.of(begun), read(exchange).stream()).limit(MOST).toList(),
              exchange);
        });
  }

  @Override
  public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
    return Mono.justOrEmpty(asked(exchange)).flatMap(this::restored);
  }

  @Override
  public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
    return Mono.justOrEmpty(asked(exchange))
        .flatMap(
            pending -> {
              exchange.getAttributes().put(BACK, pending.back());
              write(
                  read(exchange).stream().filter(other -> !other.equals(pending)).toList(),
                  exchange);
              return restored(pending);
            });
  }

  private Optional<Pending> asked(ServerWebExchange exchange) {
    String state = exchange.getRequest().getQueryParams().getFirst(OAuth2ParameterNames.STATE);
    return read(exchange).stream().filter(pending -> pending.state().equals(state)).findFirst();
  }

  private Mono<OAuth2AuthorizationRequest> restored(Pending pending) {
    return registrations
        .findByRegistrationId(Registrations.ID)
        .map(registration -> request(registration, pending));
  }

  private static OAuth2AuthorizationRequest request(
      ClientRegistration registration, Pending pending) {
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(registration.getProviderDetails().getAuthorizationUri())
        .clientId(registration.getClientId())
        .redirectUri(registration.getRedirectUri())
        .scopes(registration.getScopes())
        .state(pending.state())
        .attributes(
            attributes -> {
              attributes.put(OAuth2ParameterNames.REGISTRATION_ID, Registrations.ID);
              attributes.put(OidcParameterNames.NONCE, pending.nonce());
              attributes.put(PkceParameterNames.CODE_VERIFIER, pending.verifier());
            })
        .build();
  }

  private List<Pending> read(ServerWebExchange exchange) {
    HttpCookie cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
    if (cookie == null) {
      return List.of();
    }
    return seal
        .open(cookie.getValue())
        .map(
            content -> {
              try {
                return json.readValue(content, All.class).pending();
              } catch (JacksonException older) {
                return List.<Pending>of();
              }
            })
        .orElse(List.of())
        .stream()
        .filter(pending -> pending.expires().isAfter(clock.instant()))
        .toList();
  }

  private void write(List<Pending> pending, ServerWebExchange exchange) {
    exchange
        .getResponse()
        .addCookie(
            ResponseCookie.from(
                    COOKIE,
                    pending.isEmpty() ? "" : seal.seal(json.writeValueAsBytes(new All(pending))))
                .path("/")
                .httpOnly(true)
                .secure(frontDoor.isSecure())
                .sameSite("Lax")
                .maxAge(pending.isEmpty() ? Duration.ZERO : PATIENCE)
                .build());
  }

  private static String attribute(OAuth2AuthorizationRequest request, String name) {
    return Objects.requireNonNull(request.<String>getAttribute(name));
  }
}
