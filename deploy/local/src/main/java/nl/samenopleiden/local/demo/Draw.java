package nl.samenopleiden.local.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Chance that is the same on every run and on every machine: {@link Random}'s algorithm is part of
 * its contract. Everybody draws under a key of their own, so that one more person changes nobody
 * else.
 */
final class Draw {

  private final Random random;

  Draw(long seed, String key) {
    this.random = new Random(ByteBuffer.wrap(sha256(seed + ":" + key)).getLong());
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T oneOf(List<T> list) {
    return list.get(below(list.size()));
  }

  /** So many different ones, in the order of the list. */
  <T> List<T> someOf(List<T> list, int many) {
    List<T> left = new ArrayList<>(list);
    while (left.size() > many) {
      left.remove(below(left.size()));
    }
    return left;
  }

  <T> List<T> shuffled(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
