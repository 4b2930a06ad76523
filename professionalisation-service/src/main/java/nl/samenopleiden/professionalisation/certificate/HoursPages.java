package nl.samenopleiden.professionalisation.certificate;

import java.util.List;
import java.util.Locale;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.professionalisation.course.CourseWords;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * One's own hours: a bar for each school year, the courses and modules they are of, and the file.
 */
@Controller
@RequestMapping("/professionalisation/hours")
@Allowed
final class HoursPages {

  /**
   * A school year.
   *
   * @param share how long its bar is, of a hundred
   */
  record Bar(String year, String length, int courses, int modules, double share) {}

  /**
   * A course that one was at, or a module that one finished.
   *
   * @param course the id of the course; none for a module
   */
  record Row(@Nullable String course, String title, String day, String length, String year) {}

  private final Hours hours;
  private final CourseWords courseWords;

  HoursPages(Hours hours, CourseWords courseWords) {
    this.hours = hours;
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
    model.addAttribute("page", hours.page(access, q, page).map(each -> row(each, language)));
    return "professionalisation/hours";
  }

  @GetMapping("/csv")
  ResponseEntity<byte[]> csv(Access access, Locale language) {
    return Downloads.csv(hours.csv(access, language));
  }

  private Row row(Hours.Item item, Locale language) {
    return new Row(
        item.certificate() == null ? null : item.id().value(),
        item.title(),
        Moments.dayInWords(item.at(), language),
        courseWords.length(item.minutes(), language),
        item.year().toString());
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
                    each.modules(),
                    each.minutes() * 100.0 / Math.max(1, most)))
        .toList();
  }
}
