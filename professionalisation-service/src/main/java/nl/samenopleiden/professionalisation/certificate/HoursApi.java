package nl.samenopleiden.professionalisation.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.professionalisation.certificate.Certificate.Statement;
import org.jspecify.annotations.Nullable;
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
   * A course that the caller was at, or a module that the caller finished.
   *
   * @param schoolYear for example {@code 2026-2027}
   * @param course none for a module
   * @param module none for a course
   * @param startsAt when the course started, or the module was finished
   * @param certificate where anybody sees whether its certificate holds; none for a module
   */
  record HoursView(
      String schoolYear,
      @Nullable String course,
      @Nullable String module,
      String title,
      Instant startsAt,
      int minutes,
      String pabo,
      @Nullable String certificate) {}

  private final Hours hours;
  private final Addresses addresses;

  HoursApi(Hours hours, Addresses addresses) {
    this.hours = hours;
    this.addresses = addresses;
  }

  /** Course by course and module by module, the last first. */
  @GetMapping
  Page<HoursView> mine(Access access, PageRequest page, @RequestParam(defaultValue = "") String q) {
    return hours.page(access, q, page).map(this::view);
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

  private HoursView view(Hours.Item item) {
    Statement says = item.certificate();
    return new HoursView(
        item.year().toString(),
        says == null ? null : item.id().value(),
        says == null ? item.id().value() : null,
        item.title(),
        item.at(),
        item.minutes(),
        item.pabo().code(),
        says == null ? null : addresses.verification(new Code(says.code())));
  }
}
