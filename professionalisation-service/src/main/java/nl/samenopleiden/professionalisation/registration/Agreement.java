package nl.samenopleiden.professionalisation.registration;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Optional;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A school leader's agreement with a registration; it has the registration's name. It stands beside
 * the registration, so that nobody's place waits for it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Agreement.Open.class, name = "open"),
  @JsonSubTypes.Type(value = Agreement.Given.class, name = "given"),
  @JsonSubTypes.Type(value = Agreement.Refused.class, name = "refused"),
  @JsonSubTypes.Type(value = Agreement.Withdrawn.class, name = "withdrawn")
})
sealed interface Agreement {

  /** The longest reason. */
  int LONGEST_REASON = 300;

  /** What is asked. */
  Question question();

  /**
   * What a school leader is asked.
   *
   * @param course the text form of the course's id
   * @param name who registered
   * @param school the location code of the school
   * @param at when the person registered
   * @param until from when on no answer counts as agreed
   */
  record Question(
      String course,
      String title,
      Instant startsAt,
      String name,
      String school,
      Instant at,
      Instant until) {

    OwnedId courseId() {
      return OwnedId.parse(course);
    }
  }

  /** Nobody has answered. */
  record Open(Question question) implements Agreement {}

  /** A school leader agreed. */
  record Given(Question question) implements Agreement {}

  /**
   * A school leader did not agree.
   *
   * @param by the school leader's name
   * @param person the school leader's token's subject
   * @param reason what the teacher is told
   */
  record Refused(Question question, String by, String person, String reason) implements Agreement {}

  /** The registration ended before anybody answered. */
  record Withdrawn(Question question) implements Agreement {}

  /** A school leader is asked. Nothing in it says about whom, as in the facts that follow. */
  record AgreementAsked(String course, String school, Instant until) {}

  /** A school leader agreed. */
  record AgreementGiven(String course, String school) {}

  /** A school leader did not agree. */
  record AgreementRefused(String course, String school) {}

  /** The question is no longer there. */
  record AgreementWithdrawn(String course, String school) {}

  /** Asks, unless that has been done: asking again about a later registration is a new question. */
  static Decision<Agreement> ask(Optional<Agreement> before, Question question) {
    if (before.isPresent() && before.get().question().at().equals(question.at())) {
      return Decision.unchanged();
    }
    return Decision.accept(
        new Open(question),
        new AgreementAsked(course(question), question.school(), question.until()));
  }

  /** The school leader agrees; what counts as agreed already stays so. */
  static Decision<Agreement> agree(Optional<Agreement> before) {
    return switch (before.orElse(null)) {
      case null -> Decision.refuse(Refusal.NOT_FOUND);
      case Open(var question) ->
          Decision.accept(
              new Given(question), new AgreementGiven(course(question), question.school()));
      case Given _ -> Decision.unchanged();
      case Refused _ -> Decision.refuse(Refusal.conflict("agreement-refused"));
      case Withdrawn _ -> Decision.refuse(Refusal.conflict("agreement-withdrawn"));
    };
  }

  /**
   * The school leader does not agree, and says why.
   *
   * @param by the school leader's name
   * @param person the school leader's token's subject
   */
  static Decision<Agreement> refuse(
      Optional<Agreement> before, String by, String person, @Nullable String reason, Instant now) {
    if (before.isPresent() && (reason == null || reason.isBlank())) {
      return Decision.refuse(Refusal.invalid("field-needed", "reason"));
    }
    if (before.isPresent() && reason != null && reason.strip().length() > LONGEST_REASON) {
      return Decision.refuse(Refusal.invalid("field-too-long", "reason", LONGEST_REASON));
    }
    return switch (before.orElse(null)) {
      case null -> Decision.refuse(Refusal.NOT_FOUND);
      case Open(var question) ->
          now.isBefore(question.until())
              ? Decision.accept(
                  new Refused(question, by, person, reason == null ? "" : reason.strip()),
                  new AgreementRefused(course(question), question.school()))
              : Decision.refuse(Refusal.conflict("agreed-already"));
      case Given _ -> Decision.refuse(Refusal.conflict("agreed-already"));
      case Refused _ -> Decision.unchanged();
      case Withdrawn _ -> Decision.refuse(Refusal.conflict("agreement-withdrawn"));
    };
  }

  /** The registration has ended. */
  static Decision<Agreement> withdraw(Agreement before) {
    return switch (before) {
      case Open(var question) ->
          Decision.accept(
              new Withdrawn(question), new AgreementWithdrawn(course(question), question.school()));
      case Given _, Refused _, Withdrawn _ -> Decision.unchanged();
    };
  }

  private static String course(Question question) {
    return question.courseId().value();
  }
}
