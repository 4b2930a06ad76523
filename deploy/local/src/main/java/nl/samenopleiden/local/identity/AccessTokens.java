package nl.samenopleiden.local.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/** Makes access tokens for people who did not sign in, with the same claims as if they had. */
@Component
final class AccessTokens {

  private static final JwsHeader HEADER = JwsHeader.with(SignatureAlgorithm.RS256).build();

  private final JwtEncoder encoder;
  private final IdentitySettings settings;
  private final Clock clock;

  AccessTokens(JwtEncoder encoder, IdentitySettings settings, Clock clock) {
    this.encoder = encoder;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A token.
   *
   * @param life how long it is good from now; one that is negative ended so long ago
   */
  String of(TokenPerson person, String audience, Duration life) {
    Instant now = clock.instant();
    Instant from = life.isPositive() ? now : now.plus(life).minus(Protocol.ACCESS);
    JwtClaimsSet.Builder claims =
        JwtClaimsSet.builder()
            .issuer(settings.issuer().toString())
            .audience(List.of(audience))
            .issuedAt(from)
            .notBefore(from)
            .expiresAt(now.plus(life))
            .id(UUID.randomUUID().toString());
    person.claims().forEach(claims::claim);
    return encoder.encode(JwtEncoderParameters.from(HEADER, claims.build())).getTokenValue();
  }
}
