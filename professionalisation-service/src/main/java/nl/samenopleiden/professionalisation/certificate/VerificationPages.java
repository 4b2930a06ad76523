package nl.samenopleiden.professionalisation.certificate;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.professionalisation.certificate.Certificate.Statement;
import nl.samenopleiden.professionalisation.course.CourseWords;
import nl.samenopleiden.professionalisation.organisation.Organisations;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where anybody who holds a certificate in the hand sees whether it holds. */
@Controller
@RequestMapping("/professionalisation/public/certificates")
@Allowed(publicly = true)
final class VerificationPages {

  /** What the certificate itself says, in words. */
  record Shown(
      String code,
      String name,
      String title,
      String day,
      String length,
      String pabo,
      String issued) {}

  private final Certificates certificates;
  private final CourseWords courseWords;
  private final Organisations organisations;

  VerificationPages(
      Certificates certificates, CourseWords courseWords, Organisations organisations) {
    this.certificates = certificates;
    this.courseWords = courseWords;
    this.organisations = organisations;
  }

  @GetMapping
  String form(
      @RequestParam(defaultValue = "") String code,
      Locale language,
      Model model,
      HttpServletResponse response) {
    return show(code, language, model, response);
  }

  @GetMapping("/{code}")
  String verify(
      @PathVariable String code, Locale language, Model model, HttpServletResponse response) {
    return show(code, language, model, response);
  }

  private String show(String typed, Locale language, Model model, HttpServletResponse response) {
    // For who was given the code, not for who looks for a name.
    response.setHeader("X-Robots-Tag", "noindex");
    Optional<Statement> found = Code.typed(typed).flatMap(certificates::find);
    boolean missing = found.isEmpty() && !typed.isBlank();
    if (missing) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
    model.addAttribute("typed", typed);
    model.addAttribute("missing", missing);
    model.addAttribute("certificate", found.map(says -> shown(says, language)).orElse(null));
    return "professionalisation/verification";
  }

  private Shown shown(Statement says, Locale language) {
    return new Shown(
        new Code(says.code()).forPeople(),
        says.name(),
        says.title(),
        Moments.dayInWords(says.startsAt(), language),
        courseWords.length(says.minutes(), language),
        organisations.name(says.pabo()),
        Moments.dayInWords(says.holdsFrom(), language));
  }
}
