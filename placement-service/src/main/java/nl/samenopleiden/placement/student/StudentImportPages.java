package nl.samenopleiden.placement.student;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.samenopleiden.platform.importing.ImportDesk;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The pages on which a pabo's list of students is imported. */
@Controller
@RequestMapping("/placement/student-imports")
@Allowed({Role.PROGRAMME_MANAGER, Role.SUPERVISOR})
final class StudentImportPages {

  private final ImportDesk<Enrolment> desk;

  StudentImportPages(ImportDesk<Enrolment> desk) {
    this.desk = desk;
  }

  @GetMapping
  String form(Access access, Model model) {
    desk.form(access.own(), null, model);
    return "placement/student-import";
  }

  @PostMapping
  String upload(
      Access access,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      HttpServletResponse response,
      Model model)
      throws IOException {
    return desk.page(
        access.home(), access.caller().person(), file, "placement/student-import", response, model);
  }

  @GetMapping("/{import}")
  String report(
      Access access,
      @PathVariable("import") String id,
      @RequestParam(defaultValue = "false") boolean automatic,
      PageRequest page,
      HttpServletResponse response,
      Model model) {
    desk.report(access.own(), id, page, automatic, response, model);
    return "placement/student-import-report";
  }

  /** Only the part of the report that changes, for the page that shows it. */
  @GetMapping("/{import}/progress")
  String progress(
      Access access,
      @PathVariable("import") String id,
      PageRequest page,
      HttpServletResponse response,
      Model model) {
    desk.report(access.own(), id, page, false, response, model);
    return "placement/student-import-progress";
  }
}
