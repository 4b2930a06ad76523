package nl.samenopleiden.placement.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import nl.samenopleiden.placement.capacity.Capacity.School;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.store.Decision.Accepted;
import nl.samenopleiden.platform.store.Decision.Refused;
import nl.samenopleiden.platform.store.Decision.Unchanged;
import org.junit.jupiter.api.Test;

class CapacityTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Period PERIOD = new Period(2026, 1);
  private static final School SCHOOL = new School("00AA00", "De Ark", "Rotterdam", true);

  @Test
  void aSchoolOffersPlacesAndTellsSo() {
    Accepted<Capacity> offered = accepted(offer(Optional.empty(), 3));
    assertThat(offered.state().free()).isEqualTo(3);
    assertThat(offered.facts())
        .containsExactly(new CapacityOffered("00AA00", PERIOD, Kind.PRACTICE, 3));
  }

  @Test
  void offeringTheSameAgainChangesNothing() {
    assertThat(offer(Optional.of(capacity(3)), 3)).isInstanceOf(Unchanged.class);
  }

  @Test
  void fewerThanNoneAndMoreThanFiftyAreNotOffered() {
    assertThat(reason(offer(Optional.empty(), -1))).isEqualTo("places-out-of-bounds");
    assertThat(reason(offer(Optional.empty(), 51))).isEqualTo("places-out-of-bounds");
    assertThat(accepted(offer(Optional.empty(), 0)).state().free()).isZero();
    assertThat(accepted(offer(Optional.empty(), 50)).state().free()).isEqualTo(50);
  }

  @Test
  void fewerPlacesThanAreTakenIsRefusedWithTheNumber() {
    Capacity two = take(take(capacity(3), "a", "p"), "b", "p");
    Decision<Capacity> decision = offer(Optional.of(two), 1);
    assertThat(reason(decision)).isEqualTo("fewer-places-than-taken");
    assertThat(((Refused<Capacity>) decision).refusal().arguments()).containsExactly(1, 2);
    assertThat(accepted(offer(Optional.of(two), 2)).state().takings()).hasSize(2);
  }

  @Test
  void theLastPlaceIsTakenOnce() {
    Capacity full = take(capacity(1), "a", "p");
    assertThat(reason(full.take("b", "p", NOW))).isEqualTo("no-place-free");
    assertThat(reason(full.take("a", "another", NOW))).isEqualTo("no-place-free");
  }

  @Test
  void aPlacementThatTakesAgainKeepsItsPlaceWithANewTurn() {
    Capacity once = take(capacity(1), "a", "p");
    Capacity twice = take(once, "a", "p");
    assertThat(twice.takings()).singleElement().extracting(Taking::turn).isEqualTo(2L);
    assertThat(twice.release("a", "p", 1)).isInstanceOf(Unchanged.class);
    assertThat(accepted(twice.release("a", "p", 2)).state().free()).isEqualTo(1);
  }

  @Test
  void onlyTheTurnThatIsMeantIsSettled() {
    Capacity twice = take(take(capacity(1), "a", "p"), "a", "p");
    assertThat(twice.settle("a", "p", 1)).isInstanceOf(Unchanged.class);
    assertThat(accepted(twice.settle("a", "p", 2)).state().unsettled()).isZero();
  }

  @Test
  void aClosedSchoolHasNoFreePlaceButKeepsWhoIsThere() {
    Capacity closed =
        accepted(take(capacity(3), "a", "p").at(new School("00AA00", "De Ark", "Rotterdam", false)))
            .state();
    assertThat(closed.free()).isZero();
    assertThat(closed.takings()).hasSize(1);
    assertThat(reason(closed.take("b", "p", NOW))).isEqualTo("no-place-free");
  }

  private static Decision<Capacity> offer(Optional<Capacity> before, int places) {
    return Capacity.offer(before, SCHOOL, PERIOD, Kind.PRACTICE, places);
  }

  private static Capacity capacity(int places) {
    return accepted(offer(Optional.empty(), places)).state();
  }

  private static Capacity take(Capacity capacity, String placement, String pabo) {
    return accepted(capacity.take(placement, pabo, NOW)).state();
  }

  private static Accepted<Capacity> accepted(Decision<Capacity> decision) {
    return (Accepted<Capacity>) decision;
  }

  private static String reason(Decision<Capacity> decision) {
    return ((Refused<Capacity>) decision).refusal().type();
  }
}
