package nl.samenopleiden.partnership.board;

import jakarta.servlet.http.HttpServletResponse;
import nl.samenopleiden.partnership.school.SchoolSearch;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Boards, for people. */
@Controller
@RequestMapping("/partnership/boards")
final class BoardsPages {

  private final BoardSearch search;
  private final Boards boards;
  private final SchoolSearch schools;
  private final Problems problems;

  BoardsPages(BoardSearch search, Boards boards, SchoolSearch schools, Problems problems) {
    this.search = search;
    this.boards = boards;
    this.schools = schools;
    this.problems = problems;
  }

  @GetMapping
  @Allowed({Role.OPERATOR, Role.PROGRAMME_MANAGER, Role.SUPERVISOR, Role.LECTURER})
  String search(
      Access access, @RequestParam(defaultValue = "") String q, PageRequest page, Model model) {
    model.addAttribute("words", q);
    model.addAttribute("boards", search.search(access, q, false, page));
    model.addAttribute("isOperator", access.caller().is(Role.OPERATOR));
    return "partnership/board/boards";
  }

  @GetMapping("/{board}")
  @Allowed
  String board(
      Access access,
      @PathVariable String board,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String done,
      PageRequest page,
      Model model) {
    return show(access, board, q, done, page, model, null, null);
  }

  @PostMapping("/{board}/onboarding")
  @Allowed(Role.OPERATOR)
  String onboard(
      Access access,
      @PathVariable String board,
      @RequestParam(defaultValue = "") String name,
      HttpServletResponse response,
      Model model) {
    return switch (boards.onboard(access.caller().person(), board, name)) {
      case Outcome.Done<Board> _ -> "redirect:/partnership/boards/" + board + "?done=onboarded";
      case Outcome.Refused<Board>(Refusal refusal) -> {
        response.setStatus(refusal.status());
        yield show(access, board, "", "", PageRequest.first(), model, name, refusal);
      }
    };
  }

  private String show(
      Access access,
      String board,
      String words,
      String done,
      PageRequest page,
      Model model,
      @Nullable String typed,
      @Nullable Refusal refusal) {
    BoardView found = search.find(access, board);
    model.addAttribute("board", found);
    model.addAttribute(
        "since",
        found.since() == null
            ? ""
            : Moments.dayInWords(found.since(), LocaleContextHolder.getLocale()));
    model.addAttribute("words", words);
    model.addAttribute("schools", schools.search(access, words, board, page));
    model.addAttribute("done", done);
    model.addAttribute("mayOnboard", access.caller().is(Role.OPERATOR) && !found.onboarded());
    model.addAttribute(
        "seesCourses", access.caller().is(Role.BOARD_COORDINATOR, Role.PROGRAMME_MANAGER));
    model.addAttribute("typed", typed == null ? "" : typed);
    model.addAttribute("problem", refusal == null ? null : problems.words(refusal));
    return "partnership/board/board";
  }
}
