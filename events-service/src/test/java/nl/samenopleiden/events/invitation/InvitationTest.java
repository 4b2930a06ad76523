package nl.samenopleiden.events.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenopleiden.events.evening.Details;
import nl.samenopleiden.events.invitation.Invitation.Answer;
import nl.samenopleiden.events.people.Person;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import org.junit.jupiter.api.Test;

class InvitationTest {

  private static final Instant NOW = Instant.parse("2026-09-01T12:00:00Z");
  private static final Instant START = NOW.plus(Duration.ofDays(30));
  private static final OwnedId EVENING =
      new OwnedId(Owner.pabo("rijnmond"), UUID.randomUUID().toString());
  private static final Details DETAILS =
      new Details("Avond", "Over kinderen.", List.of(), "Aula", START, 120, 10);
  private static final Person ANNA =
      new Person(
          "board:1", "key", "Anna", "anna@x.example", List.of("teacher"), "00AA00", List.of());

  @Test
  void whoWasInvitedIsNotInvitedAgain() {
    Invitation invitation = invited();
    assertThat(Invitation.invite(Optional.of(invitation), EVENING, DETAILS, ANNA))
        .isEqualTo(Decision.unchanged());
  }

  @Test
  void theFactsOfAnInvitationNameNobody() {
    assertThat(Invitation.invite(Optional.empty(), EVENING, DETAILS, ANNA))
        .isEqualTo(
            Decision.accept(
                invited(),
                new Invitation.PersonInvited(EVENING.value(), "Avond", START, "00AA00")));
    assertThat(invited().answer(Answer.YES, 0, NOW).toString())
        .contains("InvitationAnswered[evening=" + EVENING.value())
        .satisfies(
            text ->
                assertThat(text.substring(text.indexOf("InvitationAnswered")))
                    .doesNotContain("Anna")
                    .doesNotContain("anna@"));
  }

  @Test
  void anAnswerCanBeChangedUntilTheEveningStarts() {
    Invitation yes = state(invited().answer(Answer.YES, 0, NOW));
    Invitation no = state(yes.answer(Answer.NO, 1, START.minusMillis(1)));
    assertThat(no.answer()).isEqualTo(Answer.NO);
    assertThat(no.turn()).isEqualTo(2);
    assertThat(no.answer(Answer.YES, 2, START)).isEqualTo(Decision.refuse(Invitation.STARTED));
  }

  @Test
  void theSameAnswerAgainChangesNothing() {
    Invitation yes = state(invited().answer(Answer.YES, 0, NOW));
    assertThat(yes.answer(Answer.YES, 0, NOW)).isEqualTo(Decision.unchanged());
  }

  @Test
  void whoSawAnOlderTurnLooksAgain() {
    Invitation no = state(invited().answer(Answer.NO, 0, NOW));
    assertThat(no.answer(Answer.YES, 0, NOW)).isEqualTo(Decision.refuse(Invitation.MEANWHILE));
  }

  @Test
  void whatWasCalledOffIsNotAnsweredAndKeepsItsAnswer() {
    Invitation yes = state(invited().answer(Answer.YES, 0, NOW));
    Invitation off = state(yes.callOff());
    assertThat(off.answer()).isEqualTo(Answer.YES);
    assertThat(off.answer(Answer.NO, 1, NOW)).isEqualTo(Decision.refuse(Invitation.CALLED_OFF));
    assertThat(off.callOff()).isEqualTo(Decision.unchanged());
  }

  @Test
  void theTallyNeverShowsLessThanNothing() {
    Tally tally =
        Tally.of(
            Map.of("board:1", 3L, "pabo:rijnmond", 2L),
            Map.of("board:1", 2L),
            Map.of("board:1", 2L, "pabo:rijnmond", 1L),
            Map.of(Owner.board("1"), "Noord", Owner.pabo("rijnmond"), "Pabo"));
    assertThat(tally.invited()).isEqualTo(5);
    assertThat(tally.none()).isEqualTo(1);
    assertThat(tally.organisations()).hasSize(2);
  }

  private static Invitation invited() {
    return state(Invitation.invite(Optional.empty(), EVENING, DETAILS, ANNA));
  }

  private static Invitation state(Decision<Invitation> decision) {
    return switch (decision) {
      case Decision.Accepted<Invitation>(var state, _) -> state;
      default -> throw new AssertionError(decision);
    };
  }
}
