package nl.samenopleiden.placement.placement;

import java.util.Optional;
import nl.samenopleiden.placement.capacity.Capacities;
import nl.samenopleiden.placement.capacity.Kind;
import nl.samenopleiden.placement.capacity.Period;
import nl.samenopleiden.placement.capacity.Planning;
import nl.samenopleiden.placement.student.Student;
import nl.samenopleiden.placement.student.Students;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.platform.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which a student is placed, and on which each reader sees the placements. */
@Controller
@RequestMapping("/placement")
final class PlacementPages {

  private final Placing placing;
  private final Placements placements;
  private final Students students;
  private final Capacities capacities;
  private final Planning planning;
  private final Problems problems;

  PlacementPages(
      Placing placing,
      Placements placements,
      Students students,
      Capacities capacities,
      Planning planning,
      Problems problems) {
    this.placing = placing;
    this.placements = placements;
    this.students = students;
    this.capacities = capacities;
    this.planning = planning;
    this.problems = problems;
  }

  /** Who is placed where, as far as the reader may know, and how full schools are. */
  @GetMapping("/placements")
  @Allowed({
    Role.PROGRAMME_MANAGER,
    Role.SUPERVISOR,
    Role.BOARD_COORDINATOR,
    Role.SCHOOL_LEADER,
    Role.SCHOOL_EDUCATOR,
    Role.MENTOR
  })
  ModelAndView placements(
      Access access,
      PageRequest page,
      @RequestParam(defaultValue = "") String period,
      @RequestParam(defaultValue = "") String q) {
    Period asked = Capacities.asked(period);
    boolean pabo = access.home().isPabo();
    boolean board = access.caller().is(Role.BOARD_COORDINATOR);
    ModelAndView view =
        new ModelAndView("placement/placements")
            .addObject("pabo", pabo)
            .addObject("board", board)
            .addObject("periods", planning.periods())
            .addObject("period", period)
            .addObject("words", q);
    view.addObject(
        "occupancy",
        capacities.page(
            access,
            new Capacities.Which(
                asked,
                null,
                pabo || board ? null : access.caller().atSchool().orElse(""),
                pabo || board ? q : "",
                false,
                pabo),
            new PageRequest(0, 200)));
    return pabo
        ? view.addObject("page", placements.page(access, asked, q, page))
        : view.addObject("page", placements.atSchool(access, asked, q, page));
  }

  /** Schools with free places, for one student. */
  @GetMapping("/students/{student}/placing")
  @Allowed({Role.PROGRAMME_MANAGER, Role.SUPERVISOR})
  ModelAndView choose(
      Access access,
      PageRequest page,
      @PathVariable String student,
      @RequestParam(defaultValue = "") String period,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String q) {
    return choice(access, page, student, period, kind, q, null);
  }

  @PostMapping("/placements")
  @Allowed({Role.PROGRAMME_MANAGER, Role.SUPERVISOR})
  ModelAndView place(
      Access access,
      @RequestParam(defaultValue = "") String student,
      @RequestParam(defaultValue = "") String school,
      @RequestParam(defaultValue = "") String period,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String q) {
    return switch (placing.place(access, new Placing.Words(student, school, period, kind))) {
      case Outcome.Done<Placing.Placed>(var placed) ->
          new ModelAndView("redirect:/placement/students/" + placed.student().id())
              .addObject("done", "placed");
      case Outcome.Refused<Placing.Placed>(var refusal) -> {
        ModelAndView again = choice(access, PageRequest.first(), student, period, kind, q, refusal);
        again.setStatus(HttpStatusCode.valueOf(refusal.status()));
        yield again;
      }
    };
  }

  @PostMapping("/placements/{placement}/end")
  @Allowed({Role.PROGRAMME_MANAGER, Role.SUPERVISOR})
  ModelAndView end(Access access, @PathVariable String placement) {
    return switch (placing.end(access, placement)) {
      case Outcome.Done<Student>(var student) ->
          new ModelAndView("redirect:/placement/students/" + student.id())
              .addObject("done", "ended");
      case Outcome.Refused<Student>(var refusal) -> throw new RefusedException(refusal);
    };
  }

  private ModelAndView choice(
      Access access,
      PageRequest page,
      String studentId,
      String period,
      String kind,
      String q,
      @Nullable Refusal refusal) {
    Student student = students.find(access, studentId).orElseThrow(RefusedException::notFound);
    Period chosenPeriod = Period.parse(period).orElseGet(planning::next);
    Kind chosenKind = Kind.parse(kind).orElse(Kind.PRACTICE);
    Optional<Refusal> hindrance =
        student
            .in(chosenPeriod)
            .map(
                placed ->
                    Refusal.conflict(
                        "already-placed", student.enrolment().name(), placed.schoolName()));
    Refusal shown = refusal == null ? hindrance.orElse(null) : refusal;
    return new ModelAndView("placement/placing")
        .addObject("student", student)
        .addObject("name", student.enrolment().name())
        .addObject("periods", planning.periods())
        .addObject("period", chosenPeriod.toString())
        .addObject("chosen", chosenPeriod)
        .addObject("kinds", Kind.values())
        .addObject("kind", chosenKind.name())
        .addObject("words", q)
        .addObject("placed", hindrance.isPresent())
        .addObject(
            "page",
            capacities.page(
                access, new Capacities.Which(chosenPeriod, chosenKind, null, q, true, false), page))
        .addObject("problem", shown == null ? null : problems.words(shown));
  }
}
