package nl.samenopleiden.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.samenopleiden.local.demo.DemoWorld;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Which tokens there are, for whom, and what they tell. */
@Configuration(proxyBeanMethods = false)
class Protocol {

  /** What access tokens are for: the services of the platform. */
  static final String AUDIENCE = "samen";

  /** How long an access token is good. */
  static final Duration ACCESS = Duration.ofMinutes(30);

  private static final Duration SIGNED_IN = Duration.ofHours(12);
  private static final String GATEWAY = "samen-gateway";
  private static final String PARTNER = "partner-delta";

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  People people() {
    return new People();
  }

  @Bean
  JWKSource<SecurityContext> keys(IdentitySettings settings) throws IOException, JOSEException {
    return new ImmutableJWKSet<>(new JWKSet(SigningKey.keptIn(settings.state())));
  }

  @Bean
  JwtEncoder jwtEncoder(JWKSource<SecurityContext> keys) {
    return new NimbusJwtEncoder(keys);
  }

  @Bean
  AuthorizationServerSettings serverSettings(IdentitySettings settings) {
    return AuthorizationServerSettings.builder().issuer(settings.issuer().toString()).build();
  }

  @Bean
  PasswordEncoder clientSecrets() {
    return new ClientSecrets();
  }

  @Bean
  RegisteredClientRepository clients(IdentitySettings settings, PasswordEncoder secrets) {
    List<RegisteredClient> clients = new ArrayList<>();
    clients.add(gateway(settings, secrets));
    if (!settings.partnerSecret().isBlank()) {
      clients.add(partner(settings, secrets));
    }
    return new InMemoryRegisteredClientRepository(clients);
  }

  @Bean
  OAuth2AuthorizationService authorizations(IdentitySettings settings) throws IOException {
    return new KeptAuthorizations(settings.state().resolve("authorizations"));
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> claims(People people) {
    return context -> {
      var claims = context.getClaims();
      if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
        claims.audience(List.of(AUDIENCE));
      }
      if (context.getAuthorizationGrantType().equals(AuthorizationGrantType.CLIENT_CREDENTIALS)) {
        claims.claim("pabo", DemoWorld.DELTA.code());
      } else {
        // The principal's name is the subject, see DemoSignIn.
        people
            .withSubject(context.getPrincipal().getName())
            .ifPresent(user -> TokenPerson.of(user).claims().forEach(claims::claim));
      }
    };
  }

  private static RegisteredClient gateway(IdentitySettings settings, PasswordEncoder secrets) {
    String url = settings.publicUrl().toString().replaceFirst("/$", "");
    return RegisteredClient.withId(GATEWAY)
        .clientId(GATEWAY)
        .clientSecret(secrets.encode(settings.clientSecret()))
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
        .redirectUri(url + "/login/oauth2/code/samen")
        .postLogoutRedirectUri(url)
        .postLogoutRedirectUri(url + "/")
        .scope(OidcScopes.OPENID)
        .scope(OidcScopes.PROFILE)
        .scope(OidcScopes.EMAIL)
        .clientSettings(
            ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(false)
                .build())
        .tokenSettings(
            TokenSettings.builder()
                .accessTokenTimeToLive(ACCESS)
                .refreshTokenTimeToLive(SIGNED_IN)
                // Two requests of one browser may refresh at the same time.
                .reuseRefreshTokens(true)
                .build())
        .build();
  }

  private static RegisteredClient partner(IdentitySettings settings, PasswordEncoder secrets) {
    return RegisteredClient.withId(PARTNER)
        .clientId(PARTNER)
        .clientSecret(secrets.encode(settings.partnerSecret()))
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .scope("partner")
        .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(ACCESS).build())
        .build();
  }
}
