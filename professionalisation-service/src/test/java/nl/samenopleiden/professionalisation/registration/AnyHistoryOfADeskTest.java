package nl.samenopleiden.professionalisation.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.professionalisation.course.Allotment;
import nl.samenopleiden.professionalisation.course.Shares;
import nl.samenopleiden.professionalisation.registration.Desk.Handover;
import nl.samenopleiden.professionalisation.registration.Desk.Place;
import nl.samenopleiden.professionalisation.registration.Desk.Terms;
import nl.samenopleiden.professionalisation.registration.Desk.Turn;
import nl.samenopleiden.professionalisation.registration.Move.Kind;
import nl.samenopleiden.professionalisation.registration.Move.Step;
import nl.samenopleiden.professionalisation.registration.Registration.Registrant;
import nl.samenopleiden.professionalisation.registration.Registration.Status;

/**
 * Whatever people do, whatever falls over between two writes, and however many instances serve the
 * same course: the rules of the desk hold. The database is played by two maps, and a write is
 * either done or not.
 */
class AnyHistoryOfADeskTest {

  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

  private static final Instant STARTS = NOW.plus(Duration.ofDays(30));
  private static final OwnedId COURSE = new OwnedId(Owner.pabo("rijnmond"), "course");
  private static final int PEOPLE = 12;

  /** Where a round stops short. */
  enum Stop {
    NOWHERE,
    AFTER_ASKING,
    AFTER_DECIDING,
    IN_THE_MIDDLE_OF_CARRYING_OUT,
    BEFORE_ANSWERING
  }

  /**
   * One round at one of two instances.
   *
   * @param wishes who wants what, in order: a positive number registers, a negative one cancels,
   *     and one above that of the last person accepts what is offered
   * @param seats how many seats the course gets with it; 0 leaves them
   * @param hours how much later it is
   */
  record Round(int instance, List<Integer> wishes, int seats, Stop stop, int hours) {}

  @Property(tries = 2_000)
  void theRulesHold(
      @ForAll("histories") List<Round> history, @ForAll @IntRange(max = 3) int hoursToAccept) {
    Played played = new Played(2, hoursToAccept);
    for (Round round : history) {
      played.play(round);
      played.check();
    }
    played.recover();
    played.check();
    assertThat(played.registrations.values()).noneMatch(each -> each.status() == Status.PENDING);
  }

  @Provide
  Arbitrary<List<Round>> histories() {
    Arbitrary<Integer> wish =
        Arbitraries.integers().between(-PEOPLE, 2 * PEOPLE).filter(each -> each != 0);
    return Combinators.combine(
            Arbitraries.integers().between(0, 1),
            wish.list().ofMaxSize(8),
            Arbitraries.frequency(
                net.jqwik.api.Tuple.of(6, 0),
                net.jqwik.api.Tuple.of(1, 3),
                net.jqwik.api.Tuple.of(1, 5)),
            Arbitraries.of(Stop.class),
            Arbitraries.integers().between(0, 2))
        .as(Round::new)
        .list()
        .ofMaxSize(12);
  }

  /** The database, the instances' memories, and what people were told. */
  private static final class Played {

    private final Map<OwnedId, Registration> registrations = new LinkedHashMap<>();
    private final List<Desk> memory = new ArrayList<>();
    private final List<Long> remembered = new ArrayList<>();
    private final Map<OwnedId, Long> acknowledged = new LinkedHashMap<>();
    private final Map<Long, OwnedId> numbers = new HashMap<>();
    private final Map<OwnedId, Long> toldBeforeAsking = new HashMap<>();
    private final Map<OwnedId, Long> happened = new HashMap<>();
    private long told;
    private final Allotment allotment;
    private DeskDocument document;
    private Terms course;
    private Instant now = NOW;

    Played(int seats, int hoursToAccept) {
      allotment = new Allotment(null, Shares.NONE, hoursToAccept);
      course = new Terms(1, "Beeldcoaching", seats, false, allotment, STARTS);
      document = new DeskDocument(1, course, 0, 0, Map.of(), List.of());
      for (int instance = 0; instance < 2; instance++) {
        memory.add(Desk.fresh(course));
        remembered.add(0L);
      }
    }

    void play(Round round) {
      now = now.plus(Duration.ofHours(round.hours()));
      if (round.seats() > course.seats()) {
        course =
            new Terms(
                course.version() + 1, course.title(), round.seats(), false, allotment, STARTS);
      }
      // Only an instance whose memory was right could decide; the other one reads again.
      if (remembered.get(round.instance()) != document.version()) {
        open(round.instance());
      }
      long version = document.version();
      Desk desk = memory.get(round.instance()).under(course);
      List<OwnedId> asked = new ArrayList<>();
      for (int wish : round.wishes()) {
        OwnedId id = id(wish > PEOPLE ? wish - PEOPLE : Math.abs(wish));
        if (wish < 0) {
          acknowledged.remove(id);
        } else if (wish <= PEOPLE) {
          toldBeforeAsking.putIfAbsent(id, told);
          registrations.merge(id, pending(id), (before, _) -> askAgain(before));
        }
        asked.add(id);
      }
      if (round.stop() == Stop.AFTER_ASKING) {
        return;
      }
      List<Turn> turns = new ArrayList<>();
      List<OwnedId> whose = new ArrayList<>();
      for (int i = 0; i < asked.size(); i++) {
        Registration registration = registrations.get(asked.get(i));
        if (registration != null) {
          turns.add(turn(round.wishes().get(i), registration));
          whose.add(asked.get(i));
        }
      }
      Handover handover = desk.decide(turns, now);
      assertThat(handedOut(handover))
          .isEqualTo(
              LongStream.rangeClosed(document.last() + 1, handover.after().last())
                  .boxed()
                  .toList());
      document =
          new DeskDocument(
              version + 1,
              handover.after().terms(),
              handover.after().last(),
              handover.after().seated(),
              handover.after().seatedOf(),
              handover.moves());
      happened(handover, registering(round));
      if (round.stop() == Stop.AFTER_DECIDING) {
        return;
      }
      int half =
          round.stop() == Stop.IN_THE_MIDDLE_OF_CARRYING_OUT
              ? handover.moves().size() / 2
              : handover.moves().size();
      carryOut(handover.moves().subList(0, half));
      if (round.stop() == Stop.IN_THE_MIDDLE_OF_CARRYING_OUT) {
        return;
      }
      memory.set(round.instance(), handover.after());
      remembered.set(round.instance(), version + 1);
      if (round.stop() == Stop.BEFORE_ANSWERING) {
        return;
      }
      for (int i = 0; i < turns.size(); i++) {
        if (turns.get(i) instanceof Turn.Arrives
            && handover.answers().get(i) instanceof Outcome.Done<Place>(var place)
            && place.status() != Status.CANCELLED) {
          acknowledged.put(whose.get(i), place.number());
          // Whoever asks after others have been told comes after them.
          assertThat(place.number()).isGreaterThan(toldBeforeAsking.getOrDefault(whose.get(i), 0L));
        } else if (Objects.requireNonNull(registrations.get(whose.get(i))).status()
            == Status.CANCELLED) {
          toldBeforeAsking.remove(whose.get(i));
        }
      }
      told = acknowledged.values().stream().mapToLong(each -> each).max().orElse(told);
    }

    private static Turn turn(int wish, Registration registration) {
      if (wish < 0) {
        return new Turn.Leaves(registration, "self");
      }
      return wish > PEOPLE ? new Turn.Accepts(registration) : new Turn.Arrives(registration);
    }

    private static Set<OwnedId> registering(Round round) {
      Set<OwnedId> ids = new HashSet<>();
      round.wishes().stream()
          .filter(wish -> wish > 0 && wish <= PEOPLE)
          .forEach(wish -> ids.add(id(wish)));
      return ids;
    }

    /**
     * Notes what was decided.
     *
     * @param registering who asked for a place in the same round: for a new one, if an offer lapsed
     */
    private void happened(Handover handover, Set<OwnedId> registering) {
      for (Move move : handover.moves()) {
        happened.merge(move.id(), (long) move.steps().size(), Long::sum);
        if (move.steps().stream().anyMatch(step -> step.kind() == Kind.OFFER_LAPSED)) {
          acknowledged.remove(move.id());
          toldBeforeAsking.remove(move.id());
          if (registering.contains(move.id())) {
            toldBeforeAsking.put(move.id(), told);
          }
        }
      }
    }

    /** The numbers that a decision hands out: one after another, none left out. */
    private static List<Long> handedOut(Handover handover) {
      return handover.moves().stream()
          .flatMap(move -> move.steps().stream())
          .filter(
              step ->
                  step.kind() == Kind.SEAT_CONFIRMED || step.kind() == Kind.PLACED_ON_WAITING_LIST)
          .map(Step::number)
          .sorted()
          .toList();
    }

    /** What {@link RegistrationBook#open} does. */
    private void open(int instance) {
      carryOut(document.note());
      memory.set(
          instance,
          Desk.of(
              document.terms(),
              document.last(),
              document.seated(),
              document.seatedOf(),
              registrations.values().stream()
                  .filter(
                      each -> each.status() == Status.WAITING || each.status() == Status.OFFERED)
                  .toList()));
      remembered.set(instance, document.version());
    }

    /** What the sweep does: everything that was left lying. */
    void recover() {
      open(0);
      List<Turn> left =
          registrations.values().stream()
              .filter(each -> each.status() == Status.PENDING)
              .<Turn>map(Turn.Arrives::new)
              .toList();
      Handover handover = memory.getFirst().under(course).decide(left, now);
      happened(handover, Set.of());
      document =
          new DeskDocument(
              document.version() + 1,
              handover.after().terms(),
              handover.after().last(),
              handover.after().seated(),
              handover.after().seatedOf(),
              handover.moves());
      open(0);
    }

    private void carryOut(List<Move> moves) {
      for (Move move : moves) {
        registrations.computeIfPresent(move.id(), (_, before) -> move.applyTo(before));
      }
    }

    void check() {
      // As the registrations will be once what is noted has been carried out.
      Map<OwnedId, Registration> settled = new HashMap<>(registrations);
      for (Move move : document.note()) {
        settled.computeIfPresent(move.id(), (_, before) -> move.applyTo(before));
      }
      List<Registration> seated =
          settled.values().stream()
              .filter(each -> each.status() == Status.SEAT || each.status() == Status.OFFERED)
              .toList();
      List<Registration> waiting =
          settled.values().stream().filter(each -> each.status() == Status.WAITING).toList();
      assertThat(seated).hasSize(document.seated());
      assertThat(seated.size()).isLessThanOrEqualTo(document.terms().seats());
      // Nobody waits beside a free seat, and nobody who came later has the seat instead.
      if (!waiting.isEmpty()) {
        assertThat(seated).hasSize(document.terms().seats());
        long firstWaiting = waiting.stream().mapToLong(Registration::number).min().orElseThrow();
        assertThat(seated).allMatch(each -> each.number() < firstWaiting);
      }
      // Whatever was decided is carried out once: each step is one fact.
      assertThat(settled.values())
          .allMatch(each -> each.sequence() == happened.getOrDefault(each.id(), 0L));
      // Every number is handed out once, and none is left out.
      Set<Long> inUse = new HashSet<>();
      for (Registration each : settled.values()) {
        if (each.status().isInForce()) {
          assertThat(inUse.add(each.number())).isTrue();
          assertThat(each.number()).isBetween(1L, document.last());
          OwnedId before = numbers.putIfAbsent(each.number(), each.id());
          assertThat(before == null ? each.id() : before).isEqualTo(each.id());
        }
      }
      // What was acknowledged, and not cancelled since, stands as it was told.
      acknowledged.forEach(
          (id, number) -> {
            Registration registration = Objects.requireNonNull(settled.get(id));
            assertThat(registration.status().isInForce()).isTrue();
            assertThat(registration.number()).isEqualTo(number);
          });
    }

    private static Registration askAgain(Registration before) {
      return before.status() == Status.CANCELLED
          ? new Registration(
              before.id(),
              COURSE,
              Status.PENDING,
              before.number(),
              before.version() + 1,
              before.sequence(),
              before.who(),
              null)
          : before;
    }

    private static Registration pending(OwnedId id) {
      return Registration.pending(
          id, COURSE, new Registrant(id.value(), "x", "x@test.example", "nl", null));
    }

    private static OwnedId id(int person) {
      return new OwnedId(Owner.board("41"), "course~" + person);
    }
  }
}
