package nl.samenopleiden.local.frontdoor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text in addresses. */
final class UrlText {

  private UrlText() {}

  /** The text as a part of a path or a query. */
  static String of(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
