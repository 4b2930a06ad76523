package nl.samenopleiden.professionalisation.registration;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.registration.Desk.Place;
import nl.samenopleiden.professionalisation.registration.Enrolling.Row;
import nl.samenopleiden.professionalisation.registration.Registration.Status;
import nl.samenopleiden.professionalisation.registration.RegistrationDesk.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A school leader registers colleagues, for other programs. Sending a list again is harmless. */
@RestController
@RequestMapping("/api/professionalisation/courses/{course}/enrolments")
@Allowed(Role.SCHOOL_LEADER)
final class EnrollingApi {

  /** Who is to be registered, by their ids, in the order in which they have their turn. */
  record Wanted(@Nullable List<@Nullable String> colleagues) {

    List<String> ids() {
      return colleagues == null
          ? List.of()
          : colleagues.stream().map(each -> Objects.requireNonNullElse(each, "")).toList();
    }
  }

  /** What an outcome is called. */
  enum Result {
    REGISTERED,
    ALREADY_REGISTERED,
    REFUSED
  }

  /**
   * What one row led to.
   *
   * @param status with number and waiting place: none when it was refused
   * @param problem why it was refused; none when it was not
   */
  record RowView(
      String colleague,
      @Nullable String name,
      Result result,
      @Nullable Status status,
      @Nullable Long number,
      @Nullable Integer waitingPlace,
      @Nullable ProblemDetail problem) {}

  /** A row for each that was wanted, in the same order. */
  record RowsView(List<RowView> rows) {}

  private final Enrolling enrolling;
  private final Problems problems;

  EnrollingApi(Enrolling enrolling, Problems problems) {
    this.enrolling = enrolling;
    this.problems = problems;
  }

  /** Who of the caller's school can be registered, by name. */
  @GetMapping("/choices")
  ResponseEntity<?> choices(
      Access access,
      @PathVariable String course,
      @RequestParam(defaultValue = "") String q,
      PageRequest page,
      Locale language) {
    return problems.answer(
        enrolling.choices(access, course, q, page, language), ResponseEntity::ok);
  }

  @PostMapping
  ResponseEntity<?> enrol(
      Access access, @PathVariable String course, @RequestBody Wanted wanted, Locale language) {
    return problems.answer(
        enrolling.enrol(access, course, wanted.ids(), language),
        rows -> ResponseEntity.ok(new RowsView(rows.stream().map(this::view).toList())));
  }

  private RowView view(Row row) {
    return switch (row.outcome()) {
      case Outcome.Done<Taken>(var taken) -> {
        Place place = taken.place();
        yield new RowView(
            row.colleague(),
            row.name(),
            taken.fresh() ? Result.REGISTERED : Result.ALREADY_REGISTERED,
            place.status(),
            place.number(),
            place.waitingPlace(),
            null);
      }
      case Outcome.Refused<Taken>(Refusal why) ->
          new RowView(
              row.colleague(), row.name(), Result.REFUSED, null, null, null, problems.detail(why));
    };
  }
}
