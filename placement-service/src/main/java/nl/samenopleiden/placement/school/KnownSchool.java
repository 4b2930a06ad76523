package nl.samenopleiden.placement.school;

/**
 * A school as this service knows it.
 *
 * @param code the location code
 * @param board the number of the board that it belongs to
 * @param town where it stands
 * @param open false once it has closed
 */
public record KnownSchool(
    String code,
    String board,
    String name,
    String street,
    String postcode,
    String town,
    String municipality,
    boolean open) {

  /** What people find it by. */
  String searchText() {
    return String.join(" ", code, name, town, municipality, postcode);
  }

  KnownSchool closed() {
    return new KnownSchool(code, board, name, street, postcode, town, municipality, false);
  }
}
