package nl.samenopleiden.professionalisation.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.professionalisation.course.Allotment;
import nl.samenopleiden.professionalisation.course.Draw;
import nl.samenopleiden.professionalisation.course.Shares;
import nl.samenopleiden.professionalisation.course.Shares.Share;
import nl.samenopleiden.professionalisation.registration.Desk.Handover;
import nl.samenopleiden.professionalisation.registration.Desk.Terms;
import nl.samenopleiden.professionalisation.registration.Desk.Turn;
import nl.samenopleiden.professionalisation.registration.Registration.Registrant;
import nl.samenopleiden.professionalisation.registration.Registration.Status;

/** Draws and seats that are kept for boards. */
class AllottingTest {

  private static final OwnedId COURSE = new OwnedId(Owner.pabo("rijnmond"), "course");
  private static final Instant BEFORE = Instant.parse("2026-12-01T08:00:00Z");
  private static final Instant DRAWN = BEFORE.plus(Duration.ofHours(4));
  private static final Instant STARTS = DRAWN.plus(Duration.ofDays(30));
  private static final Instant LATER = DRAWN.plus(Duration.ofDays(2));

  @Property(tries = 200)
  void whoeverTookPartIsDrawnInTheOrderOfTheKeysWhoeverCameWhen(
      @ForAll @IntRange(min = 1, max = 60) int people,
      @ForAll @IntRange(min = 1, max = 20) int seats,
      @ForAll @IntRange(min = 0, max = 5) int leaving,
      @ForAll @IntRange(min = 0, max = 5) int late,
      @ForAll long seed) {
    Draw draw = new Draw(DRAWN, Long.toHexString(seed));
    World world = new World(seats, new Allotment(draw, Shares.NONE, 0));
    List<OwnedId> entered = world.arrive(BEFORE, people, 1);
    assertThat(world.of(Status.IN_DRAW, Registration::number)).isEqualTo(entered);
    List<OwnedId> left = entered.subList(0, Math.min(leaving, people));
    world.leave(BEFORE, left);
    Map<OwnedId, Long> entries = new LinkedHashMap<>();
    world.registrations.values().stream()
        .filter(each -> each.status() == Status.IN_DRAW)
        .forEach(each -> entries.put(each.id(), each.number()));

    List<OwnedId> tooLate = world.arrive(LATER, late, 1);

    List<OwnedId> expected = new ArrayList<>(entries.keySet());
    expected.sort(Comparator.comparing(id -> draw.key(entries.getOrDefault(id, 0L))));
    expected.addAll(tooLate);
    int seated = Math.min(seats, expected.size());
    assertThat(world.of(Status.SEAT, Registration::number)).isEqualTo(expected.subList(0, seated));
    assertThat(world.of(Status.WAITING, Registration::number))
        .isEqualTo(expected.subList(seated, expected.size()));
    assertThat(world.of(Status.IN_DRAW, Registration::number)).isEmpty();
    assertThat(world.entriesAsDrawn)
        .isEqualTo(
            expected.subList(0, expected.size() - tooLate.size()).stream()
                .map(entries::get)
                .toList());
  }

  @Property(tries = 300)
  void aShareIsNeverUsedByOthersAndNothingStaysEmptyThatSomebodyMayHave(
      @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 3) Integer> boards,
      @ForAll @IntRange(min = 0, max = 4) int first,
      @ForAll @IntRange(min = 0, max = 4) int second,
      @ForAll @IntRange(min = 0, max = 6) int general,
      @ForAll @IntRange(min = 0, max = 2) int hours,
      @ForAll @Size(max = 10) List<@IntRange(min = 0, max = 59) Integer> leaving) {
    List<Share> kept =
        Stream.of(new Share("1", first), new Share("2", second))
            .filter(each -> each.seats() > 0)
            .toList();
    int seats = Math.max(1, first + second + general);
    World world = new World(seats, new Allotment(null, new Shares(kept, LATER), hours));
    boards.forEach(board -> world.arrive(BEFORE, 1, board));
    List<OwnedId> everybody = List.copyOf(world.registrations.keySet());
    leaving.stream()
        .filter(each -> each < everybody.size())
        .distinct()
        .forEach(each -> world.leave(BEFORE, List.of(everybody.get(each))));

    long[] shares = {0, first, second, 0};
    long outside = 0;
    long inForce = 0;
    for (int board = 1; board <= 3; board++) {
      outside += Math.max(0, world.held(board) - shares[board]);
      inForce += world.held(board) + world.count(Status.WAITING, board);
    }
    int open = seats - first - second;
    assertThat(outside).isLessThanOrEqualTo(open);
    for (int board = 1; board <= 3; board++) {
      if (world.count(Status.WAITING, board) > 0) {
        assertThat(world.held(board)).isGreaterThanOrEqualTo(shares[board]);
        assertThat(outside).isEqualTo(open);
      }
    }

    long lapsed = world.of(Status.OFFERED, Registration::number).size();
    world.decide(List.of(), LATER);
    assertThat(world.desk.seated()).isEqualTo((int) Math.min(seats, inForce - lapsed));
    assertThat(world.held(1) + world.held(2) + world.held(3)).isEqualTo(world.desk.seated());
  }

  @Example
  void theDrawGivesThoseOfABoardItsShareBeforeOthers() {
    Shares shares = new Shares(List.of(new Share("2", 3)), LATER);
    World world = new World(5, new Allotment(new Draw(DRAWN, "seed"), shares, 0));
    world.arrive(BEFORE, 20, 1);
    world.arrive(BEFORE, 3, 2);
    world.decide(List.of(), DRAWN);
    assertThat(world.count(Status.SEAT, 2)).isEqualTo(3);
    assertThat(world.count(Status.SEAT, 1)).isEqualTo(2);
  }

  @Example
  void aDeskSaysWhenSomethingIsDue() {
    World world =
        new World(
            1,
            new Allotment(
                new Draw(DRAWN, "seed"), new Shares(List.of(new Share("2", 1)), LATER), 0));
    assertThat(world.desk.dueAfter(BEFORE)).isEmpty();
    world.arrive(BEFORE, 2, 1);
    assertThat(world.desk.dueAfter(BEFORE)).contains(DRAWN);
    assertThat(world.desk.canMoveOn(BEFORE)).isFalse();
    assertThat(world.desk.canMoveOn(DRAWN)).isTrue();
    world.decide(List.of(), DRAWN);
    assertThat(world.desk.dueAfter(BEFORE)).contains(LATER);
    assertThat(world.desk.canMoveOn(DRAWN)).isFalse();
    assertThat(world.desk.canMoveOn(LATER)).isTrue();
    assertThat(world.desk.dueAfter(LATER)).isEmpty();
  }

  @Example
  void whatIsDueAlreadyDoesNotHideAnOfferThatIsStillToLapse() {
    Shares shares = new Shares(List.of(new Share("2", 1)), LATER);
    World world = new World(2, new Allotment(null, shares, 24));
    world.arrive(BEFORE, 4, 1);
    world.decide(List.of(), LATER);
    assertThat(world.count(Status.OFFERED, 1)).isEqualTo(1);
    assertThat(world.desk.dueAfter(BEFORE)).contains(LATER);
    assertThat(world.desk.dueAfter(LATER)).contains(LATER.plus(Duration.ofHours(24)));
  }

  @Example
  void whoIsDrawnHasTheSeatAtOnceAndLaterSeatsAreOfferedInTheOrderOfTheDraw() {
    Draw draw = new Draw(DRAWN, "seed");
    World world = new World(2, new Allotment(draw, Shares.NONE, 24));
    world.arrive(BEFORE, 6, 1);
    world.decide(List.of(), DRAWN);
    List<OwnedId> seated = world.of(Status.SEAT, Registration::number);
    List<OwnedId> waiting = world.of(Status.WAITING, Registration::number);
    assertThat(seated).hasSize(2);
    world.leave(DRAWN, seated.subList(0, 1));
    assertThat(world.of(Status.OFFERED, Registration::number)).isEqualTo(waiting.subList(0, 1));
    world.decide(List.of(), DRAWN.plus(Duration.ofHours(24)));
    assertThat(world.of(Status.OFFERED, Registration::number)).isEqualTo(waiting.subList(1, 2));
    assertThat(world.of(Status.SEAT, Registration::number)).isEqualTo(seated.subList(1, 2));
    assertThat(world.of(Status.WAITING, Registration::number)).isEqualTo(waiting.subList(2, 4));
  }

  @Example
  void aKeptSeatThatLapsesGoesToTheNextOfItsBoardAndAfterwardsToWhoeverIsFirst() {
    Shares shares = new Shares(List.of(new Share("2", 1)), LATER);
    World world = new World(2, new Allotment(null, shares, 24));
    List<OwnedId> ofTwo = world.arrive(BEFORE, 2, 2);
    List<OwnedId> first = world.arrive(BEFORE, 2, 1);
    assertThat(world.of(Status.SEAT, Registration::number)).isEqualTo(ofTwo);
    world.leave(BEFORE, ofTwo);
    // The one seat goes to who waits first, the other one is kept for the board.
    assertThat(world.of(Status.OFFERED, Registration::number)).isEqualTo(first.subList(0, 1));
    List<OwnedId> another = world.arrive(BEFORE, 1, 2);
    assertThat(world.of(Status.SEAT, Registration::number)).isEqualTo(another);
    world.leave(BEFORE, another);
    Instant lapsed = BEFORE.plus(Duration.ofHours(24));
    world.decide(List.of(), lapsed);
    assertThat(world.of(Status.OFFERED, Registration::number)).isEqualTo(first.subList(1, 2));
    assertThat(world.desk.seated()).isEqualTo(1);
    assertThat(world.desk.dueAfter(lapsed)).contains(lapsed.plus(Duration.ofHours(24)));
  }

  @Example
  void aDeskIsReadAsItWasWritten() {
    World world =
        new World(
            4,
            new Allotment(
                new Draw(DRAWN, "seed"), new Shares(List.of(new Share("2", 1)), LATER), 0));
    world.arrive(BEFORE, 3, 2);
    world.decide(List.of(), DRAWN);
    DeskDocument read =
        DeskDocument.read(
            DeskDocument.of(7, world.desk, List.of(), LATER)
                .append("_id", new org.bson.BsonString(COURSE.toString())));
    assertThat(read.terms()).isEqualTo(world.desk.terms());
    assertThat(read.seatedOf()).isEqualTo(world.desk.seatedOf()).containsValue(3);
  }

  /** A desk, and the registrations that its decisions were carried out on. */
  private static final class World {

    private final Map<OwnedId, Registration> registrations = new LinkedHashMap<>();
    private final List<Long> entriesAsDrawn = new ArrayList<>();
    private Desk desk;

    World(int seats, Allotment allotment) {
      desk = Desk.fresh(new Terms(1, "Beeldcoaching", seats, false, allotment, STARTS));
    }

    List<OwnedId> arrive(Instant now, int people, int board) {
      List<OwnedId> ids =
          IntStream.range(0, people)
              .mapToObj(
                  i ->
                      new OwnedId(
                          Owner.board(Integer.toString(board)),
                          "course~" + (registrations.size() + i)))
              .toList();
      ids.forEach(
          id ->
              registrations.put(
                  id,
                  Registration.pending(
                      id, COURSE, new Registrant(id.value(), "N", "n@test.example", "nl", null))));
      decide(ids.stream().<Turn>map(id -> new Turn.Arrives(the(id))).toList(), now);
      return ids;
    }

    void leave(Instant now, List<OwnedId> ids) {
      decide(ids.stream().<Turn>map(id -> new Turn.Leaves(the(id), "self")).toList(), now);
    }

    void decide(List<Turn> turns, Instant now) {
      Handover handover = desk.decide(turns, now);
      for (Move move : handover.moves()) {
        registrations.computeIfPresent(move.id(), (_, before) -> move.applyTo(before));
        move.entry().ifPresent(entriesAsDrawn::add);
      }
      // As another instance would read it.
      desk =
          Desk.of(
              handover.after().terms(),
              handover.after().last(),
              handover.after().seated(),
              handover.after().seatedOf(),
              List.copyOf(registrations.values()));
      assertThat(desk).isEqualTo(handover.after());
    }

    List<OwnedId> of(Status status, ToLongFunction<Registration> order) {
      return registrations.values().stream()
          .filter(each -> each.status() == status)
          .sorted(Comparator.comparingLong(order))
          .map(Registration::id)
          .toList();
    }

    long count(Status status, int board) {
      return registrations.values().stream()
          .filter(each -> each.status() == status)
          .filter(each -> each.id().owner().code().equals(Integer.toString(board)))
          .count();
    }

    /** How many seats are kept for people of this board, accepted or not. */
    long held(int board) {
      return count(Status.SEAT, board) + count(Status.OFFERED, board);
    }

    private Registration the(OwnedId id) {
      return java.util.Objects.requireNonNull(registrations.get(id));
    }
  }
}
