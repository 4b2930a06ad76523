package nl.samenopleiden.professionalisation.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.professionalisation.course.Allotment;
import nl.samenopleiden.professionalisation.course.Shares;
import nl.samenopleiden.professionalisation.registration.Desk.Handover;
import nl.samenopleiden.professionalisation.registration.Desk.Place;
import nl.samenopleiden.professionalisation.registration.Desk.Terms;
import nl.samenopleiden.professionalisation.registration.Desk.Turn;
import nl.samenopleiden.professionalisation.registration.Registration.Registrant;
import nl.samenopleiden.professionalisation.registration.Registration.Status;
import nl.samenopleiden.professionalisation.registration.RegistrationFacts.PlacedOnWaitingList;
import nl.samenopleiden.professionalisation.registration.RegistrationFacts.PromotedFromWaitingList;
import nl.samenopleiden.professionalisation.registration.RegistrationFacts.RegistrationCancelled;
import nl.samenopleiden.professionalisation.registration.RegistrationFacts.SeatConfirmed;
import nl.samenopleiden.professionalisation.registration.RegistrationFacts.SeatOffered;
import org.junit.jupiter.api.Test;

class DeskTest {

  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

  private static final Instant STARTS = Instant.parse("2026-12-02T09:00:00Z");
  private static final Duration TWO_DAYS = Duration.ofHours(48);
  private static final Instant UNTIL = NOW.plus(TWO_DAYS);
  private static final Allotment OFFERING = new Allotment(null, Shares.NONE, 48);
  private static final OwnedId COURSE = new OwnedId(Owner.pabo("rijnmond"), "course");

  @Test
  void seatsGoInTheOrderOfAskingAndThenThereIsAWaitingList() {
    Handover handover = desk(2).decide(arrivals("an", "bo", "cas", "dee"), NOW);
    assertThat(handover.answers()).containsExactly(seat(1), seat(2), waiting(3, 1), waiting(4, 2));
    assertThat(facts(handover, "dee"))
        .containsExactly(new PlacedOnWaitingList("course", "Beeldcoaching", 4, 2, "00AA00"));
  }

  @Test
  void aCancelledSeatGoesToTheFirstOnTheWaitingListInTheSameDecision() {
    World world = new World(desk(1)).carry(arrivals("an", "bo", "cas"));
    Handover handover = world.desk.decide(List.of(leaves(world.of("an"))), NOW);
    assertThat(handover.after().seated()).isEqualTo(1);
    assertThat(facts(handover, "an"))
        .containsExactly(new RegistrationCancelled("course", "Beeldcoaching", 1, "SEAT", "00AA00"));
    assertThat(facts(handover, "bo"))
        .containsExactly(new PromotedFromWaitingList("course", "Beeldcoaching", 2, "00AA00"));
    assertThat(handover.moves()).hasSize(2);
    assertThat(handover.after().placeOf(3)).isEqualTo(1);
  }

  @Test
  void whoLeavesTheWaitingListMovesTheOthersUpAndTakesNoSeat() {
    World world = new World(desk(1)).carry(arrivals("an", "bo", "cas"));
    Handover handover = world.desk.decide(List.of(leaves(world.of("bo"))), NOW);
    assertThat(handover.after().seated()).isEqualTo(1);
    assertThat(handover.after().placeOf(3)).isEqualTo(1);
    assertThat(facts(handover, "bo"))
        .containsExactly(
            new RegistrationCancelled("course", "Beeldcoaching", 2, "WAITING", "00AA00"));
  }

  @Test
  void askingTwiceIsOneRegistration() {
    Handover handover = desk(1).decide(arrivals("an", "an"), NOW);
    assertThat(handover.answers()).containsExactly(seat(1), seat(1));
    assertThat(handover.moves()).hasSize(1);
    World world = new World(desk(1)).carry(arrivals("an", "bo"));
    Handover again = world.desk.decide(List.of(new Turn.Arrives(world.of("bo"))), NOW);
    assertThat(again.answers()).containsExactly(waiting(2, 1));
    assertThat(again.moves()).isEmpty();
  }

  @Test
  void whoComesBackJoinsAtTheEnd() {
    World world = new World(desk(1)).carry(arrivals("an", "bo", "cas"));
    world.carry(List.of(leaves(world.of("bo"))));
    Handover handover = world.desk.decide(List.of(new Turn.Arrives(world.of("bo"))), NOW);
    assertThat(handover.answers()).containsExactly(waiting(4, 2));
  }

  @Test
  void severalStepsOfOnePersonInOneDecisionAreOneMove() {
    World world = new World(desk(1)).carry(arrivals("an"));
    Registration bo = pending("bo");
    Handover handover =
        world.desk.decide(List.of(new Turn.Arrives(bo), leaves(world.of("an")), leaves(bo)), NOW);
    assertThat(facts(handover, "bo"))
        .containsExactly(
            new PlacedOnWaitingList("course", "Beeldcoaching", 2, 1, "00AA00"),
            new PromotedFromWaitingList("course", "Beeldcoaching", 2, "00AA00"),
            new RegistrationCancelled("course", "Beeldcoaching", 2, "SEAT", "00AA00"));
    assertThat(handover.after().seated()).isZero();
  }

  @Test
  void moreSeatsGoToThoseWhoWaitBeforeAnybodyNew() {
    World world = new World(desk(1)).carry(arrivals("an", "bo", "cas"));
    Desk wider =
        world.desk.under(new Terms(2, "Beeldcoaching", 2, false, Allotment.FIRST_COME, STARTS));
    Handover handover = wider.decide(arrivals("dee"), NOW);
    assertThat(facts(handover, "bo")).hasOnlyElementsOfType(PromotedFromWaitingList.class);
    assertThat(handover.answers()).containsExactly(waiting(4, 2));
  }

  @Test
  void nobodyNewPassesThoseWhoWaitWhenManySeatsComeAtOnce() {
    String[] many = new String[1_200];
    for (int i = 0; i < many.length; i++) {
      many[i] = "p" + i;
    }
    World world = new World(desk(1)).carry(arrivals(many));
    Desk wider =
        world.desk.under(new Terms(2, "Beeldcoaching", 5_000, false, Allotment.FIRST_COME, STARTS));
    Handover handover = wider.decide(arrivals("late"), NOW);
    assertThat(handover.after().seated()).isEqualTo(1 + Desk.MOST_PROMOTED);
    assertThat(handover.answers()).containsExactly(waiting(1_201, 1_200 - Desk.MOST_PROMOTED));
    assertThat(handover.after().canMoveOn(NOW)).isTrue();
  }

  @Test
  void aCancelledCourseTakesNobodyAndPromotesNobody() {
    World world = new World(desk(1)).carry(arrivals("an", "bo"));
    Desk cancelled =
        world.desk.under(new Terms(2, "Beeldcoaching", 1, true, Allotment.FIRST_COME, STARTS));
    Handover handover =
        cancelled.decide(List.of(new Turn.Arrives(pending("cas")), leaves(world.of("an"))), NOW);
    assertThat(refusal(handover.answers().getFirst())).contains("course-cancelled");
    assertThat(facts(handover, "cas")).isEmpty();
    assertThat(handover.after().seated()).isZero();
    assertThat(handover.after().waiting()).hasSize(1);
  }

  @Test
  void aWaitingListHasAnEnd() {
    String[] many = new String[Desk.MOST_WAITING + 2];
    for (int i = 0; i < many.length; i++) {
      many[i] = "p" + i;
    }
    Handover handover = desk(1).decide(arrivals(many), NOW);
    assertThat(handover.after().waiting()).hasSize(Desk.MOST_WAITING);
    assertThat(refusal(handover.answers().getLast())).contains("waiting-list-full");
  }

  @Test
  void whoIsNotRegisteredCannotCancel() {
    World world = new World(desk(1)).carry(arrivals("an"));
    world.carry(List.of(leaves(world.of("an"))));
    Handover handover = world.desk.decide(List.of(leaves(world.of("an"))), NOW);
    assertThat(refusal(handover.answers().getFirst())).contains("not-registered");
    assertThat(handover.moves()).isEmpty();
  }

  @Test
  void aSeatThatIsPassedOnNeverGoesToTheWaitingList() {
    World world = new World(desk(1)).carry(arrivals("an", "bo"));
    Registration cas = pending("cas");
    Handover handover = world.desk.decide(List.of(new Turn.Passes(world.of("an"), cas)), NOW);
    assertThat(handover.answers()).containsExactly(seat(3));
    assertThat(facts(handover, "an"))
        .containsExactly(new RegistrationCancelled("course", "Beeldcoaching", 1, "SEAT", "00AA00"));
    assertThat(facts(handover, "cas"))
        .containsExactly(new SeatConfirmed("course", "Beeldcoaching", 3, "00AA00"));
    assertThat(facts(handover, "bo")).isEmpty();
    assertThat(handover.after().seated()).isEqualTo(1);
    assertThat(handover.after().placeOf(2)).isEqualTo(1);
  }

  @Test
  void whoWaitedAndTakesOverASeatLeavesTheWaitingList() {
    World world = new World(desk(1)).carry(arrivals("an", "bo", "cas"));
    Handover handover =
        world.desk.decide(List.of(new Turn.Passes(world.of("an"), world.of("cas"))), NOW);
    assertThat(handover.answers()).containsExactly(seat(3));
    assertThat(facts(handover, "cas"))
        .containsExactly(new PromotedFromWaitingList("course", "Beeldcoaching", 3, "00AA00"));
    assertThat(handover.after().waiting()).hasSize(1);
  }

  @Test
  void aSeatIsPassedOnOnceAndWhoCameTooLateHasNothing() {
    World world = new World(desk(1)).carry(arrivals("an"));
    Registration bo = pending("bo");
    Registration cas = pending("cas");
    Handover handover =
        world.desk.decide(
            List.of(new Turn.Passes(world.of("an"), bo), new Turn.Passes(world.of("an"), cas)),
            NOW);
    assertThat(refusal(handover.answers().getLast())).contains("seat-not-passed-on");
    assertThat(facts(handover, "cas")).isEmpty();
    assertThat(handover.after().seated()).isEqualTo(1);
  }

  @Test
  void theFactsSayNothingOfWhoItIs() {
    Handover handover = desk(1).decide(arrivals("an"), NOW);
    assertThat(facts(handover, "an"))
        .containsExactly(new SeatConfirmed("course", "Beeldcoaching", 1, "00AA00"));
  }

  @Test
  void aSeatThatComesFreeIsOfferedAndKeptSoThatThereIsNeverOneTooMany() {
    World world = new World(offering(1)).carry(arrivals("an", "bo", "cas"));
    Handover handover = world.desk.decide(List.of(leaves(world.of("an"))), NOW);
    assertThat(facts(handover, "bo"))
        .containsExactly(new SeatOffered("course", "Beeldcoaching", 2, UNTIL, "00AA00"));
    assertThat(handover.after().seated()).isEqualTo(1);
    assertThat(handover.after().placeOf(3)).isEqualTo(1);
    assertThat(handover.after().dueAfter(NOW)).contains(UNTIL);
    Handover late = handover.after().decide(arrivals("dee"), NOW);
    assertThat(late.answers()).containsExactly(waiting(4, 2));
  }

  @Test
  void whoAcceptsHasTheSeatAndAcceptingTwiceIsOnce() {
    World world = offered();
    Handover handover = world.desk.decide(List.of(new Turn.Accepts(world.of("bo"))), NOW);
    assertThat(handover.answers()).containsExactly(seat(2));
    assertThat(facts(handover, "bo"))
        .containsExactly(new PromotedFromWaitingList("course", "Beeldcoaching", 2, "00AA00"));
    assertThat(handover.after().dueAfter(NOW)).isEmpty();
    world.carry(List.of(new Turn.Accepts(world.of("bo"))));
    Handover again = world.desk.decide(List.of(new Turn.Accepts(world.of("bo"))), UNTIL);
    assertThat(again.answers()).containsExactly(seat(2));
    assertThat(again.moves()).isEmpty();
  }

  @Test
  void anOfferThatIsNotAnsweredLapsesAndTheSeatIsOfferedToTheNextInOrder() {
    World world = offered();
    assertThat(world.desk.canMoveOn(UNTIL.minusMillis(1))).isFalse();
    assertThat(world.desk.canMoveOn(UNTIL)).isTrue();
    Handover handover = world.desk.decide(List.of(new Turn.Accepts(world.of("bo"))), UNTIL);
    assertThat(refusal(handover.answers().getFirst())).contains("no-seat-offered");
    assertThat(facts(handover, "bo"))
        .containsExactly(
            new RegistrationCancelled("course", "Beeldcoaching", 2, "OFFERED", "00AA00", "LAPSED"));
    assertThat(facts(handover, "cas"))
        .containsExactly(
            new SeatOffered("course", "Beeldcoaching", 3, UNTIL.plus(TWO_DAYS), "00AA00"));
    assertThat(handover.after().seated()).isEqualTo(1);
  }

  @Test
  void whoseOfferLapsedAndRegistersAgainJoinsAtTheEnd() {
    World world = offered();
    Handover handover = world.desk.decide(List.of(new Turn.Arrives(world.of("bo"))), UNTIL);
    assertThat(handover.answers()).containsExactly(waiting(4, 1));
  }

  @Test
  void whoDeclinesLeavesTheSeatToTheNextAtOnce() {
    World world = offered();
    Handover handover = world.desk.decide(List.of(leaves(world.of("bo"))), NOW);
    assertThat(facts(handover, "bo"))
        .containsExactly(
            new RegistrationCancelled("course", "Beeldcoaching", 2, "OFFERED", "00AA00"));
    assertThat(facts(handover, "cas")).hasOnlyElementsOfType(SeatOffered.class);
  }

  @Test
  void registeringAgainIsNoAnswerToAnOffer() {
    World world = offered();
    Handover handover = world.desk.decide(List.of(new Turn.Arrives(world.of("bo"))), NOW);
    assertThat(handover.answers())
        .containsExactly(Outcome.done(new Place(Status.OFFERED, 2, null, UNTIL)));
    assertThat(handover.moves()).isEmpty();
  }

  @Test
  void nearTheStartASeatIsGivenAtOnce() {
    World world = new World(offering(1)).carry(arrivals("an", "bo"));
    Handover handover = world.desk.decide(List.of(leaves(world.of("an"))), STARTS.minus(TWO_DAYS));
    assertThat(facts(handover, "bo")).hasOnlyElementsOfType(PromotedFromWaitingList.class);
    assertThat(handover.after().dueAfter(NOW)).isEmpty();
  }

  @Test
  void anOfferThatLapsesOnlyAfterTheStartGoesToNobody() {
    World world = offered();
    Handover handover = world.desk.decide(List.of(), STARTS);
    assertThat(facts(handover, "bo")).hasOnlyElementsOfType(RegistrationCancelled.class);
    assertThat(facts(handover, "cas")).isEmpty();
    assertThat(handover.after().canMoveOn(STARTS)).isFalse();
  }

  @Test
  void whoTakesOverASeatLeavesTheOneThatWasOfferedToTheNext() {
    World world = new World(offering(2)).carry(arrivals("an", "bo", "cas", "dee"));
    world.carry(List.of(leaves(world.of("an"))));
    Handover handover =
        world.desk.decide(List.of(new Turn.Passes(world.of("bo"), world.of("cas"))), NOW);
    assertThat(handover.answers()).containsExactly(seat(3));
    assertThat(facts(handover, "dee")).hasOnlyElementsOfType(SeatOffered.class);
    assertThat(handover.after().seated()).isEqualTo(2);
  }

  @Test
  void aSeatThatIsOnlyOfferedCannotBePassedOn() {
    World world = offered();
    Handover handover =
        world.desk.decide(List.of(new Turn.Passes(world.of("bo"), pending("dee"))), NOW);
    assertThat(refusal(handover.answers().getFirst())).contains("seat-not-passed-on");
    assertThat(facts(handover, "dee")).isEmpty();
  }

  @Test
  void inACancelledCourseNobodyAcceptsAndNothingLapses() {
    World world = offered();
    Desk cancelled = world.desk.under(new Terms(2, "Beeldcoaching", 1, true, OFFERING, STARTS));
    Handover handover = cancelled.decide(List.of(new Turn.Accepts(world.of("bo"))), UNTIL);
    assertThat(refusal(handover.answers().getFirst())).contains("no-seat-offered");
    assertThat(handover.moves()).isEmpty();
    assertThat(cancelled.decide(List.of(leaves(world.of("bo"))), UNTIL).after().seated()).isZero();
  }

  @Test
  void manyOffersLapseInSteps() {
    String[] many = new String[1_301];
    for (int i = 0; i < many.length; i++) {
      many[i] = "p" + i;
    }
    World world = new World(offering(1)).carry(arrivals(many));
    world.desk = world.desk.under(new Terms(2, "Beeldcoaching", 601, false, OFFERING, STARTS));
    world.carry(List.of());
    world.carry(List.of());
    assertThat(world.desk.offered()).hasSize(600);
    world.carryAt(UNTIL);
    assertThat(world.desk.canMoveOn(UNTIL)).isTrue();
    world.carryAt(UNTIL);
    assertThat(world.desk.canMoveOn(UNTIL)).isFalse();
    assertThat(world.desk.seated()).isEqualTo(601);
    assertThat(world.desk.offered()).hasSize(600);
    assertThat(world.desk.waiting()).hasSize(100);
  }

  private static World offered() {
    World world = new World(offering(1)).carry(arrivals("an", "bo", "cas"));
    return world.carry(List.of(leaves(world.of("an"))));
  }

  private static Desk offering(int seats) {
    return Desk.fresh(new Terms(1, "Beeldcoaching", seats, false, OFFERING, STARTS));
  }

  private static Desk desk(int seats) {
    return Desk.fresh(new Terms(1, "Beeldcoaching", seats, false, Allotment.FIRST_COME, STARTS));
  }

  private static Registration pending(String name) {
    OwnedId id = new OwnedId(Owner.board("41"), "course~" + name);
    return Registration.pending(
        id, COURSE, new Registrant(name, name, name + "@test.example", "nl", "00AA00"));
  }

  private static List<Turn> arrivals(String... names) {
    return java.util.Arrays.stream(names)
        .<Turn>map(name -> new Turn.Arrives(pending(name)))
        .toList();
  }

  private static Turn leaves(Registration registration) {
    return new Turn.Leaves(registration, registration.who().person());
  }

  private static List<Object> facts(Handover handover, String name) {
    return handover.moves().stream()
        .filter(move -> move.id().equals(pending(name).id()))
        .flatMap(move -> move.facts("course", "Beeldcoaching").stream())
        .toList();
  }

  private static Outcome<Place> seat(long number) {
    return Outcome.done(new Place(Status.SEAT, number, null, null));
  }

  private static Outcome<Place> waiting(long number, int place) {
    return Outcome.done(new Place(Status.WAITING, number, place, null));
  }

  private static Optional<String> refusal(Outcome<Place> outcome) {
    return outcome instanceof Outcome.Refused<Place>(var refusal)
        ? Optional.of(refusal.type())
        : Optional.empty();
  }

  /** A desk and the registrations that its decisions were carried out on. */
  private static final class World {

    private Desk desk;
    private final java.util.Map<OwnedId, Registration> registrations = new java.util.HashMap<>();

    World(Desk desk) {
      this.desk = desk;
    }

    void carryAt(Instant moment) {
      carry(List.of(), moment);
    }

    World carry(List<Turn> turns) {
      return carry(turns, NOW);
    }

    private World carry(List<Turn> turns, Instant moment) {
      for (Turn turn : turns) {
        if (turn instanceof Turn.Arrives(var registration)) {
          registrations.putIfAbsent(registration.id(), registration);
        }
      }
      Handover handover = desk.decide(turns, moment);
      for (Move move : handover.moves()) {
        registrations.computeIfPresent(move.id(), (_, before) -> move.applyTo(before));
      }
      desk = handover.after();
      return this;
    }

    Registration of(String name) {
      return java.util.Objects.requireNonNull(registrations.get(pending(name).id()));
    }
  }
}
