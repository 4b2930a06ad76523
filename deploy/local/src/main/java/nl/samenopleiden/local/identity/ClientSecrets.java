package nl.samenopleiden.local.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares secrets that were drawn at random: too long to guess, so that a slow hash would only
 * slow the machine that gets a token.
 */
final class ClientSecrets implements PasswordEncoder {

  @Override
  public @Nullable String encode(@Nullable CharSequence secret) {
    return secret == null ? null : HexFormat.of().formatHex(digest(secret));
  }

  @Override
  public boolean matches(@Nullable CharSequence secret, @Nullable String encoded) {
    return secret != null
        && encoded != null
        && MessageDigest.isEqual(digest(secret), HexFormat.of().parseHex(encoded));
  }

  private static byte[] digest(CharSequence secret) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(secret.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
