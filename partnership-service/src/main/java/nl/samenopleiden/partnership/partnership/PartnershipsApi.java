package nl.samenopleiden.partnership.partnership;

import java.net.URI;
import java.util.List;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Partnerships, for machines. */
@RestController
@RequestMapping("/api/partnership/partnerships")
final class PartnershipsApi {

  /**
   * Proposes a partnership.
   *
   * @param board the board's number, when a pabo proposes
   * @param pabo the pabo's short name, when a board proposes
   */
  record Proposal(@Nullable String board, @Nullable String pabo) {}

  private final Partnering partnering;
  private final Problems problems;

  PartnershipsApi(Partnering partnering, Problems problems) {
    this.partnering = partnering;
    this.problems = problems;
  }

  @GetMapping
  @Allowed({
    Role.PROGRAMME_MANAGER,
    Role.SUPERVISOR,
    Role.LECTURER,
    Role.BOARD_COORDINATOR,
    Role.SCHOOL_LEADER,
    Role.SCHOOL_EDUCATOR
  })
  Page<PartnershipView> all(Access access, PageRequest page) {
    return Page.of(partnering.all(access), page);
  }

  /** To whom the caller's side could propose. */
  @GetMapping("/candidates")
  @Allowed({Role.PROGRAMME_MANAGER, Role.BOARD_COORDINATOR})
  List<PartnershipView.Candidate> candidates(Access access) {
    return partnering.candidates(access);
  }

  @PostMapping
  @Allowed({Role.PROGRAMME_MANAGER, Role.BOARD_COORDINATOR})
  ResponseEntity<?> propose(Access access, @RequestBody Proposal proposal) {
    String other = access.home().isBoard() ? proposal.pabo() : proposal.board();
    return problems.answer(
        partnering.propose(access, other == null ? "" : other),
        made ->
            ResponseEntity.created(URI.create("/api/partnership/partnerships/" + made.id()))
                .body(made));
  }

  @GetMapping("/{partnership}")
  @Allowed({Role.PROGRAMME_MANAGER, Role.BOARD_COORDINATOR})
  PartnershipView one(Access access, @PathVariable String partnership) {
    return partnering.find(access, partnership);
  }

  @PostMapping("/{partnership}/acceptance")
  @Allowed({Role.PROGRAMME_MANAGER, Role.BOARD_COORDINATOR})
  ResponseEntity<?> accept(Access access, @PathVariable String partnership) {
    return problems.answer(partnering.accept(access, partnership), ResponseEntity::ok);
  }

  @PostMapping("/{partnership}/end")
  @Allowed({Role.PROGRAMME_MANAGER, Role.BOARD_COORDINATOR})
  ResponseEntity<?> end(Access access, @PathVariable String partnership) {
    return problems.answer(partnering.end(access, partnership), ResponseEntity::ok);
  }
}
