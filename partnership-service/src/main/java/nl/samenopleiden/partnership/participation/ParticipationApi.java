package nl.samenopleiden.partnership.participation;

import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Participation in courses, for machines. People of a pabo name a partner board. */
@RestController
@RequestMapping("/api/partnership/courses")
@Allowed({Role.BOARD_COORDINATOR, Role.SCHOOL_LEADER, Role.SCHOOL_EDUCATOR, Role.PROGRAMME_MANAGER})
final class ParticipationApi {

  private final Participation participation;

  ParticipationApi(Participation participation) {
    this.participation = participation;
  }

  @GetMapping
  Page<CourseLine> courses(
      Access access,
      @RequestParam(required = false) @Nullable String board,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String theme,
      PageRequest page) {
    return participation.courses(Sight.of(access, board), q, theme, page).page();
  }

  @GetMapping("/trend")
  Trend trend(Access access, @RequestParam(required = false) @Nullable String board) {
    return participation.trend(Sight.of(access, board));
  }

  @GetMapping("/{course}")
  CourseDetail course(
      Access access,
      @PathVariable String course,
      @RequestParam(required = false) @Nullable String board,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable Boolean reached,
      PageRequest page) {
    return participation.course(Sight.of(access, board), course, q, reached, page).detail();
  }
}
