package nl.samenopleiden.professionalisation.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.professionalisation.certificate.Certificate.Statement;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own hours, for other programs; nobody gets at another's. */
@RestController
@RequestMapping("/api/professionalisation/hours")
@Allowed
final class HoursApi {

  /**
   * A course that the caller was at.
   *
   * @param schoolYear for example {@code 2026-2027}
   * @param certificate where anybody sees whether its certificate holds
   */
  record HoursView(
      String schoolYear,
      String course,
      String title,
      Instant startsAt,
      int minutes,
      String pabo,
      String certificate) {}

  private final Certificates certificates;
  private final Hours hours;
  private final Addresses addresses;

  HoursApi(Certificates certificates, Hours hours, Addresses addresses) {
    this.certificates = certificates;
    this.hours = hours;
    this.addresses = addresses;
  }

  /** Course by course, the last first. */
  @GetMapping
  Page<HoursView> mine(Access access, PageRequest page, @RequestParam(defaultValue = "") String q) {
    return certificates.page(access, q, page).map(this::view);
  }

  /** Together in each school year, the last first. */
  @GetMapping("/years")
  List<Hours.Year> years(Access access) {
    return hours.years(access);
  }

  /** All of it as a file for a professional register. */
  @GetMapping("/csv")
  ResponseEntity<byte[]> csv(Access access, Locale language) {
    return Downloads.csv(hours.csv(access, language));
  }

  private HoursView view(Statement says) {
    return new HoursView(
        SchoolYear.of(says.startsAt()).toString(),
        says.courseId().value(),
        says.title(),
        says.startsAt(),
        says.minutes(),
        says.pabo().code(),
        addresses.verification(new Code(says.code())));
  }
}
