package nl.samenopleiden.placement.capacity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.web.Refusal;

/**
 * What a school offers in a period for one kind of placement. Never are more places taken than are
 * offered.
 *
 * @param places how many places are offered, 0 to 50
 * @param turns how many times a place was taken, freed ones too
 */
public record Capacity(
    School school, Period period, Kind kind, int places, long turns, List<Taking> takings) {

  /** The most places that a school may offer at once. */
  public static final int MOST = 50;

  /** The school as it is shown and found; told by partnership. */
  public record School(String code, String name, String town, boolean open) {}

  public Capacity {
    takings = List.copyOf(takings);
  }

  /** How many places can still be taken; none once the school has closed. */
  @JsonProperty
  public int free() {
    return school.open() ? places - takings.size() : 0;
  }

  /** How many takings wait for their student's side. */
  @JsonProperty
  public int unsettled() {
    return (int) takings.stream().filter(taking -> !taking.settled()).count();
  }

  /** How many places students of this pabo take. */
  public int takenBy(String pabo) {
    return (int) takings.stream().filter(taking -> taking.pabo().equals(pabo)).count();
  }

  /** The place that this placement takes, if it takes one. */
  public Optional<Taking> takenFor(String placement, String pabo) {
    return takings.stream().filter(taking -> taking.is(placement, pabo)).findFirst();
  }

  /** A school offers places, or another number than before; never fewer than are taken. */
  public static Decision<Capacity> offer(
      Optional<Capacity> before, School school, Period period, Kind kind, int places) {
    if (places < 0 || places > MOST) {
      return Decision.refuse(Refusal.invalid("places-out-of-bounds", "places", MOST));
    }
    int taken = before.map(capacity -> capacity.takings().size()).orElse(0);
    if (places < taken) {
      return Decision.refuse(
          new Refusal("fewer-places-than-taken", 409, "places", List.of(places, taken)));
    }
    Capacity after =
        before
            .map(old -> new Capacity(school, period, kind, places, old.turns(), old.takings()))
            .orElseGet(() -> new Capacity(school, period, kind, places, 0, List.of()));
    if (before.filter(after::equals).isPresent()) {
      return Decision.unchanged();
    }
    return before.filter(old -> old.places() == places).isPresent()
        ? Decision.accept(after)
        : Decision.accept(after, new CapacityOffered(school.code(), period, kind, places));
  }

  /** The school is called otherwise, or has closed. */
  public Decision<Capacity> at(School now) {
    return school.equals(now)
        ? Decision.unchanged()
        : Decision.accept(new Capacity(now, period, kind, places, turns, takings));
  }

  /**
   * A placement takes a place. When it had one already it keeps that one with a new turn, so that
   * who took it before can no longer free it.
   */
  public Decision<Capacity> take(String placement, String pabo, Instant now) {
    Optional<Taking> had = takenFor(placement, pabo);
    if (had.isEmpty() && free() < 1) {
      return Decision.refuse(
          new Refusal("no-place-free", 409, "school", List.of(school.name(), places)));
    }
    Taking taking = new Taking(placement, pabo, turns + 1, now, false);
    List<Taking> after = new ArrayList<>(takings);
    had.ifPresent(after::remove);
    after.add(taking);
    return Decision.accept(new Capacity(school, period, kind, places, taking.turn(), after));
  }

  /** The student has the placement of this turn. */
  public Decision<Capacity> settle(String placement, String pabo, long turn) {
    return changed(
        placement,
        pabo,
        taking ->
            taking.turn() == turn
                ? Optional.of(new Taking(placement, pabo, turn, taking.since(), true))
                : Optional.of(taking));
  }

  /** The student will never have a placement of this turn or an earlier one: the place is free. */
  public Decision<Capacity> release(String placement, String pabo, long turn) {
    return changed(
        placement, pabo, taking -> taking.turn() <= turn ? Optional.empty() : Optional.of(taking));
  }

  private Decision<Capacity> changed(
      String placement, String pabo, Function<Taking, Optional<Taking>> change) {
    List<Taking> after =
        takings.stream()
            .flatMap(
                taking ->
                    taking.is(placement, pabo) ? change.apply(taking).stream() : Stream.of(taking))
            .toList();
    return after.equals(takings)
        ? Decision.unchanged()
        : Decision.accept(new Capacity(school, period, kind, places, turns, after));
  }
}
