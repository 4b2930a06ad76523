package nl.samenopleiden.gateway.routes;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where to come back to: only ever within the front door. */
public final class LocalPath {

  private static final int LONGEST = 1_000;

  private LocalPath() {}

  /** The path when it is one of ours, else the home page. */
  public static String of(@Nullable String wanted) {
    if (wanted == null
        || wanted.length() > LONGEST
        || !wanted.startsWith("/")
        || wanted.startsWith("//")
        || wanted.indexOf('\\') >= 0
        || wanted.chars().anyMatch(c -> c <= ' ' || c >= 127)) {
      return "/";
    }
    try {
      URI uri = URI.create(wanted);
      boolean local = uri.getScheme() == null && uri.getRawAuthority() == null;
      // Coming back into the middle of signing in or out would go round in circles.
      return local && !isAboutSigningIn(uri.getPath()) ? wanted : "/";
    } catch (IllegalArgumentException nonsense) {
      return "/";
    }
  }

  private static boolean isAboutSigningIn(String path) {
    return path.equals("/sign-in") || path.equals("/sign-out") || path.startsWith("/login/");
  }
}
