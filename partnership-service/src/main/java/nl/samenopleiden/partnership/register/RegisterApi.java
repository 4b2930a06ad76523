package nl.samenopleiden.partnership.register;

import java.io.IOException;
import java.io.InputStream;
import nl.samenopleiden.partnership.school.Locations.Location;
import nl.samenopleiden.platform.importing.ImportDesk;
import nl.samenopleiden.platform.importing.ImportView;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
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

/** The import of the national register, for machines. */
@RestController
@RequestMapping("/api/partnership/school-imports")
@Allowed(Role.OPERATOR)
final class RegisterApi {

  private static final Scope OPERATOR = Scope.of(Owner.OPERATOR);

  private final ImportDesk<RegisterRow> desk;
  private final Missing missing;
  private final Closing closing;
  private final Problems problems;

  RegisterApi(ImportDesk<RegisterRow> desk, Missing missing, Closing closing, Problems problems) {
    this.desk = desk;
    this.missing = missing;
    this.closing = closing;
    this.problems = problems;
  }

  /** Takes a register file in, as a file of a form. */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<?> upload(
      Access access, @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
      throws IOException {
    return desk.answer(desk.take(Owner.OPERATOR, access.caller().person(), file));
  }

  /** Takes a register file in, as the body. */
  @PostMapping(
      consumes = {"text/csv", MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE})
  ResponseEntity<?> body(
      Access access, @RequestParam(defaultValue = "") String fileName, InputStream body)
      throws IOException {
    return desk.answer(desk.take(Owner.OPERATOR, access.caller().person(), fileName, body));
  }

  @GetMapping("/{import}")
  ImportView show(@PathVariable("import") String id) {
    return desk.view(OPERATOR, id);
  }

  @GetMapping("/{import}/errors")
  Page<ImportView.ProblemView> errors(@PathVariable("import") String id, PageRequest page) {
    return desk.problems(OPERATOR, id, page);
  }

  /** The known locations that the file did not hold. */
  @GetMapping("/{import}/missing")
  Page<Location> missing(@PathVariable("import") String id, PageRequest page) {
    desk.view(OPERATOR, id);
    return missing.page(id, page);
  }

  /** Closes them. */
  @PostMapping("/{import}/closing")
  ResponseEntity<?> close(Access access, @PathVariable("import") String id) {
    return problems.answer(
        closing.close(access.caller().person(), id),
        closed -> ResponseEntity.ok(desk.view(closed)));
  }
}
