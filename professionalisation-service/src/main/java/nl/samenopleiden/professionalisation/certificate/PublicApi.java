package nl.samenopleiden.professionalisation.certificate;

import java.time.Instant;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.RefusedException;
import nl.samenopleiden.professionalisation.certificate.Certificate.Statement;
import nl.samenopleiden.professionalisation.organisation.Organisations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What everybody may read without signing in: whether a certificate holds, for who has its code.
 */
@RestController
@RequestMapping("/api/professionalisation/public")
@Allowed(publicly = true)
final class PublicApi {

  /** What the certificate itself says, and nothing more. */
  record VerificationView(
      String code,
      String name,
      String title,
      Instant startsAt,
      int minutes,
      String pabo,
      Instant issuedAt) {}

  private final Certificates certificates;
  private final Organisations organisations;

  PublicApi(Certificates certificates, Organisations organisations) {
    this.certificates = certificates;
    this.organisations = organisations;
  }

  /** What the certificate with this code says; not found when there is none that holds. */
  @GetMapping("/certificates/{code}")
  VerificationView verify(@PathVariable String code) {
    return Code.typed(code)
        .flatMap(certificates::find)
        .map(this::view)
        .orElseThrow(RefusedException::notFound);
  }

  private VerificationView view(Statement says) {
    return new VerificationView(
        new Code(says.code()).forPeople(),
        says.name(),
        says.title(),
        says.startsAt(),
        says.minutes(),
        organisations.name(says.pabo()),
        says.holdsFrom());
  }
}
