package nl.samenopleiden.local.platform;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/**
 * What the processes of this one installation know of each other and nobody else does; made once,
 * in a file that only its owner reads, and passed on by environment.
 *
 * @param gatewayClient with it the gateway identifies itself to the identity provider
 * @param partnerClient with it the other pabo's machine does
 * @param demoKey with it {@code ./samen} asks for tokens of the demonstration users
 */
public record Secrets(String gatewayClient, String partnerClient, String demoKey) {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final String GATEWAY = "OIDC_CLIENT_SECRET";
  private static final String PARTNER = "PARTNER_CLIENT_SECRET";
  private static final String DEMO = "DEMO_KEY";

  /** The secrets of the file, made when there is none. */
  public static Secrets in(Path file) {
    try {
      if (!Files.exists(file)) {
        write(file);
      }
      var properties = new Properties();
      properties.load(new StringReader(Files.readString(file)));
      return new Secrets(
          read(properties, GATEWAY, file),
          read(properties, PARTNER, file),
          read(properties, DEMO, file));
    } catch (IOException failed) {
      throw new UncheckedIOException("Can't read or make the secrets in " + file, failed);
    }
  }

  private static void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    Files.write(
        fresh, List.of(GATEWAY + "=" + random(), PARTNER + "=" + random(), DEMO + "=" + random()));
    Files.move(fresh, file);
  }

  private static String random() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String read(Properties properties, String name, Path file) {
    String value = properties.getProperty(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          file + " has no " + name + ": remove the file, and it is made anew");
    }
    return value;
  }

  @Override
  public String toString() {
    return "Secrets[not shown]";
  }
}
