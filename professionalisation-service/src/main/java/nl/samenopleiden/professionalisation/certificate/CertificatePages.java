package nl.samenopleiden.professionalisation.certificate;

import java.util.Locale;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.RefusedException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own certificates: the list, and the file to print. */
@Controller
@RequestMapping("/professionalisation/certificates")
@Allowed
final class CertificatePages {

  private final Certificates certificates;
  private final CertificatePdf pdf;
  private final Badges badges;
  private final StatementRows rows;

  CertificatePages(
      Certificates certificates, CertificatePdf pdf, Badges badges, StatementRows rows) {
    this.certificates = certificates;
    this.pdf = pdf;
    this.badges = badges;
    this.rows = rows;
  }

  @GetMapping
  String list(
      Access access,
      PageRequest page,
      @RequestParam(defaultValue = "") String q,
      Locale language,
      Model model) {
    model.addAttribute("words", q);
    model.addAttribute(
        "page", certificates.page(access, q, page).map(each -> rows.row(each, language)));
    model.addAttribute("badges", badges.areGiven());
    return "professionalisation/certificates";
  }

  @GetMapping("/{course}/pdf")
  ResponseEntity<byte[]> pdf(Access access, @PathVariable String course) {
    return Downloads.pdf(
        pdf.of(certificates.find(access, course).orElseThrow(RefusedException::notFound)));
  }

  @GetMapping("/{course}/badge")
  ResponseEntity<byte[]> badge(Access access, @PathVariable String course) {
    return switch (badges.of(access, course)) {
      case Outcome.Done<String>(var signed) -> Downloads.badge(signed);
      case Outcome.Refused<String>(var refusal) -> throw new RefusedException(refusal);
    };
  }
}
