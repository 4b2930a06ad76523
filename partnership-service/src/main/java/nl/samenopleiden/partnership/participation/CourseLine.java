package nl.samenopleiden.partnership.participation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One course, and how many of those whom the reader sees take part in it.
 *
 * @param title what its pabo calls it
 * @param startsAt when it starts; left out when that is not known
 * @param themes by their keys
 * @param offered how many seats the course has in all; left out when that is not known
 * @param cancelled whether it will not be given
 * @param seats how many of them have a seat
 * @param waiting how many of them wait for one
 * @param reached at how many of the schools somebody has a seat or waits for one
 * @param schools how many schools there are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CourseLine(
    String id,
    String title,
    @Nullable Instant startsAt,
    List<String> themes,
    @Nullable Integer offered,
    boolean cancelled,
    int seats,
    int waiting,
    int reached,
    int schools) {

  public CourseLine {
    themes = List.copyOf(themes);
  }

  /** How many there are, with a seat or without. */
  int people() {
    return seats + waiting;
  }
}
