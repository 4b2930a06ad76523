package nl.samenopleiden.professionalisation.course;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * Seats are drawn among all who register before a moment. The seed is made with the course and
 * stays secret until then; its {@link #commitment} is published at once, so that nobody can choose
 * the seed afterwards, and the seed itself after the draw, so that everybody can do it again.
 *
 * @param at when it is drawn; who registers later comes after all who took part
 * @param seed 32 random bytes in hexadecimal
 */
public record Draw(Instant at, String seed) {

  private static final int SEED_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A draw at this moment with a seed of its own. */
  static Draw on(Instant at) {
    byte[] seed = new byte[SEED_BYTES];
    RANDOM.nextBytes(seed);
    return new Draw(at, HexFormat.of().formatHex(seed));
  }

  /** Whether its moment has come. */
  public boolean isOver(Instant now) {
    return !now.isBefore(at);
  }

  /** The SHA-256 of the seed, in hexadecimal. */
  public String commitment() {
    return sha256(seed);
  }

  /** What an entry is ordered by: the SHA-256 of {@code seed:entry}, in hexadecimal. */
  public String key(long entry) {
    return sha256(seed + ":" + entry);
  }

  /** The order in which entries are drawn: the lowest key first. */
  public Comparator<Long> order() {
    return Comparator.comparing(this::key);
  }

  /** Says nothing of the seed. */
  @Override
  public String toString() {
    return "Draw[at=" + at + "]";
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
