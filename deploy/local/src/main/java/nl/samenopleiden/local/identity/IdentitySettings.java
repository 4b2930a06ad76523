package nl.samenopleiden.local.identity;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the identity provider is set up. All of it comes from the environment, see
 * identity.properties; empty means absent.
 *
 * @param issuer our own address as everybody writes it ({@code OIDC_ISSUER})
 * @param address what we bind to ({@code SERVER_ADDRESS})
 * @param publicUrl where the gateway is ({@code PUBLIC_URL})
 * @param state the folder for what survives a restart ({@code SAMEN_STATE})
 * @param clientSecret with it the gateway identifies itself ({@code OIDC_CLIENT_SECRET})
 * @param partnerSecret with it the other pabo's machine does; absent: that client does not exist
 *     ({@code PARTNER_CLIENT_SECRET})
 * @param demoKey with it tokens are given without signing in; absent: they are not ({@code
 *     DEMO_KEY})
 * @param signIn {@code anywhere} lifts the restriction to this machine ({@code SAMEN_DEMO_SIGN_IN})
 */
@ConfigurationProperties("samen.identity")
public record IdentitySettings(
    URI issuer,
    String address,
    URI publicUrl,
    Path state,
    String clientSecret,
    String partnerSecret,
    String demoKey,
    String signIn) {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  public IdentitySettings {
    if (issuer.getHost() == null) {
      throw new IllegalArgumentException(
          "OIDC_ISSUER is not an address: write it like http://localhost:8090");
    }
    if (publicUrl.getHost() == null) {
      throw new IllegalArgumentException(
          "PUBLIC_URL is not an address: write it like http://localhost:8080");
    }
    if (clientSecret.isBlank()) {
      throw new IllegalArgumentException(
          "OIDC_CLIENT_SECRET is missing: set it to the secret that the gateway uses as well");
    }
    if (!signIn.equals("anywhere")) {
      if (!THIS_MACHINE.contains(issuer.getHost())) {
        throw new IllegalArgumentException(
            "Everybody may sign in here as anybody, so the issuer must be on localhost and not on "
                + issuer.getHost()
                + ". If you are sure that nobody else reaches it, set SAMEN_DEMO_SIGN_IN=anywhere");
      }
      if (!isLoopback(address)) {
        throw new IllegalArgumentException(
            "Everybody may sign in here as anybody, so it must listen on this machine only and not"
                + " on "
                + address
                + ". If you are sure that nobody else reaches it, set SAMEN_DEMO_SIGN_IN=anywhere");
      }
    }
  }

  /**
   * Whether a browser may call us by this name: a page elsewhere must not reach us by one it made.
   */
  boolean answersTo(String host) {
    return signIn.equals("anywhere")
        || host.equals(issuer.getHost())
        || host.equals("::1")
        || THIS_MACHINE.contains(host);
  }

  /** The gateway's scheme, host and port. */
  String gatewayOrigin() {
    return publicUrl.getScheme() + "://" + publicUrl.getAuthority();
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }
}
