package nl.samenopleiden.professionalisation.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.samenopleiden.platform.tenancy.Caller;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import nl.samenopleiden.professionalisation.CourseWorld;
import nl.samenopleiden.professionalisation.course.Allotment;
import nl.samenopleiden.professionalisation.registration.Desk.Handover;
import nl.samenopleiden.professionalisation.registration.Desk.Turn;
import nl.samenopleiden.professionalisation.registration.Registration.Registrant;
import nl.samenopleiden.professionalisation.registration.RegistrationBook.Opened;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Another instance of the service dies between two writes, and this one drives on what it left. The
 * steps that the other instance still does are done here by hand, on the real database.
 */
@SamenTest
class StoppedBetweenTwoWritesTest {

  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

  @Autowired private Samen samen;
  @Autowired private RegistrationBook book;
  @Autowired private RegistrationDesks desks;
  private CourseWorld world;
  private String course;
  private OwnedId id;

  @BeforeEach
  void aCourseWithOneSeat() {
    world = new CourseWorld(samen);
    course = world.course(1);
    id = world.id(course);
  }

  @Test
  void whoAskedAndWasNotAnsweredIsServedByTheSweepInTheOrderOfAsking() {
    List<Person> people = world.teachers(3);
    book.open(id);
    for (Person each : people) {
      book.ask(id, registrants(List.of(each)), Set.of());
    }
    assertThat(world.mine(people.getFirst(), course)).isNull();
    sweep();
    samen.await(
        () -> {
          assertThat(world.mine(people.get(0), course)).startsWith("SEAT");
          assertThat(world.mine(people.get(1), course)).startsWith("WAITING");
          assertThat(world.mine(people.get(2), course)).startsWith("WAITING");
        });
    samen.await(() -> assertThat(samen.mailsTo(people.getFirst().email())).hasSize(1));
  }

  @Test
  void whoWantedTheSeatOfAColleagueAndWasNotAnsweredGetsNoOther() {
    Person taker = world.teacher();
    Person other = world.teacher();
    book.open(id);
    book.ask(id, registrants(List.of(taker)), Set.of(idOf(taker)));
    book.ask(id, registrants(List.of(other)), Set.of());
    sweep();
    samen.await(() -> assertThat(world.mine(other, course)).isEqualTo("SEAT 1"));
    samen.await(
        () ->
            assertThat(book.find(List.of(idOf(taker))).values())
                .allMatch(each -> each.status() == Registration.Status.CANCELLED));
    assertThat(samen.mailsTo(taker.email())).isEmpty();
    assertThat(world.registered(taker, course)).isEqualTo("WAITING 2, place 1");
  }

  @Test
  void whoAskedAndWasNotAnsweredAsksAgainAndIsAcceptedOnce() {
    Person teacher = world.teacher();
    book.open(id);
    book.ask(id, registrants(List.of(teacher)), Set.of());
    assertThat(world.registered(teacher, course)).isEqualTo("SEAT 1");
    assertThat(world.registered(world.teacher(), course)).isEqualTo("WAITING 2, place 1");
  }

  @Test
  void whatWasDecidedIsCarriedOutByTheSweep() {
    List<Person> people = world.teachers(3);
    decide(people);
    assertThat(world.mine(people.getFirst(), course)).isNull();
    sweep();
    samen.await(
        () ->
            assertThat(places(people))
                .containsExactly("SEAT 1", "WAITING 2, place 1", "WAITING 3, place 2"));
    samen.await(() -> people.forEach(each -> assertThat(samen.mailsTo(each.email())).hasSize(1)));
  }

  @Test
  void whatWasDecidedIsCarriedOutBeforeAnybodyElseIsServed() {
    List<Person> people = world.teachers(2);
    decide(people);
    assertThat(world.registered(world.teacher(), course)).isEqualTo("WAITING 3, place 2");
    assertThat(places(people)).containsExactly("SEAT 1", "WAITING 2, place 1");
  }

  @Test
  void whatWasCarriedOutHalfIsCarriedOutOnceInAll() {
    List<Person> people = world.teachers(4);
    Handover decided = decide(people);
    book.carryOut(id, "Beeldcoaching in de klas", decided.moves().subList(0, 2), Map.of());
    sweep();
    samen.await(
        () ->
            assertThat(places(people))
                .containsExactly(
                    "SEAT 1", "WAITING 2, place 1", "WAITING 3, place 2", "WAITING 4, place 3"));
    samen.await(() -> people.forEach(each -> assertThat(samen.mailsTo(each.email())).hasSize(1)));
    assertThat(samen.heard("SeatConfirmed").stream().filter(this::isOfThisCourse)).hasSize(1);
    assertThat(samen.heard("PlacedOnWaitingList").stream().filter(this::isOfThisCourse)).hasSize(3);
  }

  @Test
  void whatIsCarriedOutOnceMoreAndLateUndoesNothing() {
    List<Person> people = world.teachers(2);
    Handover decided = decide(people);
    book.carryOut(id, "Beeldcoaching in de klas", decided.moves(), Map.of());
    world.cancel(people.get(0), course);
    book.carryOut(id, "Beeldcoaching in de klas", decided.moves(), Map.of());
    assertThat(world.mine(people.get(0), course)).isNull();
    assertThat(world.mine(people.get(1), course)).isEqualTo("SEAT 2");
  }

  @Test
  void aCancellationThatStoppedHalfwayStillPromotesTheFirstWhoWaits() {
    List<Person> people = world.teachers(2);
    people.forEach(each -> world.register(each, course));
    Opened opened = book.open(id).orElseThrow();
    OwnedId leaving = idOf(people.getFirst());
    Registration seated =
        java.util.Objects.requireNonNull(book.find(List.of(leaving)).get(leaving));
    Handover decided = opened.desk().decide(List.of(new Turn.Leaves(seated, "self")), NOW);
    assertThat(book.handOver(id, opened, decided)).isTrue();
    book.carryOut(id, "Beeldcoaching in de klas", decided.moves().subList(0, 1), Map.of());
    sweep();
    samen.await(() -> assertThat(world.mine(people.get(1), course)).isEqualTo("SEAT 2"));
    assertThat(world.mine(people.get(0), course)).isNull();
  }

  @Test
  void anInstanceWhoseMemoryIsOldReadsAgainAndDecidesAgain() {
    List<Person> people = world.teachers(3);
    world.register(people.getFirst(), course);
    // The other instance accepts one; this one still remembers the desk as it was.
    Handover decided = decide(people.subList(1, 2));
    book.carryOut(id, "Beeldcoaching in de klas", decided.moves(), Map.of());
    assertThat(world.registered(people.get(2), course)).isEqualTo("WAITING 3, place 2");
    assertThat(world.mine(people.get(1), course)).isEqualTo("WAITING 2, place 1");
  }

  @Test
  void ofTwoInstancesThatDecideAtOnceOneDecides() {
    Opened one = book.open(id).orElseThrow();
    Opened two = book.open(id).orElseThrow();
    Handover first = ask(one, List.of(world.teacher()));
    Handover second = ask(two, List.of(world.teacher()));
    assertThat(book.handOver(id, one, first)).isTrue();
    assertThat(book.handOver(id, two, second)).isFalse();
  }

  @Test
  void aCourseWhoseCancellationStoppedHalfwayIsEmptied() {
    List<Person> people = world.teachers(3);
    people.forEach(each -> world.register(each, course));
    Opened opened = book.open(id).orElseThrow();
    Desk cancelled =
        opened
            .desk()
            .under(
                new Desk.Terms(99, "Beeldcoaching in de klas", 1, true, Allotment.FIRST_COME, NOW));
    assertThat(book.handOver(id, opened, cancelled.decide(List.of(), NOW))).isTrue();
    sweep();
    samen.await(() -> assertThat(people).allMatch(each -> world.mine(each, course) == null));
  }

  private boolean isOfThisCourse(nl.samenopleiden.platform.test.Heard fact) {
    return fact.json().get("course").asString().equals(course);
  }

  /** The first two writes of a round of the other instance. */
  private Handover decide(List<Person> people) {
    Opened opened = book.open(id).orElseThrow();
    Handover decided = ask(opened, people);
    assertThat(book.handOver(id, opened, decided)).isTrue();
    return decided;
  }

  private Handover ask(Opened opened, List<Person> people) {
    Map<OwnedId, Registrant> asking = registrants(people);
    book.ask(id, asking, Set.of());
    List<Turn> turns = new ArrayList<>();
    asking.forEach((each, who) -> turns.add(new Turn.Arrives(Registration.pending(each, id, who))));
    return opened.desk().decide(turns, NOW);
  }

  private void sweep() {
    desks.sweep(Instant.now().plus(Duration.ofSeconds(1)));
  }

  private List<String> places(List<Person> people) {
    return people.stream().map(each -> String.valueOf(world.mine(each, course))).toList();
  }

  private Map<OwnedId, Registrant> registrants(List<Person> people) {
    Map<OwnedId, Registrant> registrants = new LinkedHashMap<>();
    for (Person each : people) {
      registrants.put(
          idOf(each), new Registrant(each.sub(), each.name(), each.email(), "nl", each.school()));
    }
    return registrants;
  }

  private OwnedId idOf(Person person) {
    Caller caller =
        new Caller(
            person.sub(),
            person.name(),
            person.email(),
            java.util.Set.of(),
            person.board(),
            null,
            null);
    OwnedId registration = Whose.idOf(id, caller);
    assertThat(registration.owner()).isEqualTo(Owner.board(world.board()));
    return registration;
  }
}
