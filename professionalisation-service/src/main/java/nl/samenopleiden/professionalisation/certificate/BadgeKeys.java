package nl.samenopleiden.professionalisation.certificate;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The keys of badges: the first signs, and the public halves of all are published, so that what an
 * earlier key signed can still be checked. They come from {@code BADGE_KEY}, or from the file that
 * {@code BADGE_KEY_FILE} names, which is made at the first start. Without either there are no
 * badges.
 */
@Component
final class BadgeKeys {

  private static final Logger log = LoggerFactory.getLogger(BadgeKeys.class);
  private static final int BITS = 2048;

  private final Optional<RSAKey> signing;
  private final JWKSet published;

  BadgeKeys(
      @Value("${samen.badge-key}") String given, @Value("${samen.badge-key-file}") String file)
      throws IOException, JOSEException {
    if (!given.isBlank()) {
      published = read(given, "BADGE_KEY");
    } else if (!file.isBlank()) {
      published = keptIn(Path.of(file));
    } else {
      log.warn("badges: neither BADGE_KEY nor BADGE_KEY_FILE is set, so there are none");
      published = new JWKSet();
    }
    signing = published.getKeys().stream().findFirst().map(JWK::toRSAKey);
  }

  /** Signs badges; empty when this installation gives none. */
  Optional<RSAKey> signing() {
    return signing;
  }

  /** The public halves of all keys. */
  JWKSet published() {
    return published.toPublicJWKSet();
  }

  private static JWKSet keptIn(Path file) throws IOException, JOSEException {
    if (!Files.exists(file)) {
      make(file);
    }
    return read(Files.readString(file), file.toString());
  }

  private static void make(Path file) throws IOException, JOSEException {
    RSAKey key =
        new RSAKeyGenerator(BITS)
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(JWSAlgorithm.RS256)
            .keyIDFromThumbprint(true)
            .generate();
    Path folder = file.toAbsolutePath().resolveSibling("");
    Files.createDirectories(folder);
    Path fresh = Files.createTempFile(folder, "key", ".new", ownerOnly(folder));
    try {
      Files.writeString(fresh, new JWKSet(key).toString(false));
      // A link is made in one step, or not at all when another process was first.
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException first) {
      log.info("badges: another process has just made the key");
    } finally {
      Files.delete(fresh);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path near) {
    return near.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[] {};
  }

  /** One key or a set of them, of which the first can sign. */
  private static JWKSet read(String text, String where) {
    try {
      JWKSet keys =
          text.contains("\"keys\"") ? JWKSet.parse(text) : new JWKSet(List.of(JWK.parse(text)));
      List<JWK> all = keys.getKeys();
      if (!all.isEmpty()
          && all.getFirst() instanceof RSAKey first
          && first.isPrivate()
          && first.size() >= BITS
          && all.stream().allMatch(key -> key.getKeyID() != null && !key.getKeyID().isBlank())) {
        return keys;
      }
    } catch (ParseException unreadable) {
      // Said below, without what was read: it is a secret.
    }
    throw new IllegalStateException(
        where
            + " must hold a JSON Web Key, or a set of them, each with a kid; the first a private RSA"
            + " key of at least "
            + BITS
            + " bits");
  }
}
