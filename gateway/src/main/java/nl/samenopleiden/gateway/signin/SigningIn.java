package nl.samenopleiden.gateway.signin;

import java.net.URI;
import java.util.List;
import java.util.Set;
import nl.samenopleiden.gateway.caller.BadToken;
import nl.samenopleiden.gateway.problems.Noted;
import nl.samenopleiden.gateway.problems.Problem;
import nl.samenopleiden.gateway.problems.Problems;
import nl.samenopleiden.gateway.problems.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.authentication.ReactiveOidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The way of a person from our door to the provider and back. */
@Component
public final class SigningIn {

  private static final Logger log = LoggerFactory.getLogger(SigningIn.class);
  private static final Set<String> GIVEN_UP =
      Set.of("access_denied", "login_required", "interaction_required", "consent_required");

  private final Registrations registrations;
  private final PendingSignIns pending;
  private final StartOfSignIn start;
  private final Sessions sessions;
  private final Identification identification;
  private final AccessTokens tokens;
  private final Signatures signatures;
  private final ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes;
  private final Problems problems;

  SigningIn(
      Registrations registrations,
      PendingSignIns pending,
      StartOfSignIn start,
      Sessions sessions,
      Identification identification,
      AccessTokens tokens,
      Signatures signatures,
      ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes,
      Problems problems) {
    this.registrations = registrations;
    this.pending = pending;
    this.start = start;
    this.sessions = sessions;
    this.identification = identification;
    this.tokens = tokens;
    this.signatures = signatures;
    this.codes = codes;
    this.problems = problems;
  }

  /** Adds signing in to the guard of the pages. */
  public void configure(ServerHttpSecurity.OAuth2LoginSpec login) {
    login
        .loginPage(StartOfSignIn.PATH)
        .clientRegistrationRepository(registrations)
        .authorizationRequestRepository(pending)
        .authorizationRequestResolver(start)
        .authorizedClientRepository(sessions)
        .securityContextRepository(identification)
        .authenticationManager(manager())
        .authenticationSuccessHandler(
            (web, _) -> redirect(web.getExchange(), PendingSignIns.back(web.getExchange())))
        .authenticationFailureHandler(this::failed);
  }

  private ReactiveAuthenticationManager manager() {
    OidcReactiveOAuth2UserService users = new OidcReactiveOAuth2UserService();
    users.setRetrieveUserInfo(_ -> false);
    var provider = new OidcAuthorizationCodeReactiveAuthenticationManager(codes, users);
    provider.setJwtDecoderFactory(this::identityTokens);
    return request ->
        provider
            .authenticate(request)
            .onErrorMap(WebClientRequestException.class, _ -> Provider.awayNow())
            .flatMap(this::usable);
  }

  /** A session is only begun with an access token that services will accept. */
  private Mono<Authentication> usable(Authentication person) {
    return person instanceof OAuth2LoginAuthenticationToken login
        ? tokens.verify(login.getAccessToken().getTokenValue()).thenReturn(person)
        : Mono.just(person);
  }

  private ReactiveJwtDecoder identityTokens(ClientRegistration registration) {
    NimbusReactiveJwtDecoder decoder =
        new NimbusReactiveJwtDecoder(
            token ->
                signatures
                    .claims(token)
                    .onErrorMap(BadToken.class, bad -> new BadJwtException(bad.getMessage())));
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            List.of(new JwtTimestampValidator(), new OidcIdTokenValidator(registration))));
    decoder.setClaimSetConverter(
        new ClaimTypeConverter(
            ReactiveOidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
    return decoder;
  }

  private Mono<Void> failed(WebFilterExchange web, AuthenticationException failure) {
    ServerWebExchange exchange = web.getExchange();
    if (!exchange.getRequest().getPath().value().startsWith("/login/")) {
      // Not about signing in: a bad token on its way to a page, which is told elsewhere.
      return Mono.error(failure);
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused refused) {
        return problems.write(exchange, refused.problem());
      }
    }
    String code =
        failure instanceof OAuth2AuthenticationException refused
            ? refused.getError().getErrorCode()
            : String.valueOf(failure.getMessage());
    if (code.equals("authorization_request_not_found")) {
      // An old page of the provider, or a second tab: perhaps the person is signed in by now.
      return identification
          .whoAsks(exchange)
          .map(_ -> true)
          .onErrorReturn(false)
          .defaultIfEmpty(false)
          .flatMap(
              inside ->
                  inside
                      ? redirect(exchange, "/")
                      : problems.write(exchange, failed(exchange, "sign-in-lost", 400)));
    }
    if (GIVEN_UP.contains(code)) {
      return problems.write(exchange, failed(exchange, "sign-in-given-up", 403));
    }
    Noted.of(exchange, () -> log.warn("a sign-in failed: {}", code));
    return problems.write(exchange, failed(exchange, "sign-in-failed", 502));
  }

  private static Problem failed(ServerWebExchange exchange, String type, int status) {
    return new Problem(type, status)
        .with(
            List.of(
                new Problem.Link(
                    "gateway.signIn", StartOfSignIn.comingBackTo(PendingSignIns.back(exchange)))));
  }

  private static Mono<Void> redirect(ServerWebExchange exchange, String path) {
    ServerHttpResponse response = exchange.getResponse();
    response.setStatusCode(HttpStatus.FOUND);
    response.getHeaders().setLocation(URI.create(path));
    return response.setComplete();
  }
}
