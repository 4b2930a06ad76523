package nl.samenopleiden.local.demo;

/**
 * A location of a school, as the national register knows it.
 *
 * @param code the location's code, for example {@code 90AA00}
 * @param brin the school's code, for example {@code 90AA}
 * @param board the number of the school's board
 * @param place where the school stands, with all that the register tells of the place
 */
public record School(
    String code,
    String brin,
    String board,
    String name,
    String street,
    String houseNumber,
    String postcode,
    Place place,
    String denomination,
    String phone,
    String website) {}
