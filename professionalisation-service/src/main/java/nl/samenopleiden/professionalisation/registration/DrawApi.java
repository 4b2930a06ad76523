package nl.samenopleiden.professionalisation.registration;

import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.web.Allowed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Draws for whoever wants to do them again. */
@RestController
@RequestMapping("/api/professionalisation/courses/{course}/draw")
@Allowed
final class DrawApi {

  private final Draws draws;

  DrawApi(Draws draws) {
    this.draws = draws;
  }

  /** What is known of the draw of a course; not found when it has none. */
  @GetMapping
  Draws.Published draw(Access access, @PathVariable String course) {
    return draws.published(draws.course(access, course));
  }

  /** The entries in the order in which they were drawn. */
  @GetMapping("/results")
  Page<Draws.Result> results(Access access, @PathVariable String course, PageRequest page) {
    return draws.results(draws.course(access, course), page);
  }
}
