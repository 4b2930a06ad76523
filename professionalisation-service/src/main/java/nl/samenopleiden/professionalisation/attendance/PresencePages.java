package nl.samenopleiden.professionalisation.attendance;

import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.professionalisation.course.Course;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the QR code in the room leads to: one button, since opening an address must not do anything
 * by itself. The page says how things stand, so that what was pressed twice is shown once.
 */
@Controller
@RequestMapping("/professionalisation/courses/{course}/presence/{code}")
@Allowed
final class PresencePages {

  private final CheckingIn checkingIn;
  private final Problems problems;

  PresencePages(CheckingIn checkingIn, Problems problems) {
    this.checkingIn = checkingIn;
    this.problems = problems;
  }

  @GetMapping
  String show(Access access, @PathVariable String course, @PathVariable String code, Model model) {
    Stored<Course> found = checkingIn.course(access, course);
    Outcome<Boolean> look = checkingIn.look(access, found, code);
    model.addAttribute("course", course);
    model.addAttribute("courseTitle", found.state().offer().title());
    model.addAttribute("code", code);
    model.addAttribute("present", look instanceof Outcome.Done<Boolean>(var there) && there);
    model.addAttribute(
        "problem",
        look instanceof Outcome.Refused<Boolean>(var refusal) ? problems.words(refusal) : null);
    return "professionalisation/presence";
  }

  @PostMapping
  ModelAndView checkIn(Access access, @PathVariable String course, @PathVariable String code) {
    Stored<Course> found = checkingIn.course(access, course);
    return switch (checkingIn.checkIn(access, found, code)) {
      case Outcome.Done<Stored<Attendance>> _ -> {
        ModelAndView redirect =
            new ModelAndView("redirect:/professionalisation/courses/{course}/presence/{code}");
        redirect.setStatus(HttpStatus.SEE_OTHER);
        yield redirect;
      }
      case Outcome.Refused<Stored<Attendance>>(var refusal) -> {
        ModelAndView page = new ModelAndView("professionalisation/presence");
        page.addObject("course", course);
        page.addObject("courseTitle", found.state().offer().title());
        page.addObject("code", code);
        page.addObject("present", false);
        page.addObject("problem", problems.words(refusal));
        page.setStatus(HttpStatus.valueOf(refusal.status()));
        yield page;
      }
    };
  }
}
