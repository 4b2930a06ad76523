package nl.samenopleiden.professionalisation.registration;

import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A board coordinator says whether teachers ask their school leader first. */
@Controller
@RequestMapping("/professionalisation/practice")
@Allowed(Role.BOARD_COORDINATOR)
final class PracticePages {

  private final Practices practices;

  PracticePages(Practices practices) {
    this.practices = practices;
  }

  @GetMapping
  String practice(Access access, @RequestParam(defaultValue = "") String done, Model model) {
    model.addAttribute("asksFirst", practices.of(access.home()).asksFirst());
    model.addAttribute("done", done.equals("saved"));
    return "professionalisation/practice";
  }

  @PostMapping
  ModelAndView change(Access access, @RequestParam(defaultValue = "false") boolean asksFirst) {
    practices.change(access, asksFirst);
    ModelAndView redirect = new ModelAndView("redirect:/professionalisation/practice?done=saved");
    redirect.setStatus(HttpStatus.SEE_OTHER);
    return redirect;
  }
}
