package nl.samenopleiden.placement.student;

import java.util.List;

/** What is known of a student is now this. */
public record StudentChanged(
    String id, String name, String email, String number, int year, List<Theme> themes) {

  static StudentChanged of(String id, Enrolment enrolment) {
    return new StudentChanged(
        id,
        enrolment.name(),
        enrolment.email(),
        enrolment.number(),
        enrolment.year(),
        enrolment.themes());
  }
}
