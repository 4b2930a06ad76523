package nl.samenopleiden.gateway.signin;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Makes text that only we can read, and that nobody can change unseen. */
final class Seal {

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final SecretKey key;

  /** Seals with this key (base64), or with a fresh one when it is empty. */
  Seal(String base64Key) {
    byte[] bytes = new byte[32];
    if (base64Key.isEmpty()) {
      random.nextBytes(bytes);
    } else {
      bytes = Base64.getDecoder().decode(base64Key);
    }
    this.key = new SecretKeySpec(bytes, "AES");
  }

  String seal(byte[] content) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(content);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The content, when we sealed it. */
  Optional<byte[]> open(String text) {
    try {
      byte[] all = Base64.getUrlDecoder().decode(text);
      if (all.length <= NONCE) {
        return Optional.empty();
      }
      byte[] nonce = java.util.Arrays.copyOf(all, NONCE);
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, nonce).doFinal(all, NONCE, all.length - NONCE));
    } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
