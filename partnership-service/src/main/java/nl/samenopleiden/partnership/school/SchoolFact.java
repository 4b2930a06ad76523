package nl.samenopleiden.partnership.school;

/**
 * What is told of schools: topic {@code samen.partnership}, aggregate {@code school}; the owner is
 * the board, the id the location code.
 */
public sealed interface SchoolFact {

  /** A location is in the register under this board: it is new, came back, or came from another. */
  record SchoolRegistered(
      String code,
      String brin,
      String name,
      String street,
      String postcode,
      String place,
      String municipality,
      String province,
      String denomination)
      implements SchoolFact {}

  /** The register says something else of a location than before. Carries all of it. */
  record SchoolChanged(
      String code,
      String brin,
      String name,
      String street,
      String postcode,
      String place,
      String municipality,
      String province,
      String denomination)
      implements SchoolFact {}

  /** A location is no longer in the register under this board. */
  record SchoolClosed(String code) implements SchoolFact {}
}
