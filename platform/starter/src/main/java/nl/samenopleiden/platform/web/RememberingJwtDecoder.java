package nl.samenopleiden.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Checks the signature of one token once a minute instead of with each request: a page and what it
 * loads, or a machine that sends thousands of requests, come with the same token. What was refused
 * is checked again each time. A key that the provider withdraws is believed for that minute more,
 * an expired token for no moment longer than without this.
 */
final class RememberingJwtDecoder implements JwtDecoder {

  static final Duration AT_MOST = Duration.ofMinutes(1);

  private static final int MOST = 5_000;

  private final JwtDecoder decoder;
  private final Clock clock;
  private final Cache<String, Jwt> accepted;

  RememberingJwtDecoder(JwtDecoder decoder, Clock clock) {
    this.decoder = decoder;
    this.clock = clock;
    this.accepted =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfter(Expiry.<String, Jwt>creating((_, jwt) -> until(jwt)))
            .build();
  }

  @Override
  public Jwt decode(String token) {
    Jwt known = accepted.getIfPresent(token);
    if (known != null) {
      return known;
    }
    Jwt checked = decoder.decode(token);
    accepted.put(token, checked);
    return checked;
  }

  private Duration until(Jwt jwt) {
    Instant expires = jwt.getExpiresAt();
    if (expires == null) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(clock.instant(), expires);
    return left.isNegative() ? Duration.ZERO : left.compareTo(AT_MOST) < 0 ? left : AT_MOST;
  }
}
