package nl.samenopleiden.placement.student;

import java.util.Map;
import java.util.Optional;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.RefusedException;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages about students, for the people of their pabo, and the student's own page. */
@Controller
@RequestMapping("/placement")
final class StudentPages {

  private final Students students;
  private final Problems problems;

  StudentPages(Students students, Problems problems) {
    this.students = students;
    this.problems = problems;
  }

  @GetMapping("/students")
  @Allowed({Role.PROGRAMME_MANAGER, Role.SUPERVISOR})
  ModelAndView students(
      Access access, PageRequest page, @RequestParam(defaultValue = "") String q) {
    return new ModelAndView("placement/students")
        .addObject("page", students.page(access, q, page).map(StudentView::of))
        .addObject("words", q);
  }

  @GetMapping("/students/new")
  @Allowed({Role.PROGRAMME_MANAGER, Role.SUPERVISOR})
  ModelAndView newStudent() {
    return form(new Enrolment.Words("", "", "", "1", ""));
  }

  @PostMapping("/students")
  @Allowed({Role.PROGRAMME_MANAGER, Role.SUPERVISOR})
  ModelAndView enrol(
      Access access,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String year,
      @RequestParam(defaultValue = "") String themes) {
    Enrolment.Words words = new Enrolment.Words(number, name, email, year, themes);
    return switch (students.enrol(access, words)) {
      case Outcome.Done<Stored<Student>>(var stored) ->
          new ModelAndView("redirect:/placement/students/" + stored.state().id())
              .addObject("done", "enrolled");
      case Outcome.Refused<Stored<Student>>(var refusal) -> {
        ModelAndView again =
            form(words)
                .addObject("problem", problems.words(refusal))
                .addObject("field", refusal.field());
        again.setStatus(HttpStatusCode.valueOf(refusal.status()));
        yield again;
      }
    };
  }

  @GetMapping("/students/{student}")
  @Allowed({Role.PROGRAMME_MANAGER, Role.SUPERVISOR})
  ModelAndView student(
      Access access, @PathVariable String student, @RequestParam(defaultValue = "") String done) {
    StudentView view =
        students.find(access, student).map(StudentView::of).orElseThrow(RefusedException::notFound);
    return new ModelAndView("placement/student", Map.of("student", view, "done", done));
  }

  /** The student's own page. */
  @GetMapping("/mine")
  @Allowed(Role.STUDENT)
  ModelAndView mine(Access access) {
    Optional<StudentView> self = students.self(access).map(StudentView::of);
    return new ModelAndView("placement/mine").addObject("student", self.orElse(null));
  }

  private static ModelAndView form(Enrolment.Words words) {
    return new ModelAndView("placement/student-form")
        .addObject("form", words)
        .addObject("themes", Theme.values());
  }
}
