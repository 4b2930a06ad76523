package nl.samenopleiden.professionalisation.course;

import java.net.URI;
import java.net.URISyntaxException;

/** Addresses that people are sent to. */
public final class Links {

  /** How long one can be. */
  public static final int LONGEST = 500;

  private Links() {}

  /** Whether this is a whole address of a page that is sent encrypted, and nothing else. */
  public static boolean isSafe(String text) {
    try {
      URI link = new URI(text);
      return text.length() <= LONGEST
          && "https".equals(link.getScheme())
          && link.getHost() != null
          && link.getUserInfo() == null;
    } catch (URISyntaxException nonsense) {
      return false;
    }
  }
}
