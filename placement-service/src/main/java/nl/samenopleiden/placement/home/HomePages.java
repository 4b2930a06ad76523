package nl.samenopleiden.placement.home;

import java.util.List;
import java.util.Optional;
import nl.samenopleiden.placement.capacity.Capacities;
import nl.samenopleiden.placement.capacity.Period;
import nl.samenopleiden.placement.capacity.Planning;
import nl.samenopleiden.placement.school.KnownSchool;
import nl.samenopleiden.placement.school.Schools;
import nl.samenopleiden.placement.student.StudentView;
import nl.samenopleiden.placement.student.Students;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where each role begins. */
@Controller
final class HomePages {

  /** Who reads it, and so what it is about. */
  enum Reader {
    PABO,
    STUDENT,
    SCHOOL,
    BOARD,
    OPERATOR,
    OTHER
  }

  private final Students students;
  private final Capacities capacities;
  private final Schools schools;
  private final Planning planning;

  HomePages(Students students, Capacities capacities, Schools schools, Planning planning) {
    this.students = students;
    this.capacities = capacities;
    this.schools = schools;
    this.planning = planning;
  }

  /** The service's first page. */
  @GetMapping("/placement")
  @Allowed
  ModelAndView start(Access access) {
    return filled(new ModelAndView("placement/start"), access);
  }

  /** The service's tile on the platform's home page. */
  @GetMapping("/placement/fragments/home")
  @Allowed
  ModelAndView tile(Access access) {
    return filled(new ModelAndView("placement/tile :: tile"), access);
  }

  private ModelAndView filled(ModelAndView view, Access access) {
    Reader reader = reader(access);
    Period period = planning.next();
    view.addObject("reader", reader.name()).addObject("period", period);
    switch (reader) {
      case PABO ->
          view.addObject("students", students.count(access))
              .addObject("unplaced", students.countWithoutPlacement(access))
              .addObject("totals", totals(access, period, null));
      case STUDENT -> view.addObject("places", placesOf(access));
      case SCHOOL -> {
        String school = access.caller().atSchool().orElse("");
        view.addObject("totals", totals(access, period, school))
            .addObject(
                "school", schools.open(access.own(), school).map(KnownSchool::name).orElse(school))
            .addObject("mayOffer", access.caller().is(Role.SCHOOL_LEADER, Role.SCHOOL_EDUCATOR));
      }
      case BOARD -> view.addObject("totals", totals(access, period, null));
      case OPERATOR -> view.addObject("schools", schools.total());
      case OTHER -> view.addObject("schools", 0);
    }
    return view;
  }

  private List<StudentView.Place> placesOf(Access access) {
    Optional<StudentView> self = students.self(access).map(StudentView::of);
    return self.map(StudentView::placements).orElse(List.of());
  }

  private Capacities.Totals totals(Access access, Period period, @Nullable String school) {
    return capacities.totals(access, new Capacities.Which(period, null, school, "", false, false));
  }

  private static Reader reader(Access access) {
    if (access.caller().is(Role.PROGRAMME_MANAGER, Role.SUPERVISOR)) {
      return Reader.PABO;
    }
    if (access.caller().is(Role.STUDENT)) {
      return Reader.STUDENT;
    }
    if (access.caller().is(Role.BOARD_COORDINATOR)) {
      return Reader.BOARD;
    }
    if (access.caller().is(Role.SCHOOL_LEADER, Role.SCHOOL_EDUCATOR, Role.MENTOR)) {
      return Reader.SCHOOL;
    }
    return access.caller().is(Role.OPERATOR) ? Reader.OPERATOR : Reader.OTHER;
  }
}
