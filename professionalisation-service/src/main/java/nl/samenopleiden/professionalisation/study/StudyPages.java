package nl.samenopleiden.professionalisation.study;

import java.util.Locale;
import java.util.Objects;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.FormFields;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.platform.web.RefusedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Following a module, with a button for each thing on its page. Sending any of them twice leads to
 * the same.
 */
@Controller
@RequestMapping("/professionalisation/modules/{module}")
@Allowed({
  Role.TEACHER,
  Role.MENTOR,
  Role.SCHOOL_EDUCATOR,
  Role.SCHOOL_LEADER,
  Role.LECTURER,
  Role.SUPERVISOR,
  Role.PROGRAMME_MANAGER,
  Role.STUDENT
})
final class StudyPages {

  private static final int NO_STEP = 0;

  private final Studying studying;

  StudyPages(Studying studying) {
    this.studying = studying;
  }

  @PostMapping("/start")
  ModelAndView start(Access access, @PathVariable String module, Locale language) {
    return after(studying.start(access, module, language), module, "done=started");
  }

  /** Says of one step whether it is done. */
  @PostMapping("/progress")
  ModelAndView tick(
      Access access,
      @PathVariable String module,
      @RequestParam(defaultValue = "") String step,
      @RequestParam(defaultValue = "true") boolean done) {
    int number = Objects.requireNonNullElse(FormFields.number(step), NO_STEP);
    return after(studying.tick(access, module, number, done), module, "");
  }

  @PostMapping("/finishing")
  ModelAndView finish(Access access, @PathVariable String module) {
    return after(studying.finish(access, module), module, "done=finished");
  }

  @PostMapping("/stopping")
  ModelAndView stop(Access access, @PathVariable String module) {
    return after(studying.stop(access, module), module, "done=stopped");
  }

  private static ModelAndView after(Outcome<Study> outcome, String module, String query) {
    return switch (outcome) {
      case Outcome.Done<Study> _ -> ModulePages.redirect(module, query);
      case Outcome.Refused<Study>(var refusal) -> {
        if (refusal.equals(Refusal.NOT_FOUND)) {
          throw RefusedException.notFound();
        }
        yield ModulePages.redirect(module, "refused=" + refusal.type());
      }
    };
  }
}
