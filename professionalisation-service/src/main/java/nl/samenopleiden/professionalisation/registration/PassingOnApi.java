package nl.samenopleiden.professionalisation.registration;

import java.util.Locale;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Passing seats on, for other programs. */
@RestController
@RequestMapping("/api/professionalisation/courses/{course}/registrations")
@Allowed({Role.TEACHER, Role.MENTOR, Role.SCHOOL_EDUCATOR, Role.SCHOOL_LEADER})
final class PassingOnApi {

  /** The code that a colleague of the same school takes over the seat with. */
  record CodeView(String code) {}

  private final PassingOn passingOn;
  private final RegistrationViews views;
  private final Problems problems;

  PassingOnApi(PassingOn passingOn, RegistrationViews views, Problems problems) {
    this.passingOn = passingOn;
    this.views = views;
    this.problems = problems;
  }

  /** Offers the caller's seat to a colleague; the same code when asked again. */
  @PostMapping("/mine/passing-on")
  ResponseEntity<?> offer(Access access, @PathVariable String course) {
    return problems.answer(
        passingOn.offer(access, course), code -> ResponseEntity.ok(new CodeView(code)));
  }

  /** Keeps the seat after all. */
  @PostMapping("/mine/passing-on/withdrawal")
  ResponseEntity<?> keep(Access access, @PathVariable String course) {
    return problems.answer(passingOn.keep(access, course), _ -> ResponseEntity.noContent().build());
  }

  /** Takes over the seat that this code stands for. */
  @PostMapping("/passed-on/{code}")
  ResponseEntity<?> takeOver(
      Access access, @PathVariable String course, @PathVariable String code, Locale language) {
    return problems.answer(
        passingOn.takeOver(access, course, code, language),
        taken -> ResponseEntity.ok(views.of(taken)));
  }
}
