package nl.samenopleiden.partnership.partnership;

import jakarta.servlet.http.HttpServletResponse;
import nl.samenopleiden.platform.store.Outcome;
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

/** Partnerships, for people of both sides. */
@Controller
@RequestMapping("/partnership/partnerships")
final class PartnershipsPages {

  /** A partnership with its day in words. */
  record Item(PartnershipView its, String since) {}

  private final Partnering partnering;
  private final Problems problems;

  PartnershipsPages(Partnering partnering, Problems problems) {
    this.partnering = partnering;
    this.problems = problems;
  }

  @GetMapping
  @Allowed({
    Role.PROGRAMME_MANAGER,
    Role.SUPERVISOR,
    Role.LECTURER,
    Role.BOARD_COORDINATOR,
    Role.SCHOOL_LEADER,
    Role.SCHOOL_EDUCATOR
  })
  String all(Access access, @RequestParam(defaultValue = "") String done, Model model) {
    return show(access, done, "", null, model);
  }

  @PostMapping
  @Allowed({Role.PROGRAMME_MANAGER, Role.BOARD_COORDINATOR})
  String propose(
      Access access,
      @RequestParam(defaultValue = "") String partner,
      HttpServletResponse response,
      Model model) {
    return after(access, partnering.propose(access, partner), "proposed", partner, response, model);
  }

  @PostMapping("/{partnership}/acceptance")
  @Allowed({Role.PROGRAMME_MANAGER, Role.BOARD_COORDINATOR})
  String accept(
      Access access, @PathVariable String partnership, HttpServletResponse response, Model model) {
    return after(access, partnering.accept(access, partnership), "agreed", "", response, model);
  }

  /** Asks once more before a partnership in force ends. */
  @GetMapping("/{partnership}/end")
  @Allowed({Role.PROGRAMME_MANAGER, Role.BOARD_COORDINATOR})
  String askEnd(Access access, @PathVariable String partnership, Model model) {
    model.addAttribute("its", partnering.find(access, partnership));
    return "partnership/partnership/end";
  }

  @PostMapping("/{partnership}/end")
  @Allowed({Role.PROGRAMME_MANAGER, Role.BOARD_COORDINATOR})
  String end(
      Access access, @PathVariable String partnership, HttpServletResponse response, Model model) {
    return after(access, partnering.end(access, partnership), "ended", "", response, model);
  }

  private String after(
      Access access,
      Outcome<PartnershipView> outcome,
      String done,
      String typed,
      HttpServletResponse response,
      Model model) {
    return switch (outcome) {
      case Outcome.Done<PartnershipView> _ -> "redirect:/partnership/partnerships?done=" + done;
      case Outcome.Refused<PartnershipView>(Refusal refusal) -> {
        response.setStatus(refusal.status());
        yield show(access, "", typed, refusal, model);
      }
    };
  }

  private String show(
      Access access, String done, String typed, @Nullable Refusal refusal, Model model) {
    boolean mayAct = access.caller().is(Role.PROGRAMME_MANAGER, Role.BOARD_COORDINATOR);
    model.addAttribute(
        "partnerships",
        partnering.all(access).stream()
            .map(
                its ->
                    new Item(its, Moments.dayInWords(its.since(), LocaleContextHolder.getLocale())))
            .toList());
    model.addAttribute("mayAct", mayAct);
    model.addAttribute("weAreBoard", access.home().isBoard());
    model.addAttribute("candidates", mayAct ? partnering.candidates(access) : null);
    model.addAttribute("typed", typed);
    model.addAttribute("done", done);
    model.addAttribute("problem", refusal == null ? null : problems.words(refusal));
    return "partnership/partnership/partnerships";
  }
}
