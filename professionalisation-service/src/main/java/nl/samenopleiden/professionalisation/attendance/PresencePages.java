package nl.samenopleiden.professionalisation.attendance;

import java.util.List;
import java.util.Locale;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.CourseWords;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * One's own presence: at which sessions one was, and where the QR code in the room leads to. There
 * it is one button, since opening an address must not do anything by itself. The pages say how
 * things stand, so that what was pressed twice is shown once.
 */
@Controller
@RequestMapping("/professionalisation/courses/{course}/presence")
@Allowed
final class PresencePages {

  /** One session; the state is a key of words. */
  record Row(int number, String when, String state) {}

  /** At which sessions one was, and whether that is enough. */
  record Shown(List<Row> rows, long attended, int needed, boolean enough) {}

  private final CheckingIn checkingIn;
  private final SessionWords sessions;
  private final CourseWords courseWords;
  private final Problems problems;

  PresencePages(
      CheckingIn checkingIn, SessionWords sessions, CourseWords courseWords, Problems problems) {
    this.checkingIn = checkingIn;
    this.sessions = sessions;
    this.courseWords = courseWords;
    this.problems = problems;
  }

  /** At which sessions of a course one was. */
  @GetMapping
  String mine(Access access, @PathVariable String course, Locale language, Model model) {
    Stored<Course> found = checkingIn.course(access, course);
    show(access, found, language, model);
    model.addAttribute(
        "problem",
        checkingIn.presence(access, found) instanceof Outcome.Refused<Presence>(var refusal)
            ? problems.words(refusal)
            : null);
    return "professionalisation/presence";
  }

  @GetMapping("/{code}")
  String scanned(
      Access access,
      @PathVariable String course,
      @PathVariable String code,
      Locale language,
      Model model) {
    Stored<Course> found = checkingIn.course(access, course);
    show(access, found, language, model);
    switch (checkingIn.look(access, found, code)) {
      case Outcome.Done<CheckingIn.Look>(CheckingIn.Look(var session, var there)) -> {
        model.addAttribute("code", code);
        model.addAttribute("when", sessions.when(session, language));
        model.addAttribute("there", there);
      }
      case Outcome.Refused<CheckingIn.Look>(var refusal) ->
          model.addAttribute("problem", problems.words(refusal));
    }
    return "professionalisation/presence";
  }

  @PostMapping("/{code}")
  ModelAndView checkIn(
      Access access,
      @PathVariable String course,
      @PathVariable String code,
      Locale language,
      Model model) {
    Stored<Course> found = checkingIn.course(access, course);
    return switch (checkingIn.checkIn(access, found, code)) {
      case Outcome.Done<CheckingIn.There> _ -> {
        ModelAndView redirect =
            new ModelAndView("redirect:/professionalisation/courses/{course}/presence/{code}");
        redirect.setStatus(HttpStatus.SEE_OTHER);
        yield redirect;
      }
      case Outcome.Refused<CheckingIn.There>(var refusal) -> {
        show(access, found, language, model);
        model.addAttribute("problem", problems.words(refusal));
        ModelAndView page = new ModelAndView("professionalisation/presence", model.asMap());
        page.setStatus(HttpStatus.valueOf(refusal.status()));
        yield page;
      }
    };
  }

  private void show(Access access, Stored<Course> course, Locale language, Model model) {
    model.addAttribute("course", course.id().value());
    model.addAttribute("courseTitle", course.state().offer().title());
    model.addAttribute("rule", courseWords.needed(course.state().offer(), language));
    model.addAttribute("code", null);
    model.addAttribute("when", null);
    model.addAttribute("there", false);
    model.addAttribute("problem", null);
    model.addAttribute(
        "presence",
        checkingIn.presence(access, course) instanceof Outcome.Done<Presence>(var presence)
            ? shown(presence, language)
            : null);
  }

  private Shown shown(Presence presence, Locale language) {
    return new Shown(
        presence.lines().stream()
            .map(
                each ->
                    new Row(
                        each.session().number(),
                        sessions.when(each.session(), language),
                        each.state().name().toLowerCase(Locale.ROOT)))
            .toList(),
        presence.attended(),
        presence.needed(),
        presence.isEnough());
  }
}
