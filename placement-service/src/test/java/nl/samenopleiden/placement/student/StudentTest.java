package nl.samenopleiden.placement.student;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenopleiden.placement.capacity.CapacityId;
import nl.samenopleiden.placement.capacity.Kind;
import nl.samenopleiden.placement.capacity.Period;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.store.Decision.Accepted;
import nl.samenopleiden.platform.store.Decision.Unchanged;
import nl.samenopleiden.platform.store.Outcome;
import org.junit.jupiter.api.Test;

class StudentTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final CapacityId ARK = at("00AA00", 1);
  private static final CapacityId BRUG = at("00BB00", 1);

  @Test
  void aStudentIsKnownByTheAddressHoweverItIsWritten() {
    assertThat(Enrolment.idOf(" Noor@Pabo.Example "))
        .isEqualTo(Enrolment.idOf("noor@pabo.example"));
    assertThat(Enrolment.idOf("noor@pabo.example")).isNotEqualTo(Enrolment.idOf("n@pabo.example"));
  }

  @Test
  void enrollingIsToldAndEnrollingTheSameAgainIsNot() {
    Enrolment noor = enrolment("noor", "1");
    Accepted<Student> first = accepted(Student.enrol(Optional.empty(), noor));
    assertThat(first.facts()).singleElement().isInstanceOf(StudentEnrolled.class);
    assertThat(Student.enrol(Optional.of(first.state()), noor)).isInstanceOf(Unchanged.class);
    assertThat(accepted(Student.enrol(Optional.of(first.state()), enrolment("noor", "2"))).facts())
        .singleElement()
        .isInstanceOf(StudentChanged.class);
  }

  @Test
  void whatIsTypedWrongIsToldByField() {
    assertThat(field("", "Noor", "n@p.nl", "1", "")).isEqualTo("number");
    assertThat(field("1", " ", "n@p.nl", "1", "")).isEqualTo("name");
    assertThat(field("1", "Noor", "n@p", "1", "")).isEqualTo("email");
    assertThat(field("1", "Noor", "n@p.nl", "5", "")).isEqualTo("year");
    assertThat(field("1", "Noor", "n@p.nl", "1", "young-child|dancing")).isEqualTo("themes");
    assertThat(field("1", "Noor", "n@p.nl", "1", "young-child, video-coaching")).isEmpty();
  }

  @Test
  void beingPlacedIsToldOnce() {
    Accepted<Student> placed = accepted(noor().conclude(ARK, "De Ark", 1, NOW));
    assertThat(placed.facts()).singleElement().isInstanceOf(StudentPlaced.class);
    assertThat(placed.state().conclude(ARK, "De Ark", 1, NOW)).isInstanceOf(Unchanged.class);
  }

  @Test
  void nobodyIsPlacedTwiceInOnePeriod() {
    Student placed = accepted(noor().conclude(ARK, "De Ark", 1, NOW)).state();
    assertThat(placed.hindrance(BRUG)).isPresent();
    Accepted<Student> second = accepted(placed.conclude(BRUG, "De Brug", 7, NOW));
    assertThat(second.facts()).isEmpty();
    assertThat(second.state().placements()).hasSize(1);
    assertThat(second.state().at(BRUG)).isEmpty();
    assertThat(
            accepted(second.state().conclude(at("00BB00", 2), "De Brug", 1, NOW))
                .state()
                .placements())
        .hasSize(2);
  }

  @Test
  void aTurnThatIsOverNeverBecomesAPlacement() {
    Student gaveUp = accepted(noor().keepOrGiveUp(ARK, 3)).state();
    assertThat(gaveUp.conclude(ARK, "De Ark", 3, NOW)).isInstanceOf(Unchanged.class);
    assertThat(gaveUp.conclude(ARK, "De Ark", 2, NOW)).isInstanceOf(Unchanged.class);
    assertThat(accepted(gaveUp.conclude(ARK, "De Ark", 4, NOW)).state().at(ARK)).isPresent();
  }

  @Test
  void anEndedPlacementHoldsItsPlaceUntilItIsFreed() {
    Student placed = accepted(noor().conclude(ARK, "De Ark", 1, NOW)).state();
    String id = placed.placements().getFirst().id();
    Accepted<Student> ended = accepted(placed.end(id, NOW));
    assertThat(ended.facts()).singleElement().isInstanceOf(PlacementEnded.class);
    assertThat(ended.state().unfreed()).isEqualTo(1);
    assertThat(ended.state().end(id, NOW)).isInstanceOf(Unchanged.class);
    assertThat(ended.state().conclude(ARK, "De Ark", 1, NOW)).isInstanceOf(Unchanged.class);
    Placement gone = ended.state().ended().getFirst().placement();
    assertThat(accepted(ended.state().freed(gone)).state().unfreed()).isZero();
  }

  private static String field(String... typed) {
    Outcome<Enrolment> outcome =
        Enrolment.read(new Enrolment.Words(typed[0], typed[1], typed[2], typed[3], typed[4]));
    return outcome instanceof Outcome.Refused<Enrolment>(var refusal)
        ? String.valueOf(refusal.field())
        : "";
  }

  private static Student noor() {
    return accepted(Student.enrol(Optional.empty(), enrolment("noor", "1"))).state();
  }

  private static Enrolment enrolment(String name, String year) {
    return new Enrolment(
        "1001", name, name + "@pabo.example", Integer.parseInt(year), List.of(Theme.YOUNG_CHILD));
  }

  private static CapacityId at(String school, int period) {
    return new CapacityId("41", school, new Period(2026, period), Kind.PRACTICE);
  }

  private static Accepted<Student> accepted(Decision<Student> decision) {
    return (Accepted<Student>) decision;
  }
}
