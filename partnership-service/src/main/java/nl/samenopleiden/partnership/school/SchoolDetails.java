package nl.samenopleiden.partnership.school;

/**
 * What the national register says of a school location. Texts that the register leaves out are
 * empty.
 *
 * @param code the location code, six signs, unique in the country; for example {@code 00AP00}
 * @param brin the code of the school that the location belongs to; the first four signs
 * @param name as the register writes it
 * @param street with the house number
 * @param postcode as in {@code 3011 AA}
 * @param place where it stands
 * @param denomination the religious or other conviction, as the register writes it
 * @param phone for example {@code 0101234567}
 * @param website without {@code http://}
 */
public record SchoolDetails(
    String code,
    String brin,
    String name,
    String street,
    String postcode,
    String place,
    String municipality,
    String province,
    String denomination,
    String phone,
    String website) {

  /** What people find it by. */
  String searchText() {
    return String.join(
        " ", code, name, street, postcode, postcode.replace(" ", ""), place, municipality);
  }
}
