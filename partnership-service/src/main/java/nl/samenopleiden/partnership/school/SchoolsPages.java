package nl.samenopleiden.partnership.school;

import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.web.Allowed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Schools, for people. */
@Controller
@RequestMapping("/partnership/schools")
@Allowed
final class SchoolsPages {

  private final SchoolSearch schools;

  SchoolsPages(SchoolSearch schools) {
    this.schools = schools;
  }

  @GetMapping
  String search(
      Access access, @RequestParam(defaultValue = "") String q, PageRequest page, Model model) {
    model.addAttribute("words", q);
    model.addAttribute("schools", schools.search(access, q, null, page));
    model.addAttribute("severalBoards", !access.home().isBoard());
    return "partnership/school/schools";
  }

  @GetMapping("/{school}")
  String school(Access access, @PathVariable String school, Model model) {
    model.addAttribute("school", schools.find(access, school));
    model.addAttribute("boardIsShown", !access.home().isBoard());
    return "partnership/school/school";
  }
}
