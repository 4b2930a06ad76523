package nl.samenopleiden.professionalisation.meeting;

import java.net.URI;
import java.net.URISyntaxException;

/** Addresses that people are sent to. */
final class Links {

  static final int LONGEST = 500;

  private Links() {}

  /** Whether this is a whole address of a page that is sent encrypted, and nothing else. */
  static boolean isSafe(String text) {
    try {
      URI link = new URI(text);
      return "https".equalsIgnoreCase(link.getScheme())
          && link.getHost() != null
          && link.getUserInfo() == null;
    } catch (URISyntaxException nonsense) {
      return false;
    }
  }
}
