package nl.samenopleiden.gateway.signin;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in.
 *
 * @param issuer OIDC_ISSUER: the provider, exactly as it names itself in tokens
 * @param audience what tokens for us are meant for
 * @param clientId OIDC_CLIENT_ID
 * @param clientSecret OIDC_CLIENT_SECRET; empty for a public client
 * @param cookieKey SESSION_COOKIE_KEY: 32 bytes in base64 with which the cookie of a sign-in under
 *     way is sealed; empty takes a fresh one at each start. Several gateways need the same.
 * @param sessionIdle how long a session lasts when nobody uses it
 * @param maxSessions how many people can be signed in at once; some 5 KB each
 * @param refreshEarly how long before its end an access token is replaced
 */
@ConfigurationProperties("samen.sign-in")
record SignInSettings(
    URI issuer,
    @DefaultValue("samen") String audience,
    String clientId,
    @DefaultValue("") String clientSecret,
    @DefaultValue("") String cookieKey,
    @DefaultValue("8h") Duration sessionIdle,
    @DefaultValue("20000") int maxSessions,
    @DefaultValue("30s") Duration refreshEarly) {

  SignInSettings {
    if (issuer.getHost() == null) {
      throw new IllegalArgumentException(
          "OIDC_ISSUER must be an address such as https://login.example, but is " + issuer);
    }
    if (clientId.isBlank()) {
      throw new IllegalArgumentException("OIDC_CLIENT_ID must name this client at the provider");
    }
    if (!cookieKey.isEmpty() && Base64.getDecoder().decode(cookieKey).length != 32) {
      throw new IllegalArgumentException(
          "SESSION_COOKIE_KEY must be 32 bytes in base64, as of: openssl rand -base64 32");
    }
  }

  /** Never shows the secrets. */
  @Override
  public String toString() {
    return "SignInSettings[" + issuer + ", " + clientId + "]";
  }
}
