package nl.samenopleiden.professionalisation.home;

import java.util.List;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.Courses;
import nl.samenopleiden.professionalisation.course.MyCourses;
import nl.samenopleiden.professionalisation.course.Places;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The tile on the home page: one's next course, or what is on offer. */
@Controller
final class HomeTile {

  private static final int MOST_COUNTED = 200;

  private final Courses courses;
  private final Places places;
  private final MyCourses mine;

  HomeTile(Courses courses, Places places, MyCourses mine) {
    this.courses = courses;
    this.places = places;
    this.mine = mine;
  }

  @GetMapping("/professionalisation/fragments/home")
  @Allowed
  String tile(Access access, Model model) {
    boolean offers =
        access.home().isPabo() && access.caller().is(Role.LECTURER, Role.PROGRAMME_MANAGER);
    Page<Stored<Course>> coming =
        courses.coming(access, "", null, new PageRequest(0, offers ? MOST_COUNTED : 1));
    model.addAttribute("offers", offers);
    model.addAttribute("registers", places.mayRegister(access.caller()));
    model.addAttribute("coming", coming.total());
    model.addAttribute("waiting", offers ? waiting(coming.items()) : 0);
    model.addAttribute("next", mine.of(access).stream().findFirst().orElse(null));
    return "professionalisation/tile :: tile";
  }

  private int waiting(List<Stored<Course>> coming) {
    return places.taken(coming.stream().map(Stored::id).toList()).values().stream()
        .mapToInt(Places.Taken::waiting)
        .sum();
  }
}
