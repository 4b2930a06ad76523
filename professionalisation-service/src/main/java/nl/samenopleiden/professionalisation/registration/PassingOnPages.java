package nl.samenopleiden.professionalisation.registration;

import java.util.Locale;
import java.util.Optional;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.RefusedException;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.Courses;
import nl.samenopleiden.professionalisation.registration.PassingOn.Passed;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Passing a seat on to a colleague: a link to send, and the page that the colleague sees. */
@Controller
@RequestMapping("/professionalisation/courses/{course}")
@Allowed({Role.TEACHER, Role.MENTOR, Role.SCHOOL_EDUCATOR, Role.SCHOOL_LEADER})
final class PassingOnPages {

  private final PassingOn passingOn;
  private final Courses courses;
  private final Problems problems;
  private final String publicUrl;

  PassingOnPages(
      PassingOn passingOn,
      Courses courses,
      Problems problems,
      @Value("${samen.public-url}") String publicUrl) {
    this.passingOn = passingOn;
    this.courses = courses;
    this.problems = problems;
    this.publicUrl = publicUrl;
  }

  @GetMapping("/registration/passing-on")
  String explain(Access access, @PathVariable String course, Locale language, Model model) {
    return show(courses.known(access, course), language, model);
  }

  @PostMapping("/registration/passing-on")
  String offer(Access access, @PathVariable String course, Locale language, Model model) {
    switch (passingOn.offer(access, course)) {
      case Outcome.Done<String>(var code) ->
          model.addAttribute(
              "link", publicUrl + "/professionalisation/courses/" + course + "/passed-on/" + code);
      case Outcome.Refused<String>(var refusal) -> {
        if (refusal.status() == 404) {
          throw RefusedException.notFound();
        }
        model.addAttribute("problem", problems.words(refusal));
      }
    }
    return show(courses.known(access, course), language, model);
  }

  @PostMapping("/registration/passing-on/withdrawal")
  ModelAndView keep(Access access, @PathVariable String course) {
    return RegistrationPages.after(passingOn.keep(access, course), course, "seat-kept");
  }

  @GetMapping("/passed-on/{code}")
  String passed(
      Access access,
      @PathVariable String course,
      @PathVariable String code,
      Locale language,
      Model model) {
    Passed passed = passingOn.find(access, course, code).orElseThrow(RefusedException::notFound);
    model.addAttribute("code", code);
    model.addAttribute("giver", passed.giver());
    model.addAttribute("own", passed.own());
    describe(passed.course(), language, model);
    return "professionalisation/passed-on";
  }

  @PostMapping("/passed-on/{code}")
  ModelAndView takeOver(
      Access access, @PathVariable String course, @PathVariable String code, Locale language) {
    Outcome<?> outcome = passingOn.takeOver(access, course, code, language);
    boolean asks =
        courses
            .known(access, course)
            .filter(found -> found.state().offer().asking().anything())
            .isPresent();
    if (asks && outcome instanceof Outcome.Done<?>) {
      return RegistrationPages.redirect(course, "/registration/answers", "");
    }
    return RegistrationPages.after(outcome, course, "registered");
  }

  private static String show(Optional<Stored<Course>> found, Locale language, Model model) {
    describe(found.orElseThrow(RefusedException::notFound), language, model);
    return "professionalisation/passing-on";
  }

  private static void describe(Stored<Course> course, Locale language, Model model) {
    model.addAttribute("course", course.id().value());
    model.addAttribute("courseTitle", course.state().offer().title());
    model.addAttribute("when", Moments.inWords(course.state().offer().startsAt(), language));
  }
}
