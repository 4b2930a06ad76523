package nl.samenopleiden.professionalisation.certificate;

import java.time.Instant;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.RefusedException;
import nl.samenopleiden.professionalisation.certificate.Certificate.Statement;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own certificates, for other programs; nobody gets at another's. */
@RestController
@RequestMapping("/api/professionalisation/certificates")
@Allowed
final class CertificateApi {

  /**
   * A certificate.
   *
   * @param course the course's id; also names the certificate
   * @param schoolYear for example {@code 2026-2027}
   * @param verification where anybody sees whether it holds
   */
  record CertificateView(
      String course,
      String pabo,
      String title,
      Instant startsAt,
      Instant endsAt,
      int minutes,
      String schoolYear,
      String code,
      String verification) {}

  private final Certificates certificates;
  private final CertificatePdf pdf;
  private final Badges badges;
  private final Addresses addresses;
  private final Problems problems;

  CertificateApi(
      Certificates certificates,
      CertificatePdf pdf,
      Badges badges,
      Addresses addresses,
      Problems problems) {
    this.certificates = certificates;
    this.pdf = pdf;
    this.badges = badges;
    this.addresses = addresses;
    this.problems = problems;
  }

  /** The last course first. */
  @GetMapping
  Page<CertificateView> mine(
      Access access, PageRequest page, @RequestParam(defaultValue = "") String q) {
    return certificates.page(access, q, page).map(this::view);
  }

  @GetMapping("/{course}")
  CertificateView one(Access access, @PathVariable String course) {
    return view(certificates.find(access, course).orElseThrow(RefusedException::notFound));
  }

  @GetMapping("/{course}/pdf")
  ResponseEntity<byte[]> pdf(Access access, @PathVariable String course) {
    return Downloads.pdf(
        pdf.of(certificates.find(access, course).orElseThrow(RefusedException::notFound)));
  }

  /** The certificate as an Open Badges 3.0 credential, signed as VC-JWT. */
  @GetMapping("/{course}/badge")
  ResponseEntity<?> badge(Access access, @PathVariable String course) {
    return problems.answer(badges.of(access, course), Downloads::badge);
  }

  private CertificateView view(Statement says) {
    Code code = new Code(says.code());
    return new CertificateView(
        says.courseId().value(),
        says.pabo().code(),
        says.title(),
        says.startsAt(),
        says.endsAt(),
        says.minutes(),
        SchoolYear.of(says.startsAt()).toString(),
        code.forPeople(),
        addresses.verification(code));
  }
}
