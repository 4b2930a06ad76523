package nl.samenopleiden.professionalisation.registration;

import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the caller's board wants it, for other programs. */
@RestController
@RequestMapping("/api/professionalisation/practice")
@Allowed(Role.BOARD_COORDINATOR)
final class PracticeApi {

  /** What the board wants. */
  record Wanted(@Nullable Boolean asksFirst) {}

  private final Practices practices;
  private final Problems problems;

  PracticeApi(Practices practices, Problems problems) {
    this.practices = practices;
    this.problems = problems;
  }

  @GetMapping
  Practice practice(Access access) {
    return practices.of(access.home());
  }

  /** Changes it for whoever registers from now on. */
  @PutMapping
  ResponseEntity<?> change(Access access, @RequestBody Wanted wanted) {
    return wanted.asksFirst() == null
        ? problems.response(Refusal.invalid("field-needed", "asksFirst"))
        : ResponseEntity.ok(practices.change(access, wanted.asksFirst()));
  }
}
