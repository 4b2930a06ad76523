package nl.samenopleiden.partnership.colleague;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.samenopleiden.partnership.colleague.Colleague.Details;
import nl.samenopleiden.partnership.school.Schools;
import nl.samenopleiden.platform.importing.ImportDesk;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.platform.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Colleagues and their import, for people. */
@Controller
@RequestMapping("/partnership")
final class ColleaguesPages {

  private final ColleagueSearch search;
  private final Colleagues colleagues;
  private final Schools schools;
  private final ImportDesk<Details> desk;

  ColleaguesPages(
      ColleagueSearch search, Colleagues colleagues, Schools schools, ImportDesk<Details> desk) {
    this.schools = schools;
    this.search = search;
    this.colleagues = colleagues;
    this.desk = desk;
  }

  @GetMapping("/colleagues")
  @Allowed({Role.BOARD_COORDINATOR, Role.SCHOOL_LEADER, Role.SCHOOL_EDUCATOR})
  String search(
      Access access,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String done,
      PageRequest page,
      Model model) {
    model.addAttribute("words", q);
    model.addAttribute("done", done);
    model.addAttribute("colleagues", search.search(access, q, page));
    model.addAttribute("schoolNames", schools.namesOf(access.home()));
    model.addAttribute("isCoordinator", access.caller().is(Role.BOARD_COORDINATOR));
    return "partnership/colleague/colleagues";
  }

  /** Asks once more before a colleague leaves. */
  @GetMapping("/colleagues/{colleague}/leaving")
  @Allowed(Role.BOARD_COORDINATOR)
  String askLeaving(Access access, @PathVariable String colleague, Model model) {
    model.addAttribute(
        "colleague",
        colleagues
            .find(access.own(), colleague)
            .map(ColleagueView::of)
            .orElseThrow(RefusedException::notFound));
    return "partnership/colleague/leaving";
  }

  @PostMapping("/colleagues/{colleague}/leaving")
  @Allowed(Role.BOARD_COORDINATOR)
  String leave(Access access, @PathVariable String colleague) {
    return switch (colleagues.leave(access.caller().person(), access.home(), colleague)) {
      case Outcome.Done<Colleague> _ -> "redirect:/partnership/colleagues?done=left";
      case Outcome.Refused<Colleague>(Refusal refusal) -> throw new RefusedException(refusal);
    };
  }

  @GetMapping("/colleague-imports")
  @Allowed(Role.BOARD_COORDINATOR)
  String form(Access access, Model model) {
    desk.form(access.own(), null, model);
    return "partnership/colleague/import";
  }

  @PostMapping("/colleague-imports")
  @Allowed(Role.BOARD_COORDINATOR)
  String upload(
      Access access,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      HttpServletResponse response,
      Model model)
      throws IOException {
    return desk.page(
        access.home(),
        access.caller().person(),
        file,
        "partnership/colleague/import",
        response,
        model);
  }

  @GetMapping("/colleague-imports/{import}")
  @Allowed(Role.BOARD_COORDINATOR)
  String report(
      Access access,
      @PathVariable("import") String id,
      @RequestParam(defaultValue = "false") boolean automatic,
      PageRequest page,
      HttpServletResponse response,
      Model model) {
    desk.report(access.own(), id, page, automatic, response, model);
    return "partnership/colleague/report";
  }

  /** Only the part of the report that changes, for the page that shows it. */
  @GetMapping("/colleague-imports/{import}/progress")
  @Allowed(Role.BOARD_COORDINATOR)
  String progress(
      Access access,
      @PathVariable("import") String id,
      PageRequest page,
      HttpServletResponse response,
      Model model) {
    desk.report(access.own(), id, page, false, response, model);
    return "partnership/colleague/progress";
  }
}
