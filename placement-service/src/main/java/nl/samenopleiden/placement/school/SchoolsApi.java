package nl.samenopleiden.placement.school;

import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The schools that can offer places. */
@RestController
@RequestMapping("/api/placement/schools")
final class SchoolsApi {

  /** How many. */
  record Count(long count) {}

  private final Schools schools;

  SchoolsApi(Schools schools) {
    this.schools = schools;
  }

  /** People of a board see their own schools, people of a pabo those of its partners. */
  @GetMapping
  @Allowed({
    Role.BOARD_COORDINATOR,
    Role.SCHOOL_LEADER,
    Role.SCHOOL_EDUCATOR,
    Role.MENTOR,
    Role.TEACHER,
    Role.PROGRAMME_MANAGER,
    Role.SUPERVISOR,
    Role.LECTURER,
    Role.PARTNER
  })
  Page<KnownSchool> schools(
      Access access, PageRequest page, @RequestParam(defaultValue = "") String q) {
    return schools.page(access.withPartners(), q, page);
  }

  /** How far the copy is, for who watches an import arrive: a number and nothing else. */
  @GetMapping("/count")
  @Allowed(Role.OPERATOR)
  Count count() {
    return new Count(schools.total());
  }
}
