package nl.samenopleiden.professionalisation.course;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.RefusedException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The editions of a course, for other programs. */
@RestController
@RequestMapping("/api/professionalisation/courses/{course}/editions")
final class EditionApi {

  /**
   * One time that the course is given.
   *
   * @param id the id of that course
   * @param edition 1 for the first time
   * @param open whether one can register now
   */
  record EditionView(
      String id, int edition, String title, Instant startsAt, boolean open, boolean cancelled) {}

  private final Courses courses;
  private final Editions editions;
  private final Offering offering;
  private final Problems problems;
  private final Clock clock;

  EditionApi(
      Courses courses, Editions editions, Offering offering, Problems problems, Clock clock) {
    this.courses = courses;
    this.editions = editions;
    this.offering = offering;
    this.problems = problems;
    this.clock = clock;
  }

  /** All editions, the last first; of a course that is given once, itself. */
  @GetMapping
  @Allowed
  Page<EditionView> all(Access access, @PathVariable String course, PageRequest page) {
    Stored<Course> found = courses.find(access, course).orElseThrow(RefusedException::notFound);
    return Page.of(editions.all(found), page).map(this::view);
  }

  /**
   * Gives the course again. What is left out is as in the course that it is made from, except when
   * it is held, when people can register and how seats are given out.
   */
  @PostMapping
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  ResponseEntity<?> next(
      Access access, @PathVariable String course, @RequestBody OfferDraft draft) {
    Stored<Course> before = courses.owned(access, course).orElseThrow(RefusedException::notFound);
    OfferDraft whole = draft.like(before.state().offer());
    return switch (offering.again(access, editions.next(before), whole)) {
      case Offering.Published.Done(var made) ->
          ResponseEntity.created(
                  URI.create("/api/professionalisation/courses/" + made.id().value()))
              .body(view(made));
      case Offering.Published.Refused(var reasons) -> problems.response(reasons);
    };
  }

  private EditionView view(Stored<Course> course) {
    Offer offer = course.state().offer();
    return new EditionView(
        course.id().value(),
        Edition.of(course).number(),
        offer.title(),
        offer.startsAt(),
        course.state().closedAt(clock.instant()).isEmpty(),
        course.state().isCancelled());
  }
}
