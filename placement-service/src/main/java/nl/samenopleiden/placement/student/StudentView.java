package nl.samenopleiden.placement.student;

import java.util.List;
import nl.samenopleiden.placement.capacity.Kind;
import nl.samenopleiden.placement.capacity.Period;

/** A student, for people of the student's own pabo and for the student. */
public record StudentView(
    String id,
    String number,
    String name,
    String email,
    int year,
    List<Theme> themes,
    List<Place> placements) {

  /**
   * Where the student is placed.
   *
   * @param placement the placement's id
   * @param school the location code
   */
  public record Place(
      String placement, String school, String schoolName, Period period, Kind kind) {}

  /** The student as it is shown. */
  public static StudentView of(Student student) {
    Enrolment enrolment = student.enrolment();
    return new StudentView(
        student.id(),
        enrolment.number(),
        enrolment.name(),
        enrolment.email(),
        enrolment.year(),
        enrolment.themes(),
        student.placements().stream()
            .sorted((one, other) -> one.where().period().compareTo(other.where().period()))
            .map(
                placement ->
                    new Place(
                        placement.id(),
                        placement.where().school(),
                        placement.schoolName(),
                        placement.where().period(),
                        placement.where().kind()))
            .toList());
  }
}
