package nl.samenopleiden.gateway.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.JWSVerifierFactory;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import nl.samenopleiden.gateway.caller.BadToken;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Checks that the provider signed a token, with an algorithm that we accept. New keys are fetched
 * when a token names one that we do not know, at most once in ten seconds, whoever asks.
 */
@Component
final class Signatures {

  private static final Set<JWSAlgorithm> ACCEPTED =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256, JWSAlgorithm.PS256);

  private static final Set<JOSEObjectType> TYPES =
      Set.of(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"));

  private final Provider provider;
  private final JWSVerifierFactory verifiers = new DefaultJWSVerifierFactory();
  private volatile JWKSet known = new JWKSet();

  Signatures(Provider provider) {
    this.provider = provider;
  }

  /** What a token says, when the provider signed it; else {@link BadToken}. */
  Mono<JWTClaimsSet> claims(JWT token) {
    if (!(token instanceof SignedJWT signed)
        || !ACCEPTED.contains(signed.getHeader().getAlgorithm())) {
      return Mono.error(new BadToken("not signed with an algorithm that we accept"));
    }
    JOSEObjectType type = signed.getHeader().getType();
    if (type != null && !TYPES.contains(type)) {
      return Mono.error(new BadToken("not an access token"));
    }
    return keys(signed.getHeader()).map(keys -> verified(signed, keys));
  }

  private Mono<List<JWK>> keys(JWSHeader header) {
    JWKSelector selector = new JWKSelector(JWKMatcher.forJWSHeader(header));
    List<JWK> found = selector.select(known);
    return found.isEmpty()
        ? provider.keys().doOnNext(fresh -> known = fresh).map(selector::select)
        : Mono.just(found);
  }

  private JWTClaimsSet verified(SignedJWT token, List<JWK> keys) {
    for (JWK key : keys) {
      try {
        if (key instanceof AsymmetricJWK pair
            && token.verify(verifiers.createJWSVerifier(token.getHeader(), pair.toPublicKey()))) {
          return token.getJWTClaimsSet();
        }
      } catch (JOSEException | ParseException nonsense) {
        throw new BadToken("cannot be verified");
      }
    }
    throw new BadToken("not signed by our provider");
  }
}
