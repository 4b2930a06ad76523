package nl.samenopleiden.professionalisation.certificate;

import java.time.Instant;
import nl.samenopleiden.professionalisation.certificate.Certificate.Statement;
import org.jspecify.annotations.Nullable;

/** What happens to certificates, as the other services hear it: nothing in it says whose it is. */
final class CertificateFacts {

  private CertificateFacts() {}

  record CertificateIssued(
      String course,
      String pabo,
      String title,
      Instant startsAt,
      int minutes,
      @Nullable String school) {}

  /** It holds as before, of sessions that took so long together. */
  record CertificateCorrected(String course, String pabo, int minutes, @Nullable String school) {}

  record CertificateWithdrawn(String course, String pabo, @Nullable String school) {}

  static CertificateIssued issued(Statement says) {
    return new CertificateIssued(
        says.courseId().value(),
        says.pabo().code(),
        says.title(),
        says.startsAt(),
        says.minutes(),
        says.school());
  }

  static CertificateCorrected corrected(Statement says) {
    return new CertificateCorrected(
        says.courseId().value(), says.pabo().code(), says.minutes(), says.school());
  }

  static CertificateWithdrawn withdrawn(Statement says) {
    return new CertificateWithdrawn(says.courseId().value(), says.pabo().code(), says.school());
  }
}
