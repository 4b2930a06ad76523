package nl.samenopleiden.partnership.overview;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.samenopleiden.partnership.board.Board;
import nl.samenopleiden.partnership.board.Boards;
import nl.samenopleiden.partnership.overview.Overview.EveningCount;
import nl.samenopleiden.partnership.overview.Overview.PlacementCount;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.platform.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A board's overview, for people. */
@Controller
final class OverviewPages {

  /** An evening with its time in words. */
  record EveningItem(EveningCount its, String startsAt) {}

  private final OverviewAccess overviews;
  private final Boards boards;

  OverviewPages(OverviewAccess overviews, Boards boards) {
    this.overviews = overviews;
    this.boards = boards;
  }

  @GetMapping("/partnership/overview")
  @Allowed({Role.BOARD_COORDINATOR, Role.PROGRAMME_MANAGER})
  String overview(
      Access access, @RequestParam(required = false) @Nullable String board, Model model) {
    List<Board> partners = access.home().isBoard() ? List.of() : boards.these(access.partners());
    model.addAttribute("partners", partners);
    model.addAttribute("choosing", !access.home().isBoard());
    String chosen = board == null && !partners.isEmpty() ? partners.getFirst().number() : board;
    if (chosen == null && !access.home().isBoard()) {
      return "partnership/overview/overview";
    }
    switch (overviews.overview(access, chosen)) {
      case Outcome.Done<Overview>(Overview its) -> show(its, model);
      case Outcome.Refused<Overview>(Refusal refusal) -> throw new RefusedException(refusal);
    }
    return "partnership/overview/overview";
  }

  private static void show(Overview its, Model model) {
    Map<String, List<PlacementCount>> byPeriod =
        its.placements().stream()
            .collect(
                Collectors.groupingBy(PlacementCount::period, TreeMap::new, Collectors.toList()));
    model.addAttribute("its", its);
    model.addAttribute("placements", byPeriod);
    model.addAttribute(
        "mostStudents", its.placements().stream().mapToInt(PlacementCount::count).max().orElse(1));
    model.addAttribute(
        "mostInCourse",
        its.courses().stream().mapToInt(each -> each.seats() + each.waiting()).max().orElse(1));
    model.addAttribute(
        "evenings",
        its.evenings().stream()
            .map(each -> new EveningItem(each, inWords(each.startsAt())))
            .toList());
    model.addAttribute("students", its.placements().stream().mapToInt(PlacementCount::count).sum());
  }

  private static String inWords(@Nullable Instant time) {
    return time == null ? "" : Moments.inWords(time, LocaleContextHolder.getLocale());
  }
}
