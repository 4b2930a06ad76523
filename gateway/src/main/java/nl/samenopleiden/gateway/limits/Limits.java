package nl.samenopleiden.gateway.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much may be asked. Generous: they stop a runaway program, not a rush of people.
 *
 * @param person one signed-in person or machine
 * @param tenant all people of one board or pabo together
 * @param anonymous one address without a good token, signing in included; a school is one address
 * @param trustedProxies TRUSTED_PROXIES: networks (as 10.0.0.0/8, by comma) of proxies of our own
 *     that tell the client's address in X-Forwarded-For; empty: nobody is believed
 */
@ConfigurationProperties("samen.limits")
record Limits(
    Limit person, Limit tenant, Limit anonymous, @DefaultValue("") String trustedProxies) {

  /**
   * A bucket that refills evenly.
   *
   * @param perSecond how many requests a second it refills with
   * @param burst how many requests it holds
   */
  record Limit(int perSecond, int burst) {

    Limit {
      if (perSecond < 1 || burst < 1) {
        throw new IllegalArgumentException("a limit must be at least 1 per second, burst 1");
      }
    }

    /** How long an empty bucket takes to fill, in whole seconds. */
    int window() {
      return Math.max(1, (burst + perSecond - 1) / perSecond);
    }
  }
}
