package nl.samenopleiden.partnership.overview;

import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A board's overview, for machines. */
@RestController
final class OverviewApi {

  private final OverviewAccess overviews;
  private final Problems problems;

  OverviewApi(OverviewAccess overviews, Problems problems) {
    this.overviews = overviews;
    this.problems = problems;
  }

  @GetMapping("/api/partnership/overview")
  @Allowed({Role.BOARD_COORDINATOR, Role.PROGRAMME_MANAGER})
  ResponseEntity<?> overview(
      Access access, @RequestParam(required = false) @Nullable String board) {
    return problems.answer(overviews.overview(access, board), ResponseEntity::ok);
  }
}
