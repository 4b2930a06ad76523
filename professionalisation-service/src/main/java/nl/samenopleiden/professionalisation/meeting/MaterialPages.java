package nl.samenopleiden.professionalisation.meeting;

import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What who took part can read back: publishing it, and taking it away again. */
@Controller
@RequestMapping("/professionalisation/meetings/{meeting}/materials")
@Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
final class MaterialPages {

  private final Arranging arranging;
  private final MeetingPage page;

  MaterialPages(Arranging arranging, MeetingPage page) {
    this.arranging = arranging;
    this.page = page;
  }

  @PostMapping
  ModelAndView publish(
      Access access,
      @PathVariable String meeting,
      @RequestParam(defaultValue = "") String materialTitle,
      @RequestParam(defaultValue = "") String materialLink,
      Model model) {
    return switch (arranging.publish(
        access, meeting, new Material.Draft(materialTitle, materialLink))) {
      case Outcome.Done<Stored<Meeting>> _ ->
          MeetingPage.redirect(meeting, "done=meeting-material");
      case Outcome.Refused<Stored<Meeting>>(var refusal) ->
          refusal.field() == null
              ? MeetingPage.refused(meeting, refusal)
              : page.showRefused(
                  access,
                  meeting,
                  new MeetingPage.Typed("", "", false, materialTitle, materialLink),
                  refusal,
                  model);
    };
  }

  @PostMapping("/{material}/withdrawal")
  ModelAndView withdraw(
      Access access, @PathVariable String meeting, @PathVariable String material) {
    return switch (arranging.withdraw(access, meeting, PlanForm.numberOr(material, 0))) {
      case Outcome.Done<Stored<Meeting>> _ ->
          MeetingPage.redirect(meeting, "done=meeting-material-gone");
      case Outcome.Refused<Stored<Meeting>>(var refusal) -> MeetingPage.refused(meeting, refusal);
    };
  }
}
