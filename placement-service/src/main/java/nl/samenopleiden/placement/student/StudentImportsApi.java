package nl.samenopleiden.placement.student;

import java.io.IOException;
import java.io.InputStream;
import nl.samenopleiden.platform.importing.ImportDesk;
import nl.samenopleiden.platform.importing.ImportView;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Importing a pabo's list of students, and following how it goes. */
@RestController
@RequestMapping("/api/placement/student-imports")
@Allowed({Role.PROGRAMME_MANAGER, Role.SUPERVISOR})
final class StudentImportsApi {

  private final ImportDesk<Enrolment> desk;

  StudentImportsApi(ImportDesk<Enrolment> desk) {
    this.desk = desk;
  }

  /** Takes a list of students in, as a file of a form. */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<?> upload(
      Access access, @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
      throws IOException {
    return desk.answer(desk.take(access.home(), access.caller().person(), file));
  }

  /** Takes a list of students in, as the body. */
  @PostMapping(
      consumes = {"text/csv", MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE})
  ResponseEntity<?> body(
      Access access, @RequestParam(defaultValue = "") String fileName, InputStream body)
      throws IOException {
    return desk.answer(desk.take(access.home(), access.caller().person(), fileName, body));
  }

  @GetMapping("/{import}")
  ImportView show(Access access, @PathVariable("import") String id) {
    return desk.view(access.own(), id);
  }

  @GetMapping("/{import}/errors")
  Page<ImportView.ProblemView> errors(
      Access access, @PathVariable("import") String id, PageRequest page) {
    return desk.problems(access.own(), id, page);
  }
}
