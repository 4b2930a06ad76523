package nl.samenopleiden.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class RememberingJwtDecoderTest {

  private static final Instant NOW = Instant.parse("2026-09-01T10:00:00Z");

  private final List<String> checked = new ArrayList<>();

  @Test
  void checksATokenOnceWhileItIsRemembered() {
    RememberingJwtDecoder decoder = decoder(Duration.ofMinutes(5));

    assertThat(decoder.decode("a")).isSameAs(decoder.decode("a"));
    decoder.decode("b");

    assertThat(checked).containsExactly("a", "b");
  }

  @Test
  void doesNotRememberWhatHasExpired() {
    RememberingJwtDecoder decoder = decoder(Duration.ofSeconds(-1));

    decoder.decode("a");
    decoder.decode("a");

    assertThat(checked).containsExactly("a", "a");
  }

  @Test
  void checksWhatWasRefusedEachTime() {
    RememberingJwtDecoder decoder =
        new RememberingJwtDecoder(
            token -> {
              checked.add(token);
              throw new BadJwtException("no");
            },
            Clock.fixed(NOW, ZoneOffset.UTC));

    assertThatThrownBy(() -> decoder.decode("a")).isInstanceOf(BadJwtException.class);
    assertThatThrownBy(() -> decoder.decode("a")).isInstanceOf(BadJwtException.class);

    assertThat(checked).containsExactly("a", "a");
  }

  private RememberingJwtDecoder decoder(Duration left) {
    return new RememberingJwtDecoder(
        token -> {
          checked.add(token);
          return Jwt.withTokenValue(token)
              .header("alg", "RS256")
              .issuedAt(NOW.minusSeconds(60))
              .expiresAt(NOW.plus(left))
              .build();
        },
        Clock.fixed(NOW, ZoneOffset.UTC));
  }
}
