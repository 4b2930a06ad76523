package nl.samenopleiden.partnership.pabo;

import java.net.URI;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pabos, for machines. */
@RestController
@RequestMapping("/api/partnership/pabos")
final class PabosApi {

  /**
   * Registers a pabo.
   *
   * @param code its short name: small letters, digits and dashes, 2 to 30 signs
   * @param name what it is called, at most 120 signs
   */
  record Registering(@Nullable String code, @Nullable String name) {}

  private final Pabos pabos;
  private final Problems problems;

  PabosApi(Pabos pabos, Problems problems) {
    this.pabos = pabos;
    this.problems = problems;
  }

  @GetMapping
  @Allowed({
    Role.OPERATOR,
    Role.BOARD_COORDINATOR,
    Role.PROGRAMME_MANAGER,
    Role.SUPERVISOR,
    Role.LECTURER
  })
  Page<Pabo> all(PageRequest page) {
    return Page.of(pabos.all(), page);
  }

  @PostMapping
  @Allowed(Role.OPERATOR)
  ResponseEntity<?> register(Access access, @RequestBody Registering wanted) {
    return problems.answer(
        pabos.register(
            access.caller().person(),
            wanted.code() == null ? "" : wanted.code(),
            wanted.name() == null ? "" : wanted.name()),
        pabo -> ResponseEntity.created(URI.create("/api/partnership/pabos")).body(pabo));
  }
}
