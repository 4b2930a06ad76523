package nl.samenopleiden.professionalisation.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.registration.Agreement.AgreementAsked;
import nl.samenopleiden.professionalisation.registration.Agreement.AgreementGiven;
import nl.samenopleiden.professionalisation.registration.Agreement.AgreementRefused;
import nl.samenopleiden.professionalisation.registration.Agreement.Question;
import org.junit.jupiter.api.Test;

class AgreementDecidingTest {

  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
  private static final Instant UNTIL = NOW.plus(Duration.ofDays(10));

  @Test
  void aLeaderHasTenDaysButNeverLongerThanTwoDaysBeforeTheStart() {
    assertThat(Consent.of(NOW, NOW.plus(Duration.ofDays(30)), true))
        .isEqualTo(new Consent.Asked(NOW, UNTIL));
    assertThat(Consent.of(NOW, NOW.plus(Duration.ofDays(5)), true))
        .isEqualTo(new Consent.Asked(NOW, NOW.plus(Duration.ofDays(3))));
    assertThat(Consent.of(NOW, NOW.plus(Duration.ofDays(2)), true))
        .isEqualTo(new Consent.TooLateToAsk());
    assertThat(Consent.of(NOW, NOW.plus(Duration.ofDays(30)), false))
        .isEqualTo(new Consent.NobodyToAsk());
  }

  @Test
  void aQuestionIsAskedOnceAndAgainAboutALaterRegistration() {
    assertThat(Agreement.ask(Optional.empty(), question(NOW)))
        .isEqualTo(
            Decision.accept(
                new Agreement.Open(question(NOW)), new AgreementAsked("course", "41AA", UNTIL)));
    Agreement given = new Agreement.Given(question(NOW));
    assertThat(Agreement.ask(Optional.of(given), question(NOW))).isEqualTo(Decision.unchanged());
    Question later = question(NOW.plusSeconds(1));
    assertThat(Agreement.ask(Optional.of(given), later))
        .isEqualTo(
            Decision.accept(
                new Agreement.Open(later), new AgreementAsked("course", "41AA", UNTIL)));
  }

  @Test
  void agreeingTwiceIsOnceAndNoFactSaysWhoItIs() {
    assertThat(Agreement.agree(Optional.of(new Agreement.Open(question(NOW)))))
        .isEqualTo(
            Decision.accept(
                new Agreement.Given(question(NOW)), new AgreementGiven("course", "41AA")));
    assertThat(Agreement.agree(Optional.of(new Agreement.Given(question(NOW)))))
        .isEqualTo(Decision.unchanged());
    assertThat(Agreement.agree(Optional.empty())).isEqualTo(Decision.refuse(Refusal.NOT_FOUND));
  }

  @Test
  void notAgreeingNeedsAReasonAndIsInTime() {
    Optional<Agreement> open = Optional.of(new Agreement.Open(question(NOW)));
    assertThat(Agreement.refuse(open, "Lee", "lee", " ", NOW))
        .isEqualTo(Decision.refuse(Refusal.invalid("field-needed", "reason")));
    assertThat(Agreement.refuse(open, "Lee", "lee", "x".repeat(301), NOW))
        .isEqualTo(Decision.refuse(Refusal.invalid("field-too-long", "reason", 300)));
    assertThat(Agreement.refuse(open, "Lee", "lee", " Toetsweek ", UNTIL.minusMillis(1)))
        .isEqualTo(
            Decision.accept(
                new Agreement.Refused(question(NOW), "Lee", "lee", "Toetsweek"),
                new AgreementRefused("course", "41AA")));
    assertThat(Agreement.refuse(open, "Lee", "lee", "Toetsweek", UNTIL))
        .isEqualTo(Decision.refuse(Refusal.conflict("agreed-already")));
    assertThat(
            Agreement.refuse(
                Optional.of(new Agreement.Given(question(NOW))), "Lee", "lee", "Toch niet", NOW))
        .isEqualTo(Decision.refuse(Refusal.conflict("agreed-already")));
  }

  private static Question question(Instant at) {
    return new Question(
        "pabo:rijnmond/course",
        "Beeldcoaching",
        NOW.plus(Duration.ofDays(30)),
        "An",
        "41AA",
        at,
        UNTIL);
  }
}
