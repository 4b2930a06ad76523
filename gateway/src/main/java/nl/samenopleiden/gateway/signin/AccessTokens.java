package nl.samenopleiden.gateway.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import nl.samenopleiden.gateway.caller.BadToken;
import nl.samenopleiden.gateway.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Verifies access tokens: signature, issuer, audience, times. What was fully verified once is
 * remembered for five minutes by the hash of the token, and never beyond its end.
 */
@Component
final class AccessTokens {

  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final Duration REMEMBERED = Duration.ofMinutes(5);
  private static final int MOST = 20_000;
  private static final int LONGEST = 8_000;

  private record Verified(Caller caller, Instant end) {}

  private final Signatures signatures;
  private final SignInSettings settings;
  private final Clock clock;
  private final Cache<String, Verified> verified =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

  AccessTokens(Signatures signatures, SignInSettings settings, Clock clock) {
    this.signatures = signatures;
    this.settings = settings;
    this.clock = clock;
  }

  /** Who the token speaks for; {@link BadToken} when it is not good. */
  Mono<Caller> verify(String token) {
    if (token.length() > LONGEST) {
      return Mono.error(new BadToken("too long"));
    }
    String hash = hash(token);
    Verified before = verified.getIfPresent(hash);
    if (before != null) {
      return before.end().isAfter(clock.instant())
          ? Mono.just(before.caller())
          : Mono.error(new BadToken("expired"));
    }
    try {
      return signatures
          .claims(JWTParser.parse(token))
          .map(this::checked)
          .doOnNext(good -> verified.put(hash, good))
          .map(Verified::caller);
    } catch (ParseException nonsense) {
      return Mono.error(new BadToken("not a token"));
    }
  }

  private Verified checked(JWTClaimsSet claims) {
    Instant now = clock.instant();
    Date expires = claims.getExpirationTime();
    Date begins = claims.getNotBeforeTime();
    if (!settings.issuer().toString().equals(claims.getIssuer())) {
      throw new BadToken("of another issuer");
    }
    if (!claims.getAudience().contains(settings.audience())) {
      throw new BadToken("for another audience");
    }
    if (expires == null || !expires.toInstant().plus(SKEW).isAfter(now)) {
      throw new BadToken("expired");
    }
    if (begins != null && begins.toInstant().minus(SKEW).isAfter(now)) {
      throw new BadToken("not valid yet");
    }
    String person = claims.getSubject();
    if (person == null || person.isBlank()) {
      throw new BadToken("of nobody");
    }
    String name = text(claims, "name");
    return new Verified(
        new Caller(person, name == null ? "" : name, tenant(claims)),
        expires.toInstant().plus(SKEW));
  }

  private static @Nullable String tenant(JWTClaimsSet claims) {
    for (String kind : List.of("board", "pabo")) {
      String code = text(claims, kind);
      if (code != null) {
        return kind + ":" + code;
      }
    }
    return null;
  }

  private static @Nullable String text(JWTClaimsSet claims, String name) {
    return claims.getClaim(name) instanceof String text && !text.isBlank() ? text : null;
  }

  private static String hash(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
