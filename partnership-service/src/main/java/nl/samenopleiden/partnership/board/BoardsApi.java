package nl.samenopleiden.partnership.board;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Boards, for machines. */
@RestController
@RequestMapping("/api/partnership/boards")
final class BoardsApi {

  /**
   * Chooses a board as a tenant.
   *
   * @param name what it shall be called, at most 120 signs
   */
  record Onboarding(@Nullable String name) {}

  private final BoardSearch search;
  private final Boards boards;
  private final Problems problems;

  BoardsApi(BoardSearch search, Boards boards, Problems problems) {
    this.search = search;
    this.boards = boards;
    this.problems = problems;
  }

  @GetMapping
  @Allowed
  Page<BoardView> search(
      Access access,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "false") boolean onboarded,
      PageRequest page) {
    return search.search(access, q, onboarded, page);
  }

  @GetMapping("/{board}")
  @Allowed
  BoardView board(Access access, @PathVariable String board) {
    return search.find(access, board);
  }

  @PostMapping("/{board}/onboarding")
  @Allowed(Role.OPERATOR)
  ResponseEntity<?> onboard(
      Access access, @PathVariable String board, @RequestBody Onboarding onboarding) {
    String name = onboarding.name() == null ? "" : onboarding.name();
    return problems.answer(
        boards.onboard(access.caller().person(), board, name),
        tenant -> ResponseEntity.ok(BoardView.of(tenant)));
  }
}
