package nl.samenopleiden.placement.student;

import nl.samenopleiden.placement.capacity.Kind;
import nl.samenopleiden.placement.capacity.Period;

/**
 * A student has a place at a school.
 *
 * @param school its location code
 * @param year which year of the programme the student is in
 */
public record StudentPlaced(
    String placement,
    String student,
    String school,
    String board,
    Period period,
    Kind kind,
    int year) {

  static StudentPlaced of(String student, Placement placement) {
    return new StudentPlaced(
        placement.id(),
        student,
        placement.where().school(),
        placement.where().board(),
        placement.where().period(),
        placement.where().kind(),
        placement.year());
  }
}
