package nl.samenopleiden.placement.student;

import java.net.URI;
import java.util.List;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The students of the reader's own pabo. */
@RestController
@RequestMapping("/api/placement/students")
final class StudentsApi {

  /**
   * One student to enrol, or to change; the address says which.
   *
   * @param year 1 to 4
   * @param themes keys, for example {@code young-child}
   */
  record EnrolRequest(
      @Nullable String number,
      @Nullable String name,
      @Nullable String email,
      @Nullable Integer year,
      @Nullable List<String> themes) {

    Enrolment.Words words() {
      return new Enrolment.Words(
          text(number),
          text(name),
          text(email),
          year == null ? "" : year.toString(),
          themes == null ? "" : String.join("|", themes));
    }

    private static String text(@Nullable String value) {
      return value == null ? "" : value;
    }
  }

  private final Students students;
  private final Problems problems;

  StudentsApi(Students students, Problems problems) {
    this.students = students;
    this.problems = problems;
  }

  /** Enrols a student; 201 when new, 200 when the student was known. */
  @PostMapping
  @Allowed({Role.PROGRAMME_MANAGER, Role.SUPERVISOR})
  ResponseEntity<?> enrol(Access access, @RequestBody EnrolRequest request) {
    return problems.answer(
        students.enrol(access, request.words()),
        stored -> {
          StudentView view = StudentView.of(stored.state());
          return stored.version() == 1
              ? ResponseEntity.created(URI.create("/api/placement/students/" + view.id()))
                  .body(view)
              : ResponseEntity.ok(view);
        });
  }

  @GetMapping
  @Allowed({Role.PROGRAMME_MANAGER, Role.SUPERVISOR})
  Page<StudentView> students(
      Access access, PageRequest page, @RequestParam(defaultValue = "") String q) {
    return students.page(access, q, page).map(StudentView::of);
  }

  /** A student sees only itself. */
  @GetMapping("/{student}")
  @Allowed({Role.PROGRAMME_MANAGER, Role.SUPERVISOR, Role.STUDENT})
  StudentView student(Access access, @PathVariable String student) {
    return students
        .find(access, student)
        .map(StudentView::of)
        .orElseThrow(RefusedException::notFound);
  }

  /** The student who asks. */
  @GetMapping("/me")
  @Allowed(Role.STUDENT)
  StudentView me(Access access) {
    return students.self(access).map(StudentView::of).orElseThrow(RefusedException::notFound);
  }
}
