package nl.samenopleiden.professionalisation.registration;

import java.util.List;
import java.util.Locale;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.platform.web.RefusedException;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.Courses;
import nl.samenopleiden.professionalisation.registration.Desk.Place;
import nl.samenopleiden.professionalisation.registration.Enrolling.Choice;
import nl.samenopleiden.professionalisation.registration.Enrolling.Row;
import nl.samenopleiden.professionalisation.registration.RegistrationDesk.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A school leader ticks colleagues on one page, and sees row by row what that led to. */
@Controller
@RequestMapping("/professionalisation/courses/{course}/enrolment")
@Allowed(Role.SCHOOL_LEADER)
final class EnrollingPages {

  /**
   * One row of the result.
   *
   * @param place none when it was refused
   * @param why in words, when it was refused
   */
  record Line(String name, boolean fresh, @Nullable Place place, @Nullable String why) {}

  private final Enrolling enrolling;
  private final Courses courses;
  private final Problems problems;

  EnrollingPages(Enrolling enrolling, Courses courses, Problems problems) {
    this.enrolling = enrolling;
    this.courses = courses;
    this.problems = problems;
  }

  @GetMapping
  String choose(
      Access access,
      @PathVariable String course,
      @RequestParam(defaultValue = "") String q,
      PageRequest page,
      Locale language,
      Model model) {
    return form(access, course, q, page, null, language, model);
  }

  @PostMapping
  Object enrol(
      Access access,
      @PathVariable String course,
      @RequestParam(defaultValue = "") List<String> colleagues,
      @RequestParam(defaultValue = "") String q,
      PageRequest page,
      Locale language,
      Model model) {
    return switch (enrolling.enrol(access, course, colleagues, language)) {
      case Outcome.Done<List<Row>>(var rows) -> {
        describe(access, course, language, model);
        model.addAttribute("lines", rows.stream().map(this::line).toList());
        yield "professionalisation/enrolled";
      }
      case Outcome.Refused<List<Row>>(var refusal) -> {
        String view = form(access, course, q, page, refusal, language, model);
        ModelAndView again = new ModelAndView(view, model.asMap());
        again.setStatus(HttpStatusCode.valueOf(refusal.status()));
        yield again;
      }
    };
  }

  private String form(
      Access access,
      String course,
      String q,
      PageRequest page,
      @Nullable Refusal refusal,
      Locale language,
      Model model) {
    describe(access, course, language, model);
    Page<Choice> choices =
        switch (enrolling.choices(access, course, q, page, language)) {
          case Outcome.Done<Page<Choice>>(var found) -> found;
          case Outcome.Refused<Page<Choice>>(var why) -> {
            model.addAttribute("problem", problems.words(why));
            yield new Page<>(List.of(), 0, page.size(), 0);
          }
        };
    model.addAttribute("words", q);
    model.addAttribute("page", choices);
    boolean aboutTheList = refusal != null && refusal.field() != null;
    model.addAttribute(
        "error", aboutTheList && refusal != null ? problems.words(refusal).detail() : null);
    if (refusal != null && !aboutTheList) {
      model.addAttribute("problem", problems.words(refusal));
    }
    return "professionalisation/enrolment";
  }

  private void describe(Access access, String id, Locale language, Model model) {
    Stored<Course> course = courses.known(access, id).orElseThrow(RefusedException::notFound);
    model.addAttribute("course", id);
    model.addAttribute("courseTitle", course.state().offer().title());
    model.addAttribute("when", Moments.inWords(course.state().offer().startsAt(), language));
    model.addAttribute("asks", course.state().offer().asking().anything());
    model.addAttribute("problem", null);
  }

  private Line line(Row row) {
    String name = row.name() == null ? row.colleague() : row.name();
    return switch (row.outcome()) {
      case Outcome.Done<Taken>(var taken) -> new Line(name, taken.fresh(), taken.place(), null);
      case Outcome.Refused<Taken>(var why) ->
          new Line(name, false, null, problems.words(why).detail());
    };
  }
}
