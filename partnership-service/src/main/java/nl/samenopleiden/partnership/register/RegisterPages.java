package nl.samenopleiden.partnership.register;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.samenopleiden.platform.importing.Import;
import nl.samenopleiden.platform.importing.ImportDesk;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The import of the national register, for operators. */
@Controller
@RequestMapping("/partnership/school-imports")
@Allowed(Role.OPERATOR)
final class RegisterPages {

  private static final Scope OPERATOR = Scope.of(Owner.OPERATOR);

  private final ImportDesk<RegisterRow> desk;
  private final Missing missing;
  private final Closing closing;
  private final Problems problems;

  RegisterPages(ImportDesk<RegisterRow> desk, Missing missing, Closing closing, Problems problems) {
    this.desk = desk;
    this.missing = missing;
    this.closing = closing;
    this.problems = problems;
  }

  @GetMapping
  String form(Model model) {
    desk.form(OPERATOR, null, model);
    return "partnership/register/import";
  }

  @PostMapping
  String upload(
      Access access,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      HttpServletResponse response,
      Model model)
      throws IOException {
    return desk.page(
        Owner.OPERATOR,
        access.caller().person(),
        file,
        "partnership/register/import",
        response,
        model);
  }

  @GetMapping("/{import}")
  String report(
      @PathVariable("import") String id,
      @RequestParam(defaultValue = "false") boolean automatic,
      PageRequest page,
      HttpServletResponse response,
      Model model) {
    desk.report(OPERATOR, id, page, automatic, response, model);
    return "partnership/register/report";
  }

  /** Only the part of the report that changes, for the page that shows it. */
  @GetMapping("/{import}/progress")
  String progress(
      @PathVariable("import") String id,
      PageRequest page,
      HttpServletResponse response,
      Model model) {
    desk.report(OPERATOR, id, page, false, response, model);
    return "partnership/register/progress";
  }

  /** The missing schools, and the question whether to close them. */
  @GetMapping("/{import}/missing")
  String missing(@PathVariable("import") String id, PageRequest page, Model model) {
    return showMissing(id, page, null, model);
  }

  @PostMapping("/{import}/closing")
  String close(
      Access access, @PathVariable("import") String id, HttpServletResponse response, Model model) {
    return switch (closing.close(access.caller().person(), id)) {
      case Outcome.Done<Import> _ -> "redirect:/partnership/school-imports/" + id;
      case Outcome.Refused<Import>(Refusal refusal) -> {
        response.setStatus(refusal.status());
        yield showMissing(id, PageRequest.first(), refusal, model);
      }
    };
  }

  private String showMissing(String id, PageRequest page, @Nullable Refusal refused, Model model) {
    Refusal refusal = refused == null ? closing.refusal(id) : refused;
    model.addAttribute("its", desk.view(OPERATOR, id));
    model.addAttribute("missing", missing.page(id, page));
    model.addAttribute("problem", refusal == null ? null : problems.words(refusal));
    return "partnership/register/missing";
  }
}
