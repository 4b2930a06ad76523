package nl.samenopleiden.professionalisation.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.professionalisation.course.Allotment;
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
import org.junit.jupiter.api.Test;

class DeskTest {

  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

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
    Desk wider = world.desk.under(new Terms(2, "Beeldcoaching", 2, false, Allotment.FIRST_COME));
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
        world.desk.under(new Terms(2, "Beeldcoaching", 5_000, false, Allotment.FIRST_COME));
    Handover handover = wider.decide(arrivals("late"), NOW);
    assertThat(handover.after().seated()).isEqualTo(1 + Desk.MOST_PROMOTED);
    assertThat(handover.answers()).containsExactly(waiting(1_201, 1_200 - Desk.MOST_PROMOTED));
    assertThat(handover.after().canMoveOn(NOW)).isTrue();
  }

  @Test
  void aCancelledCourseTakesNobodyAndPromotesNobody() {
    World world = new World(desk(1)).carry(arrivals("an", "bo"));
    Desk cancelled = world.desk.under(new Terms(2, "Beeldcoaching", 1, true, Allotment.FIRST_COME));
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

  private static Desk desk(int seats) {
    return Desk.fresh(new Terms(1, "Beeldcoaching", seats, false, Allotment.FIRST_COME));
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
    return Outcome.done(new Place(Status.SEAT, number, null));
  }

  private static Outcome<Place> waiting(long number, int place) {
    return Outcome.done(new Place(Status.WAITING, number, place));
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

    World carry(List<Turn> turns) {
      for (Turn turn : turns) {
        if (turn instanceof Turn.Arrives(var registration)) {
          registrations.putIfAbsent(registration.id(), registration);
        }
      }
      Handover handover = desk.decide(turns, NOW);
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
