package nl.samenopleiden.events.evening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.web.Refusal;
import org.junit.jupiter.api.Test;

class AnnouncingTest {

  private static final Instant NOW = Instant.parse("2026-09-01T12:00:00Z");
  private static final Instant START = NOW.plus(Duration.ofDays(30));
  private static final OwnedId ID =
      new OwnedId(Owner.pabo("rijnmond"), UUID.randomUUID().toString());
  private static final Announcing.Reach REACH =
      new Announcing.Reach(Set.of(Owner.board("1"), Owner.board("2")), Set.of("1", "2"), Set.of());
  private static final Audience TEACHERS = Audience.of(List.of("teacher"), null, null, null, false);

  @Test
  void anAnnouncedEveningInvitesTheOrganisationsOfItsAudienceInOrder() {
    Decision<Evening> decision = decide(Optional.empty(), good(TEACHERS), 412);
    assertThat(facts(decision))
        .containsExactly(
            new Evening.EveningAnnounced(
                ID.value(),
                "Kijken naar kinderen",
                "Over observeren.",
                List.of("young-child"),
                "Aula",
                START,
                120,
                150));
    assertThat(state(decision).telling())
        .isEqualTo(
            new Telling(List.of("board:1", "board:2", "pabo:rijnmond"), 412, 0, null, false));
  }

  @Test
  void announcingTwiceIsAnnouncingOnce() {
    Evening evening = announced();
    assertThat(decide(Optional.of(evening), good(TEACHERS), 412)).isEqualTo(Decision.unchanged());
  }

  @Test
  void anAudienceOfNobodyIsRefused() {
    assertThat(refusal(decide(Optional.empty(), good(TEACHERS), 0)))
        .isEqualTo("audience-reaches-nobody");
  }

  @Test
  void everyFieldThatIsWrongIsNamed() {
    Draft empty =
        new Draft(
            " ",
            null,
            List.of("gardening"),
            "",
            null,
            null,
            null,
            Audience.of(null, List.of("9"), null, null, false));
    assertThat(Announcing.faults(empty, REACH, NOW))
        .extracting(Refusal::field)
        .containsExactly(
            "title",
            "summary",
            "themes",
            "place",
            "startsAt",
            "minutes",
            "capacity",
            "audience.boards");
    Draft wild =
        new Draft(
            "x".repeat(121), "x".repeat(2_001), List.of(), "https://", NOW, 14, 2_001, TEACHERS);
    assertThat(Announcing.faults(wild, REACH, NOW))
        .extracting(Refusal::type)
        .containsExactly(
            "text-too-long",
            "text-too-long",
            "address-unreadable",
            "start-in-the-past",
            "number-out-of-bounds",
            "number-out-of-bounds");
  }

  @Test
  void anEveningCanBeCalledOffOnceAndUntilItStarts() {
    Evening evening = announced();
    Decision<Evening> decision = Evening.cancel(Optional.of(evening), ID.value(), NOW);
    assertThat(facts(decision)).containsExactly(new Evening.EveningCancelled(ID.value()));
    Evening cancelled = state(decision);
    assertThat(cancelled).isInstanceOf(Evening.Cancelled.class);
    assertThat(cancelled.telling().finished()).isFalse();
    assertThat(Evening.cancel(Optional.of(cancelled), ID.value(), NOW))
        .isEqualTo(Decision.unchanged());
    assertThat(refusal(Evening.cancel(Optional.of(evening), ID.value(), START)))
        .isEqualTo("evening-started");
    assertThat(refusal(Evening.cancel(Optional.empty(), ID.value(), NOW))).isEqualTo("not-found");
  }

  @Test
  void progressIsNotedOnlyByWhoSawTheLast() {
    Evening evening = announced();
    Telling before = evening.telling();
    Evening after = state(Evening.told(Optional.of(evening), before, 100, "board:1/k"));
    assertThat(after.telling().told()).isEqualTo(100);
    assertThat(Evening.told(Optional.of(after), before, 100, "board:1/k"))
        .isEqualTo(Decision.unchanged());
    Evening done = state(Evening.told(Optional.of(after), after.telling(), 0, null));
    assertThat(done.telling())
        .isEqualTo(new Telling(before.organisations(), 100, 100, "board:1/k", true));
  }

  private static Evening announced() {
    return state(decide(Optional.empty(), good(TEACHERS), 412));
  }

  private static Draft good(Audience audience) {
    return new Draft(
        "Kijken naar kinderen ",
        "Over observeren.",
        List.of("young-child"),
        "Aula",
        START,
        120,
        150,
        audience);
  }

  private static Decision<Evening> decide(Optional<Evening> before, Draft draft, long people) {
    return Announcing.decide(before, draft, REACH, people, ID, NOW);
  }

  private static List<Object> facts(Decision<Evening> decision) {
    return switch (decision) {
      case Decision.Accepted<Evening>(_, var facts) -> facts;
      default -> throw new AssertionError(decision);
    };
  }

  private static Evening state(Decision<Evening> decision) {
    return switch (decision) {
      case Decision.Accepted<Evening>(var state, _) -> state;
      default -> throw new AssertionError(decision);
    };
  }

  private static String refusal(Decision<Evening> decision) {
    return switch (decision) {
      case Decision.Refused<Evening>(var refusal) -> refusal.type();
      default -> throw new AssertionError(decision);
    };
  }
}
