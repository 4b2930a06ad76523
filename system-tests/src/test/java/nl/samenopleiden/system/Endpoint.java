package nl.samenopleiden.system;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An endpoint as the application itself lists it.
 *
 * @param service the process that serves it
 * @param roles who may call it; empty means everyone who signed in
 * @param open whether also somebody who did not sign in may
 */
record Endpoint(
    String service, String method, String path, boolean known, Set<String> roles, boolean open) {

  private static final Pattern VARIABLE = Pattern.compile("\\{([^}:]+)(:[^}]*)?}");

  boolean isApi() {
    return path.startsWith("/api/");
  }

  boolean allows(String role) {
    return roles.isEmpty() || roles.contains(role);
  }

  /** The names of what varies in the path. */
  List<String> variables() {
    return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
  }

  /** The path with this in the place of what varies. */
  String with(String value) {
    return VARIABLE.matcher(path).replaceAll(Matcher.quoteReplacement(value));
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
