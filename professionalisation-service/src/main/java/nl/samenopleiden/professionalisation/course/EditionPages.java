package nl.samenopleiden.professionalisation.course;

import java.util.List;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.FormFields;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.platform.web.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Giving a course again, and the list of all times that it is given. */
@Controller
@RequestMapping("/professionalisation/courses/{course}/editions")
final class EditionPages {

  private final Courses courses;
  private final Editions editions;
  private final EditionLines lines;
  private final Offering offering;
  private final CourseFormPage page;

  EditionPages(
      Courses courses,
      Editions editions,
      EditionLines lines,
      Offering offering,
      CourseFormPage page) {
    this.courses = courses;
    this.editions = editions;
    this.lines = lines;
    this.offering = offering;
    this.page = page;
  }

  @GetMapping
  @Allowed
  String all(
      Access access,
      @PathVariable String course,
      PageRequest wanted,
      @RequestParam(defaultValue = "") String q,
      Model model) {
    Stored<Course> found = courses.known(access, course).orElseThrow(RefusedException::notFound);
    model.addAttribute("course", course);
    model.addAttribute("courseTitle", found.state().offer().title());
    model.addAttribute("words", q);
    model.addAttribute("page", lines.page(found, q, wanted));
    return "professionalisation/editions";
  }

  @GetMapping("/new")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  ModelAndView form(Access access, @PathVariable String course, Model model) {
    Stored<Course> before = owned(access, course);
    Edition next = editions.next(before);
    CourseForm form = CourseForm.again(before.state().offer(), next);
    return page.edition(access, before, next, form, List.of(), model);
  }

  /** Looks for what can be chosen, and keeps what was typed. */
  @PostMapping("/new")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  ModelAndView look(
      Access access, @PathVariable String course, @ModelAttribute CourseForm form, Model model) {
    Stored<Course> before = owned(access, course);
    return page.edition(access, before, editions.next(before), form, List.of(), model);
  }

  @PostMapping
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  ModelAndView publish(
      Access access, @PathVariable String course, @ModelAttribute CourseForm form, Model model) {
    Stored<Course> before = owned(access, course);
    List<Refusal> unreadable = form.unreadable();
    if (!unreadable.isEmpty()) {
      return page.edition(access, before, editions.next(before), form, unreadable, model);
    }
    return switch (offering.again(access, wanted(before, form), form.draft())) {
      case Offering.Published.Done(var made) -> {
        ModelAndView redirect =
            new ModelAndView(
                "redirect:/professionalisation/courses/" + made.id().value() + "?done=edition");
        redirect.setStatus(HttpStatus.SEE_OTHER);
        yield redirect;
      }
      case Offering.Published.Refused(var reasons) ->
          page.edition(access, before, editions.next(before), form, reasons, model);
    };
  }

  /** The edition that the form was made for, so that sending it twice is one edition. */
  private Edition wanted(Stored<Course> before, CourseForm form) {
    Edition next = editions.next(before);
    Integer typed = FormFields.number(form.edition());
    return typed == null || typed <= Edition.FIRST || typed > next.number()
        ? next
        : new Edition(next.series(), typed);
  }

  private Stored<Course> owned(Access access, String course) {
    return courses.owned(access, course).orElseThrow(RefusedException::notFound);
  }
}
