package nl.samenopleiden.local.identity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Who signed in, in memory, and in one file each once there is something to refresh: so that a
 * restart signs nobody out. Keeps the latest only.
 */
final class KeptAuthorizations implements OAuth2AuthorizationService {

  private static final Logger log = LoggerFactory.getLogger(KeptAuthorizations.class);
  private static final int MOST = 5_000;

  /** What we wrote ourselves, and nothing else, is read back. */
  private static final ObjectInputFilter OURS =
      ObjectInputFilter.Config.createFilter(
          "maxdepth=64;maxbytes=1000000;org.springframework.security.**;java.lang.*;java.util.**;"
              + "java.time.*;java.net.*;!*");

  private final InMemoryOAuth2AuthorizationService inMemory =
      new InMemoryOAuth2AuthorizationService();
  private final SequencedMap<String, OAuth2Authorization> inOrder = new LinkedHashMap<>();
  private final Path folder;

  KeptAuthorizations(Path folder) throws IOException {
    this.folder = folder;
    PrivateFiles.makeFolder(folder);
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.toList();
    }
    files.forEach(this::load);
  }

  @Override
  public synchronized void save(OAuth2Authorization authorization) {
    inMemory.save(authorization);
    inOrder.putLast(authorization.getId(), authorization);
    if (authorization.getRefreshToken() != null) {
      store(authorization);
    }
    while (inOrder.size() > MOST) {
      remove(inOrder.firstEntry().getValue());
    }
  }

  @Override
  public synchronized void remove(OAuth2Authorization authorization) {
    inMemory.remove(authorization);
    inOrder.remove(authorization.getId());
    delete(file(authorization.getId()));
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return inMemory.findById(id);
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(
      String token, @Nullable OAuth2TokenType tokenType) {
    return inMemory.findByToken(token, tokenType);
  }

  private void store(OAuth2Authorization authorization) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(authorization);
      out.flush();
      PrivateFiles.write(file(authorization.getId()), bytes.toByteArray());
    } catch (IOException failed) {
      throw new UncheckedIOException("a sign-in could not be kept in " + folder, failed);
    }
  }

  private void load(Path file) {
    try (var in = new ObjectInputStream(Files.newInputStream(file))) {
      in.setObjectInputFilter(OURS);
      OAuth2Authorization authorization = (OAuth2Authorization) in.readObject();
      if (canBeRefreshed(authorization)) {
        inMemory.save(authorization);
        inOrder.putLast(authorization.getId(), authorization);
        return;
      }
    } catch (IOException | ClassNotFoundException | RuntimeException unreadable) {
      // Written by another version, or cut short: whoever it was signs in again.
      log.info("a kept sign-in is not read: {}", unreadable.toString());
    }
    delete(file);
  }

  private static boolean canBeRefreshed(OAuth2Authorization authorization) {
    OAuth2Authorization.@Nullable Token<OAuth2RefreshToken> token = authorization.getRefreshToken();
    if (token == null) {
      return false;
    }
    @Nullable Instant until = token.getToken().getExpiresAt();
    return until == null || until.isAfter(Instant.now());
  }

  private Path file(String id) {
    return folder.resolve(id + ".ser");
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      log.warn("could not be removed: {}", file);
    }
  }
}
