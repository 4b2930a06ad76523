package nl.samenopleiden.professionalisation.certificate;

import java.util.List;
import java.util.Locale;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.professionalisation.course.CourseWords;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own hours: a bar for each school year, the courses they are of, and the file. */
@Controller
@RequestMapping("/professionalisation/hours")
@Allowed
final class HoursPages {

  /**
   * A school year.
   *
   * @param share how long its bar is, of a hundred
   */
  record Bar(String year, String length, int courses, double share) {}

  private final Certificates certificates;
  private final Hours hours;
  private final StatementRows rows;
  private final CourseWords courseWords;

  HoursPages(Certificates certificates, Hours hours, StatementRows rows, CourseWords courseWords) {
    this.certificates = certificates;
    this.hours = hours;
    this.rows = rows;
    this.courseWords = courseWords;
  }

  @GetMapping
  String list(
      Access access,
      PageRequest page,
      @RequestParam(defaultValue = "") String q,
      Locale language,
      Model model) {
    model.addAttribute("words", q);
    model.addAttribute("years", bars(hours.years(access), language));
    model.addAttribute(
        "page", certificates.page(access, q, page).map(each -> rows.row(each, language)));
    return "professionalisation/hours";
  }

  @GetMapping("/csv")
  ResponseEntity<byte[]> csv(Access access, Locale language) {
    return Downloads.csv(hours.csv(access, language));
  }

  private List<Bar> bars(List<Hours.Year> years, Locale language) {
    int most = years.stream().mapToInt(Hours.Year::minutes).max().orElse(1);
    return years.stream()
        .map(
            each ->
                new Bar(
                    each.schoolYear(),
                    courseWords.length(each.minutes(), language),
                    each.courses(),
                    each.minutes() * 100.0 / Math.max(1, most)))
        .toList();
  }
}
