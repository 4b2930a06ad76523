package nl.samenopleiden.placement.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.samenopleiden.placement.World;
import nl.samenopleiden.placement.capacity.Capacities;
import nl.samenopleiden.placement.capacity.CapacityId;
import nl.samenopleiden.placement.capacity.Kind;
import nl.samenopleiden.placement.capacity.Period;
import nl.samenopleiden.placement.capacity.Taking;
import nl.samenopleiden.placement.student.Placement;
import nl.samenopleiden.placement.student.Students;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Heard;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SamenTest
class PlacingTest {

  @Autowired Samen samen;
  @Autowired Capacities capacities;
  @Autowired Students students;
  @Autowired FinishingPlacements finishing;

  @Test
  void aStudentIsPlacedAndTheOthersHearOfIt() {
    World world = World.of(samen);
    String ark = world.school("De Ark");
    world.offer(ark, 2);
    String noor = world.student("Noor de Wit");
    Answer placed = world.place(noor, ark);
    assertThat(placed.status()).isEqualTo(201);
    assertThat(placed.json().get("id").asString()).isEqualTo(noor + "~2026-2027-1");
    assertThat(world.free(ark)).isEqualTo(1);
    samen.await(
        () ->
            assertThat(told(world, "StudentPlaced"))
                .singleElement()
                .satisfies(
                    each -> {
                      assertThat(each.id().value()).isEqualTo(noor);
                      assertThat(each.json().get("school").asString()).isEqualTo(ark);
                      assertThat(each.json().get("board").asString()).isEqualTo(world.board);
                      assertThat(each.json().get("period").asString()).isEqualTo("2026-2027-1");
                      assertThat(each.json().get("kind").asString()).isEqualTo("PRACTICE");
                      assertThat(each.json().get("year").asInt()).isEqualTo(2);
                      assertThat(each.json().has("name")).isFalse();
                    }));
  }

  @Test
  void placingTheSameAgainIsTheSamePlacement() {
    World world = World.of(samen);
    String ark = world.school("De Ark");
    world.offer(ark, 2);
    String noor = world.student("Noor");
    Answer first = world.place(noor, ark);
    Answer second = world.place(noor, ark);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(world.free(ark)).isEqualTo(1);
  }

  @Test
  void aStudentHasOnePlacementInAPeriod() {
    World world = World.of(samen);
    String ark = world.school("De Ark");
    String brug = world.school("De Brug");
    world.offer(ark, 1);
    world.offer(brug, 1);
    String noor = world.student("Noor");
    world.place(noor, ark);
    Answer refused = world.place(noor, brug);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(World.problem(refused)).isEqualTo("already-placed");
    assertThat(refused.json().get("detail").asString())
        .isEqualTo("Noor is in deze periode al geplaatst op De Ark.");
    assertThat(world.free(brug)).isEqualTo(1);
  }

  @Test
  void whatIsWrongIsToldByField() {
    World world = World.of(samen);
    String ark = world.school("De Ark");
    String noor = world.student("Noor");
    assertThat(World.problem(world.place(noor, ark))).isEqualTo("nothing-offered");
    world.offer(ark, 0);
    assertThat(World.problem(world.place(noor, ark))).isEqualTo("no-place-free");
    Map<String, String> good =
        Map.of("student", noor, "school", ark, "period", World.PERIOD, "kind", "PRACTICE");
    for (var wrong :
        Map.of("student", "somebody", "school", "99ZZ00", "period", "soon", "kind", "FUN")
            .entrySet()) {
      Map<String, String> body = new HashMap<>(good);
      body.put(wrong.getKey(), wrong.getValue());
      Answer answer = world.manager().post("/api/placement/placements", body);
      assertThat(answer.status()).isIn(404, 422);
      assertThat(answer.json().get("field").asString()).isEqualTo(wrong.getKey());
    }
  }

  @Test
  void manyPlacementsOnFewPlacesFillThemExactly() throws Exception {
    World world = World.of(samen);
    World other = world.withAnotherPabo();
    String ark = world.school("De Ark");
    world.offer(ark, 5);
    List<Future<Answer>> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        World of = i % 2 == 0 ? world : other;
        String student = of.student("Student " + i);
        answers.add(threads.submit(() -> of.place(student, ark)));
        // A double click.
        answers.add(threads.submit(() -> of.place(student, ark)));
      }
    }
    int placed = 0;
    for (Future<Answer> each : answers) {
      Answer answer = each.get();
      assertThat(answer.status()).as(answer.body()).isIn(200, 201, 409);
      placed += answer.status() == 409 ? 0 : 1;
    }
    assertThat(placed).isBetween(5, 10);
    assertThat(world.free(ark)).isZero();
    samen.await(
        () ->
            assertThat(told(world, "StudentPlaced").size() + told(other, "StudentPlaced").size())
                .isEqualTo(5));
    assertThat(finishing.lookRound(later())).isZero();
    assertThat(world.free(ark)).isZero();
  }

  @Test
  void oneStudentPlacedAtManySchoolsAtOnceGetsOneAndTheOthersAreFreeAgain() throws Exception {
    World world = World.of(samen);
    List<String> schools = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String school = world.school("School " + i);
      world.offer(school, 1);
      schools.add(school);
    }
    String noor = world.student("Noor");
    List<Future<Answer>> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      schools.forEach(school -> answers.add(threads.submit(() -> world.place(noor, school))));
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<Answer> each : answers) {
      statuses.add(each.get().status());
    }
    assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 409).hasSize(5);
    assertThat(schools.stream().mapToInt(world::free).sum()).isEqualTo(5);
  }

  @Test
  void anEndedPlacementFreesItsPlaceAndTheStudentCanBePlacedAgain() {
    World world = World.of(samen);
    String ark = world.school("De Ark");
    String brug = world.school("De Brug");
    world.offer(ark, 1);
    world.offer(brug, 1);
    String noor = world.student("Noor");
    world.place(noor, ark);
    assertThat(world.end(noor).status()).isEqualTo(204);
    assertThat(world.end(noor).status()).isEqualTo(204);
    assertThat(world.free(ark)).isEqualTo(1);
    assertThat(world.place(world.student("Sem"), ark).status()).isEqualTo(201);
    assertThat(world.place(noor, brug).status()).isEqualTo(201);
    assertThat(world.end(noor).status()).isEqualTo(204);
    assertThat(world.free(brug)).isEqualTo(1);
    assertThat(world.place(noor, brug).status()).isEqualTo(201);
    samen.await(
        () ->
            assertThat(told(world, "PlacementEnded"))
                .hasSize(2)
                .first()
                .satisfies(
                    each -> assertThat(each.json().get("school").asString()).isEqualTo(ark)));
    assertThat(world.manager().post("/api/placement/placements/nobody/end", Map.of()).status())
        .isEqualTo(404);
  }

  @Test
  void aPlaceThatWasTakenBeforeACrashIsFreeAgainAfterAMinute() {
    World world = World.of(samen);
    String ark = world.school("De Ark");
    world.offer(ark, 1);
    String noor = world.student("Noor");
    Taking left = take(world, ark, noor);
    assertThat(world.free(ark)).isZero();
    finishing.lookRound(Instant.now());
    assertThat(world.free(ark)).as("too young to be touched").isZero();
    finishing.lookRound(later());
    assertThat(world.free(ark)).isEqualTo(1);
    // Should the one that was thought dead go on after all, it does not get the place any more.
    assertThat(conclude(world, ark, noor, left).at(where(world, ark))).isEmpty();
    assertThat(world.place(noor, ark).status()).isEqualTo(201);
    assertThat(told(world, "StudentPlaced")).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void aPlacementThatWasMadeBeforeACrashKeepsItsPlace() {
    World world = World.of(samen);
    String ark = world.school("De Ark");
    world.offer(ark, 1);
    String noor = world.student("Noor");
    conclude(world, ark, noor, take(world, ark, noor));
    assertThat(finishing.lookRound(later())).isGreaterThanOrEqualTo(1);
    assertThat(world.free(ark)).isZero();
    assertThat(world.place(noor, ark).status()).isEqualTo(200);
    assertThat(world.end(noor).status()).isEqualTo(204);
    assertThat(world.free(ark)).isEqualTo(1);
  }

  @Test
  void anEndingThatWasCutShortByACrashFreesThePlaceLater() {
    World world = World.of(samen);
    String ark = world.school("De Ark");
    world.offer(ark, 1);
    String noor = world.student("Noor");
    world.place(noor, ark);
    students.end("somebody", id(world, noor), noor + "~2026-2027-1", Instant.now());
    assertThat(world.free(ark)).isZero();
    finishing.lookRound(later());
    assertThat(world.free(ark)).isEqualTo(1);
    assertThat(finishing.lookRound(later())).isZero();
  }

  private Taking take(World world, String school, String student) {
    Outcome<Taking> outcome =
        capacities.take(
            "somebody",
            where(world, school),
            Placement.idOf(student, World.PERIOD),
            world.pabo,
            Instant.now());
    return ((Outcome.Done<Taking>) outcome).value();
  }

  private nl.samenopleiden.placement.student.Student conclude(
      World world, String school, String student, Taking taking) {
    return students.conclude(
        "somebody",
        id(world, student),
        where(world, school),
        "De Ark",
        taking.turn(),
        Instant.now());
  }

  private static CapacityId where(World world, String school) {
    return new CapacityId(
        world.board, school, Period.parse(World.PERIOD).orElseThrow(), Kind.PRACTICE);
  }

  private static OwnedId id(World world, String student) {
    return new OwnedId(Owner.pabo(world.pabo), student);
  }

  private static Instant later() {
    return Instant.now().plus(Duration.ofMinutes(2));
  }

  /** The facts, each once: telling may repeat what was told, under the same sequence. */
  private List<Heard> told(World world, String fact) {
    Set<String> seen = new HashSet<>();
    return samen.heard(fact).stream()
        .filter(each -> each.owner().equals(Owner.pabo(world.pabo)))
        .filter(each -> seen.add(each.id() + "#" + each.sequence()))
        .toList();
  }
}
