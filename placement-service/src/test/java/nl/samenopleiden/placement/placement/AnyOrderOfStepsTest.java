package nl.samenopleiden.placement.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.samenopleiden.placement.capacity.Capacity;
import nl.samenopleiden.placement.capacity.CapacityId;
import nl.samenopleiden.placement.capacity.Kind;
import nl.samenopleiden.placement.capacity.Period;
import nl.samenopleiden.placement.capacity.Taking;
import nl.samenopleiden.placement.student.Enrolment;
import nl.samenopleiden.placement.student.Placement;
import nl.samenopleiden.placement.student.Student;
import nl.samenopleiden.platform.store.Decision;

/**
 * Placing, ending and finishing each are some steps, and each step changes one aggregate. Here the
 * steps of many of them are carried out in any order, some stop for ever after any step, and
 * finishing comes far too early as well: whatever happens, there are never more placements than
 * places, and in the end every taken place is a placement and every placement has a place.
 */
class AnyOrderOfStepsTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final String PABO = "rijnmond";
  private static final Period PERIOD = new Period(2026, 1);

  @Property(tries = 3_000)
  void neverMorePlacementsThanPlacesAndNothingIsLeftInTheEnd(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int schools,
      @ForAll @IntRange(min = 1, max = 5) int students,
      @ForAll @IntRange(min = 1, max = 3) int places) {
    World world = new World(new Random(seed), schools, students, places);
    for (int i = 0; i < 150; i++) {
      world.somethingHappens();
      world.neverMorePlacementsThanPlaces();
    }
    world.everybodyFallsSilent();
    world.finishEverything();
    world.everyTakenPlaceIsAPlacement();
  }

  /** A process between two of its steps. */
  private interface Step {
    /** Does the step; what comes after it, if anything. */
    Optional<Step> go();
  }

  private static final class World {

    private final Random random;
    private final Map<CapacityId, Capacity> capacities = new LinkedHashMap<>();
    private final Map<String, Student> students = new LinkedHashMap<>();
    private final List<Step> underWay = new ArrayList<>();

    World(Random random, int schools, int howManyStudents, int places) {
      this.random = random;
      for (int i = 0; i < schools; i++) {
        var school = new Capacity.School("00A" + i, "School " + i, "Rotterdam", true);
        capacities.put(
            new CapacityId("41", school.code(), PERIOD, Kind.PRACTICE),
            accepted(Capacity.offer(Optional.empty(), school, PERIOD, Kind.PRACTICE, places)));
      }
      for (int i = 0; i < howManyStudents; i++) {
        Student student =
            accepted(
                Student.enrol(
                    Optional.empty(),
                    new Enrolment("" + i, "Student " + i, i + "@pabo.example", 1, List.of())));
        students.put(student.id(), student);
      }
    }

    void somethingHappens() {
      switch (random.nextInt(12)) {
        case 0, 1 -> underWay.add(placing(any(students.keySet()), any(capacities.keySet())));
        case 2 ->
            student(any(students.keySet())).placements().stream()
                .findFirst()
                .ifPresent(each -> underWay.add(ending(each)));
        case 3 -> finishing().forEach(underWay::add);
        case 4 -> {
          if (!underWay.isEmpty() && random.nextBoolean()) {
            // The process dies.
            underWay.remove(random.nextInt(underWay.size()));
          }
        }
        default -> {
          if (!underWay.isEmpty()) {
            underWay.remove(random.nextInt(underWay.size())).go().ifPresent(underWay::add);
          }
        }
      }
    }

    void everybodyFallsSilent() {
      underWay.clear();
    }

    void finishEverything() {
      List<Step> steps = finishing();
      while (!steps.isEmpty()) {
        steps.forEach(
            step -> {
              Optional<Step> next = Optional.of(step);
              while (next.isPresent()) {
                next = next.get().go();
              }
            });
        steps = finishing();
      }
    }

    void neverMorePlacementsThanPlaces() {
      capacities.forEach(
          (id, capacity) -> {
            assertThat(capacity.takings().size()).isLessThanOrEqualTo(capacity.places());
            assertThat(placedAt(id).size()).isLessThanOrEqualTo(capacity.places());
          });
      students
          .values()
          .forEach(student -> assertThat(student.placements().size()).isLessThanOrEqualTo(1));
    }

    void everyTakenPlaceIsAPlacement() {
      capacities.forEach(
          (id, capacity) -> {
            Set<String> taken = new HashSet<>();
            capacity.takings().forEach(taking -> taken.add(taking.placement()));
            assertThat(taken).isEqualTo(placedAt(id));
            assertThat(capacity.unsettled()).isZero();
          });
      students.values().forEach(student -> assertThat(student.unfreed()).isZero());
    }

    private Set<String> placedAt(CapacityId id) {
      Set<String> placed = new HashSet<>();
      students.values().stream()
          .flatMap(student -> student.at(id).stream())
          .forEach(placement -> placed.add(placement.id()));
      return placed;
    }

    private Step placing(String student, CapacityId where) {
      return () -> {
        Student before = student(student);
        if (before.at(where).isPresent() || before.hindrance(where).isPresent()) {
          return Optional.empty();
        }
        return Optional.of(taking(student, where));
      };
    }

    private Step taking(String student, CapacityId where) {
      return () -> {
        String placement = Placement.idOf(student, PERIOD);
        return change(where, capacity -> capacity.take(placement, PABO, NOW))
            ? Optional.of(
                concluding(student, where, capacity(where).takenFor(placement, PABO).orElseThrow()))
            : Optional.empty();
      };
    }

    private Step concluding(String student, CapacityId where, Taking taking) {
      return () -> {
        change(student, each -> each.conclude(where, "School", taking.turn(), NOW));
        return Optional.of(settlingOrReleasing(student(student), where, taking));
      };
    }

    private Step settlingOrReleasing(Student as, CapacityId where, Taking taking) {
      return () -> {
        Optional<Placement> placed =
            as.at(where).filter(placement -> placement.turn() >= taking.turn());
        change(
            where,
            placed.isPresent()
                ? capacity -> capacity.settle(taking.placement(), PABO, placed.get().turn())
                : capacity -> capacity.release(taking.placement(), PABO, taking.turn()));
        return Optional.empty();
      };
    }

    private Step ending(Placement placement) {
      String student = placement.id().substring(0, placement.id().indexOf('~'));
      return () -> {
        change(student, each -> each.end(placement.id(), NOW));
        return student(student).ended().stream()
            .filter(each -> !each.freed() && each.placement().id().equals(placement.id()))
            .findFirst()
            .map(each -> freeing(student, each.placement()));
      };
    }

    private Step freeing(String student, Placement ended) {
      return () -> {
        change(ended.where(), capacity -> capacity.release(ended.id(), PABO, ended.turn()));
        return Optional.of(
            () -> {
              change(student, each -> each.freed(ended));
              return Optional.empty();
            });
      };
    }

    private List<Step> finishing() {
      List<Step> steps = new ArrayList<>();
      capacities.forEach(
          (id, capacity) ->
              capacity.takings().stream()
                  .filter(taking -> !taking.settled())
                  .forEach(taking -> steps.add(keepingOrGivingUp(id, taking))));
      students.forEach(
          (id, student) ->
              student.ended().stream()
                  .filter(each -> !each.freed())
                  .forEach(each -> steps.add(freeing(id, each.placement()))));
      return steps;
    }

    private Step keepingOrGivingUp(CapacityId where, Taking taking) {
      String student = taking.placement().substring(0, taking.placement().indexOf('~'));
      return () -> {
        change(student, each -> each.keepOrGiveUp(where, taking.turn()));
        return Optional.of(settlingOrReleasing(student(student), where, taking));
      };
    }

    private Student student(String id) {
      return Objects.requireNonNull(students.get(id));
    }

    private Capacity capacity(CapacityId id) {
      return Objects.requireNonNull(capacities.get(id));
    }

    private boolean change(CapacityId id, Function<Capacity, Decision<Capacity>> decide) {
      Decision<Capacity> decision = decide.apply(capacity(id));
      if (decision instanceof Decision.Accepted<Capacity>(var after, _)) {
        capacities.put(id, after);
      }
      return !(decision instanceof Decision.Refused);
    }

    private void change(String id, Function<Student, Decision<Student>> decide) {
      if (decide.apply(student(id)) instanceof Decision.Accepted<Student>(var after, _)) {
        students.put(id, after);
      }
    }

    private <T> T any(Set<T> of) {
      return of.stream()
          .sorted(Comparator.comparing(Object::toString))
          .skip(random.nextInt(of.size()))
          .findFirst()
          .orElseThrow();
    }

    private static <S> S accepted(Decision<S> decision) {
      return ((Decision.Accepted<S>) decision).state();
    }
  }
}
