package nl.samenopleiden.partnership.participation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A course as its pabo tells of it.
 *
 * @param themes by their keys
 * @param startsAt null when it is not known
 * @param seats how many it has in all
 * @param cancelled whether it will not be given
 */
record Offered(
    String id,
    String title,
    List<String> themes,
    @Nullable Instant startsAt,
    int seats,
    boolean cancelled) {

  Offered {
    themes = List.copyOf(themes);
  }

  Offered withoutBeing() {
    return new Offered(id, title, themes, startsAt, seats, true);
  }
}
