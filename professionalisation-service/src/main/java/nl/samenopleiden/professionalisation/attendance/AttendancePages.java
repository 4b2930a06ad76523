package nl.samenopleiden.professionalisation.attendance;

import java.time.Clock;
import java.util.Set;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.platform.web.RefusedException;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.organisation.Organisations;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The list that the lecturer goes through: one button for each person, and one for everybody. What
 * was pressed by mistake is pressed again.
 */
@Controller
@RequestMapping("/professionalisation/courses/{course}/attendance")
@Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
final class AttendancePages {

  /** Somebody who holds a seat; the state is a key of words. */
  record Row(String id, String name, String organisation, String state, boolean present) {}

  private static final Set<String> DONE = Set.of("marked", "everybody");

  private final Marking marking;
  private final Organisations organisations;
  private final Problems problems;
  private final Clock clock;

  AttendancePages(Marking marking, Organisations organisations, Problems problems, Clock clock) {
    this.marking = marking;
    this.organisations = organisations;
    this.problems = problems;
    this.clock = clock;
  }

  @GetMapping
  String list(
      Access access,
      @PathVariable String course,
      PageRequest page,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    Stored<Course> owned = marking.owned(access, course);
    var lines = marking.lines(access, owned.id(), q, page);
    model.addAttribute("course", course);
    model.addAttribute("courseTitle", owned.state().offer().title());
    model.addAttribute("words", q);
    model.addAttribute("page", lines.map(this::row));
    model.addAttribute("present", marking.present(access, owned.id()));
    model.addAttribute("showsCode", RoomCode.isShown(owned.state(), clock.instant()));
    model.addAttribute("done", DONE.contains(done) ? done : null);
    model.addAttribute(
        "problem",
        Attendance.tooEarly(owned.state(), clock.instant()).map(problems::words).orElse(null));
    return "professionalisation/attendance";
  }

  @PostMapping("/{participant}")
  ModelAndView mark(
      Access access,
      @PathVariable String course,
      @PathVariable String participant,
      @RequestParam(defaultValue = "true") boolean present,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "0") String page) {
    return after(
        marking.mark(access, marking.owned(access, course), participant, present),
        course,
        "marked",
        q,
        page);
  }

  @PostMapping("/everybody")
  ModelAndView markEverybody(Access access, @PathVariable String course) {
    return after(
        marking.markEverybody(access, marking.owned(access, course)), course, "everybody", "", "0");
  }

  private Row row(Marking.Line line) {
    boolean present = line.attendance().orElse(null) instanceof Attendance.Present;
    return new Row(
        line.seat().id().value(),
        line.seat().name(),
        organisations.name(line.seat().id().owner()),
        switch (line.attendance().orElse(null)) {
          case null -> "unknown";
          case Attendance.Present(_, _, var way) -> way == Attendance.Way.CODE ? "code" : "present";
          case Attendance.Absent _ -> "absent";
        },
        present);
  }

  /** Back to the same place in the list; it says by itself when it is too early. */
  private static ModelAndView after(
      Outcome<?> outcome, String course, String done, String words, String page) {
    if (outcome instanceof Outcome.Refused<?>(var refusal) && refusal.equals(Refusal.NOT_FOUND)) {
      throw RefusedException.notFound();
    }
    String address =
        UriComponentsBuilder.fromPath("/professionalisation/courses/{course}/attendance")
            .queryParam("done", "{done}")
            .queryParam("q", "{q}")
            .queryParam("page", "{page}")
            .encode()
            .buildAndExpand(course, outcome instanceof Outcome.Done<?> ? done : "", words, page)
            .toUriString();
    ModelAndView redirect = new ModelAndView("redirect:" + address);
    redirect.setStatus(HttpStatus.SEE_OTHER);
    return redirect;
  }
}
