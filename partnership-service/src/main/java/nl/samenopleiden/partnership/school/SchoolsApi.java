package nl.samenopleiden.partnership.school;

import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.web.Allowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Schools, for machines. */
@RestController
@RequestMapping("/api/partnership/schools")
@Allowed
final class SchoolsApi {

  private final SchoolSearch schools;

  SchoolsApi(SchoolSearch schools) {
    this.schools = schools;
  }

  @GetMapping
  Page<SchoolView.Line> search(
      Access access,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String board,
      PageRequest page) {
    return schools.search(access, q, board, page);
  }

  @GetMapping("/{school}")
  SchoolView school(Access access, @PathVariable String school) {
    return schools.find(access, school);
  }
}
