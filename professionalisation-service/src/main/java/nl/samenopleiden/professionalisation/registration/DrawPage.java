package nl.samenopleiden.professionalisation.registration;

import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.professionalisation.course.Course;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How the seats of a course are drawn, and how to check that. */
@Controller
final class DrawPage {

  private final Draws draws;

  DrawPage(Draws draws) {
    this.draws = draws;
  }

  @GetMapping("/professionalisation/courses/{course}/draw")
  @Allowed
  String draw(Access access, @PathVariable String course, PageRequest page, Model model) {
    Stored<Course> found = draws.course(access, course);
    Draws.Published draw = draws.published(found);
    model.addAttribute("course", course);
    model.addAttribute("courseTitle", found.state().offer().title());
    model.addAttribute("draw", draw);
    model.addAttribute("when", Moments.inWords(draw.at(), LocaleContextHolder.getLocale()));
    model.addAttribute("own", draws.own(access, found).orElse(null));
    model.addAttribute("page", draws.results(found, page));
    return "professionalisation/draw";
  }
}
