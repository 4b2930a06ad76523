package nl.samenopleiden.placement.student;

import nl.samenopleiden.placement.capacity.Period;

/** A student's place at a school is free again. */
public record PlacementEnded(
    String placement, String student, String school, String board, Period period) {

  static PlacementEnded of(String student, Placement placement) {
    return new PlacementEnded(
        placement.id(),
        student,
        placement.where().school(),
        placement.where().board(),
        placement.where().period());
  }
}
