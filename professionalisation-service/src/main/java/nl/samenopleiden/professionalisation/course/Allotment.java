package nl.samenopleiden.professionalisation.course;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the seats of a course are given out. Whoever is first comes first, unless there is a draw or
 * some seats are kept for boards.
 *
 * @param draw none when who comes first is first
 * @param shares what is kept for boards
 */
public record Allotment(@Nullable Draw draw, Shares shares) {

  /** Whoever comes first. */
  public static final Allotment FIRST_COME = new Allotment(null, Shares.NONE);

  /** The draw that is still to come. */
  public Optional<Draw> drawAfter(Instant now) {
    return draw == null || draw.isOver(now) ? Optional.empty() : Optional.of(draw);
  }
}
