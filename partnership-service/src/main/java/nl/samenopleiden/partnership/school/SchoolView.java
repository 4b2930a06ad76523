package nl.samenopleiden.partnership.school;

/**
 * A school as it is shown by itself.
 *
 * @param board the number of its board
 * @param boardName what the board is called
 * @param open whether it is in the register
 */
public record SchoolView(
    String code,
    String brin,
    String name,
    String board,
    String boardName,
    String street,
    String postcode,
    String place,
    String municipality,
    String province,
    String denomination,
    String phone,
    String website,
    boolean open) {

  /**
   * A school as it stands in a list.
   *
   * @param board the number of its board
   */
  public record Line(
      String code, String name, String postcode, String place, String board, String boardName) {}

  static SchoolView of(String board, String boardName, School school) {
    SchoolDetails its = school.details();
    return new SchoolView(
        its.code(),
        its.brin(),
        its.name(),
        board,
        boardName,
        its.street(),
        its.postcode(),
        its.place(),
        its.municipality(),
        its.province(),
        its.denomination(),
        its.phone(),
        its.website(),
        school instanceof School.Registered);
  }
}
