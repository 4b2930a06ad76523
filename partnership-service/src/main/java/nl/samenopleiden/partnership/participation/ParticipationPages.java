package nl.samenopleiden.partnership.participation;

import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.samenopleiden.partnership.board.Board;
import nl.samenopleiden.partnership.board.Boards;
import nl.samenopleiden.partnership.colleague.Theme;
import nl.samenopleiden.partnership.school.Schools;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Participation in courses, for people. */
@Controller
@RequestMapping("/partnership/courses")
@Allowed({Role.BOARD_COORDINATOR, Role.SCHOOL_LEADER, Role.SCHOOL_EDUCATOR, Role.PROGRAMME_MANAGER})
final class ParticipationPages {

  /** A course with its start in words. */
  record CourseItem(CourseLine its, String startsAt) {}

  /**
   * A month in words.
   *
   * @param height of its bar, of 100
   */
  record MonthItem(String name, int registrations, double height) {}

  private final Participation participation;
  private final Boards boards;
  private final Schools schools;

  ParticipationPages(Participation participation, Boards boards, Schools schools) {
    this.participation = participation;
    this.boards = boards;
    this.schools = schools;
  }

  @GetMapping
  String courses(
      Access access,
      @RequestParam(required = false) @Nullable String board,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String theme,
      PageRequest page,
      Model model) {
    List<Board> partners = access.home().isPabo() ? boards.these(access.partners()) : List.of();
    model.addAttribute("partners", partners);
    model.addAttribute("choosing", access.home().isPabo());
    if (access.home().isPabo() && partners.isEmpty() && board == null) {
      return "partnership/participation/courses";
    }
    String chosen = board == null && !partners.isEmpty() ? partners.getFirst().number() : board;
    Sight sight = Sight.of(access, chosen);
    Participation.Found found = participation.courses(sight, q, theme, page);
    model.addAttribute("name", name(sight));
    model.addAttribute("board", sight.board().code());
    model.addAttribute("query", query(sight));
    model.addAttribute("words", q);
    model.addAttribute("theme", theme);
    model.addAttribute("themes", Arrays.stream(Theme.values()).map(Theme::key).toList());
    model.addAttribute("oneSchool", sight instanceof Sight.OneSchool);
    model.addAttribute("courses", found.page().map(ParticipationPages::item));
    model.addAttribute("most", Math.max(1, found.most()));
    show(participation.trend(sight), model);
    return "partnership/participation/courses";
  }

  @GetMapping("/{course}")
  String course(
      Access access,
      @PathVariable String course,
      @RequestParam(required = false) @Nullable String board,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable Boolean reached,
      PageRequest page,
      Model model) {
    Sight sight = Sight.of(access, board);
    Participation.Seen seen = participation.course(sight, course, q, reached, page);
    CourseDetail detail = seen.detail();
    model.addAttribute("item", item(detail.course()));
    model.addAttribute("name", name(sight));
    model.addAttribute("query", query(sight));
    model.addAttribute("words", q);
    model.addAttribute("reached", reached);
    model.addAttribute("oneSchool", sight instanceof Sight.OneSchool);
    model.addAttribute("elsewhere", detail.elsewhere());
    model.addAttribute("schools", detail.schools());
    model.addAttribute("most", Math.max(1, seen.most()));
    return "partnership/participation/course";
  }

  private static void show(Trend trend, Model model) {
    int most = Math.max(1, trend.most());
    Locale language = LocaleContextHolder.getLocale();
    model.addAttribute(
        "months",
        trend.months().stream()
            .map(
                each ->
                    new MonthItem(
                        inWords(YearMonth.parse(each.month()), language),
                        each.registrations(),
                        each.registrations() * 100.0 / most))
            .toList());
    model.addAttribute("inYear", trend.total());
    model.addAttribute("inMonth", trend.most());
  }

  /** What links carry on, so that a reader stays with the board that was chosen. */
  private static String query(Sight sight) {
    return sight instanceof Sight.PartnerBoard(var board, _) ? "?board=" + board.code() : "";
  }

  /** What the sight is of: the board, or the school. */
  private String name(Sight sight) {
    return switch (sight) {
      case Sight.WholeBoard(var board, _) -> boards.nameOf(board.code());
      case Sight.PartnerBoard(var board, _) -> boards.nameOf(board.code());
      case Sight.OneSchool(var board, String school, _) ->
          schools
              .find(Scope.of(board), school)
              .map(each -> each.state().details().name())
              .orElse(school);
    };
  }

  private static CourseItem item(CourseLine line) {
    return new CourseItem(line, inWords(line.startsAt()));
  }

  private static String inWords(@Nullable Instant time) {
    return time == null ? "" : Moments.dayInWords(time, LocaleContextHolder.getLocale());
  }

  private static String inWords(YearMonth month, Locale language) {
    return DateTimeFormatter.ofPattern(
            "LLLL yyyy", language.getLanguage().equals("nl") ? Locale.of("nl") : Locale.ENGLISH)
        .format(month);
  }
}
