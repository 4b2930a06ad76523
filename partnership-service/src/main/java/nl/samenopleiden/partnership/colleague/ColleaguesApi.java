package nl.samenopleiden.partnership.colleague;

import java.io.IOException;
import java.io.InputStream;
import nl.samenopleiden.partnership.colleague.Colleague.Details;
import nl.samenopleiden.platform.importing.ImportDesk;
import nl.samenopleiden.platform.importing.ImportView;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
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

/** Colleagues and their import, for machines. */
@RestController
@RequestMapping("/api/partnership")
final class ColleaguesApi {

  private final ColleagueSearch search;
  private final Colleagues colleagues;
  private final ImportDesk<Details> desk;
  private final Problems problems;

  ColleaguesApi(
      ColleagueSearch search, Colleagues colleagues, ImportDesk<Details> desk, Problems problems) {
    this.search = search;
    this.colleagues = colleagues;
    this.desk = desk;
    this.problems = problems;
  }

  @GetMapping("/colleagues")
  @Allowed({Role.BOARD_COORDINATOR, Role.SCHOOL_LEADER, Role.SCHOOL_EDUCATOR})
  Page<ColleagueView> search(
      Access access, @RequestParam(defaultValue = "") String q, PageRequest page) {
    return search.search(access, q, page);
  }

  /** The colleague no longer works at the board. */
  @PostMapping("/colleagues/{colleague}/leaving")
  @Allowed(Role.BOARD_COORDINATOR)
  ResponseEntity<?> leave(Access access, @PathVariable String colleague) {
    return problems.answer(
        colleagues.leave(access.caller().person(), access.home(), colleague),
        _ -> ResponseEntity.noContent().build());
  }

  /** Takes a list of colleagues in, as a file of a form. */
  @PostMapping(path = "/colleague-imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Allowed(Role.BOARD_COORDINATOR)
  ResponseEntity<?> upload(
      Access access, @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
      throws IOException {
    return desk.answer(desk.take(access.home(), access.caller().person(), file));
  }

  /** Takes a list of colleagues in, as the body. */
  @PostMapping(
      path = "/colleague-imports",
      consumes = {"text/csv", MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE})
  @Allowed(Role.BOARD_COORDINATOR)
  ResponseEntity<?> body(
      Access access, @RequestParam(defaultValue = "") String fileName, InputStream body)
      throws IOException {
    return desk.answer(desk.take(access.home(), access.caller().person(), fileName, body));
  }

  @GetMapping("/colleague-imports/{import}")
  @Allowed(Role.BOARD_COORDINATOR)
  ImportView show(Access access, @PathVariable("import") String id) {
    return desk.view(access.own(), id);
  }

  @GetMapping("/colleague-imports/{import}/errors")
  @Allowed(Role.BOARD_COORDINATOR)
  Page<ImportView.ProblemView> errors(
      Access access, @PathVariable("import") String id, PageRequest page) {
    return desk.problems(access.own(), id, page);
  }
}
