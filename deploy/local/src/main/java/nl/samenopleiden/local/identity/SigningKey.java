package nl.samenopleiden.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/**
 * The key that signs tokens: made once and kept, so that tokens stay good over a restart. RSA,
 * because a token is signed once and verified many times, and RSA's verifying is the cheapest by
 * far.
 */
final class SigningKey {

  private static final int BITS = 2048;

  private SigningKey() {}

  static RSAKey keptIn(Path folder) throws IOException, JOSEException {
    Path file = folder.resolve("signing-key.json");
    if (Files.exists(file)) {
      try {
        return RSAKey.parse(Files.readString(file));
      } catch (ParseException broken) {
        throw new IOException(file + " is not a key: remove it, and a new one is made", broken);
      }
    }
    RSAKey key =
        new RSAKeyGenerator(BITS)
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(JWSAlgorithm.RS256)
            .keyIDFromThumbprint(true)
            .generate();
    PrivateFiles.write(file, key.toJSONString().getBytes(StandardCharsets.UTF_8));
    return key;
  }
}
