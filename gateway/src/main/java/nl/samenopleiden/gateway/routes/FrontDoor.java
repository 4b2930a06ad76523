package nl.samenopleiden.gateway.routes;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the public finds the front door.
 *
 * @param publicUrl scheme, host and port that people type; cookies are Secure when it is https
 */
@ConfigurationProperties("samen.front-door")
public record FrontDoor(URI publicUrl) {

  public FrontDoor {
    if (!("http".equals(publicUrl.getScheme()) || "https".equals(publicUrl.getScheme()))
        || publicUrl.getHost() == null
        || !(publicUrl.getRawPath().isEmpty() || publicUrl.getRawPath().equals("/"))) {
      throw new IllegalArgumentException(
          "PUBLIC_URL must be an address without a path such as https://samen.example, but is "
              + publicUrl);
    }
    publicUrl = publicUrl.resolve("/");
  }

  /** Whether browsers reach us by https. */
  public boolean isSecure() {
    return "https".equals(publicUrl.getScheme());
  }

  /** The origin that our own pages have, for example {@code https://samen.example}. */
  public String origin() {
    return publicUrl.getScheme() + "://" + publicUrl.getRawAuthority();
  }

  /** The host and port that browsers send when they reach us the public way. */
  public String authority() {
    return publicUrl.getRawAuthority();
  }
}
