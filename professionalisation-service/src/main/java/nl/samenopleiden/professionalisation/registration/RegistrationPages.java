package nl.samenopleiden.professionalisation.registration;

import java.util.List;
import java.util.Locale;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.platform.web.RefusedException;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.Courses;
import nl.samenopleiden.professionalisation.registration.Desk.Place;
import nl.samenopleiden.professionalisation.registration.Registration.Status;
import nl.samenopleiden.professionalisation.registration.RegistrationDesk.Taken;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Registering with one button on the page of a course, or on one page when the course asks
 * something, accepting a seat that came free, and cancelling after one question. Sending either
 * twice, or going back and sending it again, leads to the same.
 */
@Controller
@RequestMapping("/professionalisation/courses/{course}/registration")
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
final class RegistrationPages {

  private final Registering registering;
  private final Courses courses;
  private final RegistrationForm form;

  RegistrationPages(Registering registering, Courses courses, RegistrationForm form) {
    this.registering = registering;
    this.courses = courses;
    this.form = form;
  }

  /** What a course asks, before one registers. */
  @GetMapping
  Object ask(Access access, @PathVariable String course, Locale language, Model model) {
    Stored<Course> found = courses.known(access, course).orElseThrow(RefusedException::notFound);
    if (registering.place(found.id(), access.caller()).isPresent()) {
      return redirect(course, "done=registered");
    }
    return form.show(found, Answers.NONE, List.of(), false, language, model);
  }

  @PostMapping
  Object register(
      Access access,
      @PathVariable String course,
      @RequestParam MultiValueMap<String, String> sent,
      Locale language,
      Model model) {
    Answers answers = RegistrationForm.typed(sent);
    Outcome<Taken> outcome = registering.register(access, course, language, answers);
    return isAboutAField(outcome)
        ? again(access, course, answers, false, language, model)
        : after(outcome, course, "registered");
  }

  /** What one answered, as long as it can be changed. */
  @GetMapping("/answers")
  Object answers(Access access, @PathVariable String course, Locale language, Model model) {
    Stored<Course> found = courses.known(access, course).orElseThrow(RefusedException::notFound);
    if (registering.place(found.id(), access.caller()).isEmpty()) {
      return redirect(course, "refused=not-registered");
    }
    Answers given = registering.answers(found.id(), access.caller());
    return form.show(found, given, List.of(), true, language, model);
  }

  @PostMapping("/answers")
  Object change(
      Access access,
      @PathVariable String course,
      @RequestParam MultiValueMap<String, String> sent,
      Locale language,
      Model model) {
    Answers answers = RegistrationForm.typed(sent);
    Outcome<Answers> outcome = registering.answer(access, course, answers);
    return isAboutAField(outcome)
        ? again(access, course, answers, true, language, model)
        : after(outcome, course, "answers");
  }

  private ModelAndView again(
      Access access,
      String course,
      Answers typed,
      boolean registered,
      Locale language,
      Model model) {
    Stored<Course> found = courses.known(access, course).orElseThrow(RefusedException::notFound);
    List<Refusal> wrong = typed.check(found.state().offer().asking());
    String view = form.show(found, typed, wrong, registered, language, model);
    ModelAndView page = new ModelAndView(view, model.asMap());
    page.setStatus(HttpStatusCode.valueOf(422));
    return page;
  }

  private static boolean isAboutAField(Outcome<?> outcome) {
    return outcome instanceof Outcome.Refused<?>(var refusal) && refusal.field() != null;
  }

  @GetMapping("/cancellation")
  Object askWhetherToCancel(
      Access access, @PathVariable String course, Locale language, Model model) {
    Stored<Course> found = courses.known(access, course).orElseThrow(RefusedException::notFound);
    var place = registering.place(found.id(), access.caller());
    if (place.isEmpty()) {
      return redirect(course, "refused=not-registered");
    }
    if (place.get().status() == Status.OFFERED) {
      return redirect(course, "/registration/offer", "");
    }
    describe(found, language, model);
    model.addAttribute("mine", place.get());
    model.addAttribute("inDraw", place.get().status() == Status.IN_DRAW);
    return "professionalisation/registration-cancellation";
  }

  @PostMapping("/cancellation")
  ModelAndView cancel(Access access, @PathVariable String course) {
    Outcome<Taken> outcome = registering.cancel(access, course);
    if (outcome instanceof Outcome.Refused<Taken>(var refusal)
        && refusal.type().equals("not-registered")) {
      // Sent twice: it has been cancelled already.
      return redirect(course, "done=registration-cancelled");
    }
    return after(outcome, course, "registration-cancelled");
  }

  /** The seat that came free, and until when it is kept. */
  @GetMapping("/offer")
  Object offer(Access access, @PathVariable String course, Locale language, Model model) {
    Stored<Course> found = courses.known(access, course).orElseThrow(RefusedException::notFound);
    Place place = registering.place(found.id(), access.caller()).orElse(null);
    if (place == null || place.offeredUntil() == null) {
      return redirect(
          course,
          place != null && place.status() == Status.SEAT
              ? "done=registered"
              : "refused=no-seat-offered");
    }
    describe(found, language, model);
    model.addAttribute("until", Moments.inWords(place.offeredUntil(), language));
    return "professionalisation/seat-offer";
  }

  @PostMapping("/offer")
  ModelAndView accept(Access access, @PathVariable String course) {
    return after(registering.accept(access, course), course, "registered");
  }

  private static void describe(Stored<Course> course, Locale language, Model model) {
    model.addAttribute("course", course.id().value());
    model.addAttribute("courseTitle", course.state().offer().title());
    model.addAttribute("when", Moments.inWords(course.state().offer().startsAt(), language));
  }

  static ModelAndView after(Outcome<?> outcome, String course, String done) {
    return switch (outcome) {
      case Outcome.Done<?> _ -> redirect(course, "done=" + done);
      case Outcome.Refused<?>(var refusal) -> {
        if (refusal.equals(Refusal.NOT_FOUND)) {
          throw RefusedException.notFound();
        }
        yield redirect(course, "refused=" + refusal.type());
      }
    };
  }

  private static ModelAndView redirect(String course, String query) {
    return redirect(course, "", "?" + query);
  }

  /** Goes on to a page below that of the course, or to itself. */
  static ModelAndView redirect(String course, String page, String query) {
    ModelAndView redirect =
        new ModelAndView("redirect:/professionalisation/courses/" + course + page + query);
    redirect.setStatus(HttpStatus.SEE_OTHER);
    return redirect;
  }
}
