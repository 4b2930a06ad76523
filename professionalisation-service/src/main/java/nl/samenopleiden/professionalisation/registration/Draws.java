package nl.samenopleiden.professionalisation.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.web.RefusedException;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.Courses;
import nl.samenopleiden.professionalisation.course.Draw;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The draws of courses, so that everybody who sees the course can check them. Nothing in it says
 * who took part: entries are numbers, and people know their own.
 */
@Component
final class Draws {

  /**
   * A draw.
   *
   * @param commitment the SHA-256 of the seed, known from the beginning
   * @param seed none until it has been drawn
   * @param entries how many took part; none until it has been drawn
   */
  record Published(
      Instant at, String commitment, @Nullable String seed, @Nullable Integer entries) {}

  /**
   * One entry as it was drawn.
   *
   * @param place 1 for the first that was drawn
   * @param key the SHA-256 of {@code seed:entry}; the lowest is drawn first
   */
  record Result(int place, long entry, String key) {}

  private final Courses courses;
  private final RegistrationBook book;
  private final Clock clock;

  Draws(Courses courses, RegistrationBook book, Clock clock) {
    this.courses = courses;
    this.book = book;
    this.clock = clock;
  }

  /** The course, when it is one with a draw that the caller may see. */
  Stored<Course> course(Access access, String id) {
    return courses
        .find(access, id)
        .filter(each -> each.state().offer().allotment().draw() != null)
        .orElseThrow(RefusedException::notFound);
  }

  /** What everybody may know of a course's draw at this moment. */
  Published published(Stored<Course> course) {
    Draw draw = drawOf(course);
    List<Long> drawn = drawn(course, draw);
    return drawn.isEmpty()
        ? new Published(draw.at(), draw.commitment(), null, null)
        : new Published(draw.at(), draw.commitment(), draw.seed(), drawn.size());
  }

  /** The entries in the order in which they were drawn; none before. */
  Page<Result> results(Stored<Course> course, PageRequest page) {
    Draw draw = drawOf(course);
    List<Long> drawn = drawn(course, draw);
    return Page.of(IntStream.range(0, drawn.size()).boxed().toList(), page)
        .map(i -> new Result(i + 1, drawn.get(i), draw.key(drawn.get(i))));
  }

  /** Which entry the caller was, once it has been drawn. */
  Optional<Long> own(Access access, Stored<Course> course) {
    return Whose.idsOf(access.caller(), course.id().value()).stream()
        .flatMap(id -> book.entry(id).stream())
        .findFirst();
  }

  private static Draw drawOf(Stored<Course> course) {
    Draw draw = course.state().offer().allotment().draw();
    if (draw == null) {
      throw RefusedException.notFound();
    }
    return draw;
  }

  private List<Long> drawn(Stored<Course> course, Draw draw) {
    return draw.isOver(clock.instant()) ? book.drawn(course.id()) : List.of();
  }
}
