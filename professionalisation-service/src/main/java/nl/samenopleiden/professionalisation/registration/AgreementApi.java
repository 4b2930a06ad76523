package nl.samenopleiden.professionalisation.registration;

import java.time.Instant;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.professionalisation.registration.Agreement.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a school leader is asked about the people of the own school, for other programs. */
@RestController
@RequestMapping("/api/professionalisation")
@Allowed(Role.SCHOOL_LEADER)
final class AgreementApi {

  /**
   * A question that waits for an answer.
   *
   * @param until from when on no answer counts as agreed
   */
  record QuestionView(
      String registration,
      String course,
      String title,
      Instant startsAt,
      String name,
      Instant registeredAt,
      Instant until) {

    static QuestionView of(Stored<Agreement> stored) {
      Question question = stored.state().question();
      return new QuestionView(
          stored.id().value(),
          question.courseId().value(),
          question.title(),
          question.startsAt(),
          question.name(),
          question.at(),
          question.until());
    }
  }

  /** Why not; the teacher gets it by mail. */
  record Reason(@Nullable String reason) {}

  private final Agreements agreements;
  private final Problems problems;

  AgreementApi(Agreements agreements, Problems problems) {
    this.agreements = agreements;
    this.problems = problems;
  }

  /** What waits for an answer, the first to count as agreed first; words stand in name or title. */
  @GetMapping("/agreements")
  Page<QuestionView> open(
      Access access, @RequestParam(defaultValue = "") String q, PageRequest page) {
    return agreements.open(access, q, page).map(QuestionView::of);
  }

  @PostMapping("/courses/{course}/agreements/{registration}/consent")
  ResponseEntity<?> agree(
      Access access, @PathVariable String course, @PathVariable String registration) {
    return problems.answer(
        agreements.agree(access, course, registration), _ -> ResponseEntity.noContent().build());
  }

  /** Does not agree: the registration is cancelled, and its place goes to the next. */
  @PostMapping("/courses/{course}/agreements/{registration}/refusal")
  ResponseEntity<?> refuse(
      Access access,
      @PathVariable String course,
      @PathVariable String registration,
      @RequestBody Reason reason) {
    return problems.answer(
        agreements.refuse(access, course, registration, reason.reason()),
        _ -> ResponseEntity.noContent().build());
  }
}
