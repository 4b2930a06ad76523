package nl.samenopleiden.placement.student;

import java.util.List;

/** A student of the pabo is known. */
record StudentEnrolled(
    String id, String name, String email, String number, int year, List<Theme> themes) {

  static StudentEnrolled of(String id, Enrolment enrolment) {
    return new StudentEnrolled(
        id,
        enrolment.name(),
        enrolment.email(),
        enrolment.number(),
        enrolment.year(),
        enrolment.themes());
  }
}
