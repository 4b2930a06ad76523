package nl.samenopleiden.professionalisation.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadgeKeysTest {

  @TempDir Path folder = Path.of("set by JUnit");

  @Test
  void aKeyIsMadeOnceAndOnlyItsOwnerReadsIt() throws IOException, JOSEException {
    Path file = folder.resolve("deep").resolve("key.json");
    RSAKey first = new BadgeKeys("", file.toString()).signing().orElseThrow();
    RSAKey second = new BadgeKeys("", file.toString()).signing().orElseThrow();
    assertThat(second).isEqualTo(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(new BadgeKeys("", file.toString()).published().toString(false))
        .doesNotContain("\"d\"")
        .contains(first.getKeyID());
  }

  @Test
  void anOlderKeyIsStillPublishedWhenANewOneSigns() throws IOException, JOSEException {
    RSAKey fresh = new RSAKeyGenerator(2048).keyID("new").generate();
    RSAKey old = new RSAKeyGenerator(2048).keyID("old").generate();
    BadgeKeys keys =
        new BadgeKeys(new JWKSet(List.of(fresh, old.toPublicJWK())).toString(false), "");
    assertThat(keys.signing()).contains(fresh);
    assertThat(keys.published().getKeys()).containsExactly(fresh.toPublicJWK(), old.toPublicJWK());
  }

  @Test
  void withoutAKeyThereAreNoBadgesAndWithABadOneTheServiceDoesNotStart()
      throws IOException, JOSEException {
    assertThat(new BadgeKeys("", "").signing()).isEmpty();
    assertThat(new BadgeKeys("", "").published().getKeys()).isEmpty();
    String cannotSign = new RSAKeyGenerator(2048).keyID("a").generate().toPublicJWK().toString();
    for (String bad : List.of("secret", "{}", cannotSign)) {
      assertThatThrownBy(() -> new BadgeKeys(bad, ""))
          .hasMessageStartingWith("BADGE_KEY must hold")
          .hasMessageNotContaining("secret");
    }
  }
}
