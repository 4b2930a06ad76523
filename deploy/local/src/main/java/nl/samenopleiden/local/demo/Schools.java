package nl.samenopleiden.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Builds the schools of the boards. */
final class Schools {

  private static final List<String> STREETS = WordList.read("streets.txt");
  private static final String POSTCODE_LETTERS = "ABCDEGHJKLMNPRTVWXZ";

  /** Of every fifteen locations one is a second location of the school before it. */
  private static final int ONE_IN = 15;

  private final Draw draw;
  private final SchoolNames names;

  Schools(long seed) {
    this.draw = new Draw(seed, "schools");
    this.names = new SchoolNames(new Draw(seed, "school names"));
  }

  /**
   * So many schools of a board.
   *
   * @param firstBrin how many schools there are before the first of these, in the series of codes
   */
  List<School> of(
      String board, int many, int firstBrin, List<Place> places, List<String> denominations) {
    List<School> schools = new ArrayList<>();
    int brin = firstBrin;
    for (int n = 0; n < many; n++) {
      schools.add(
          n % ONE_IN == ONE_IN - 1
              ? secondLocation(schools.getLast())
              : school(brin(brin++), board, places, denominations));
    }
    return schools;
  }

  private School school(String brin, String board, List<Place> places, List<String> denominations) {
    String denomination = draw.oneOf(denominations);
    String name = names.next(denomination);
    Place place = draw.oneOf(places);
    return new School(
        brin + "00",
        brin,
        board,
        name,
        draw.oneOf(STREETS),
        houseNumber(),
        postcode(place),
        place,
        denomination,
        phone(place),
        "www." + website(name) + ".example");
  }

  private School secondLocation(School first) {
    return new School(
        first.brin() + "01",
        first.brin(),
        first.board(),
        first.name() + " locatie Oost",
        draw.oneOf(STREETS),
        houseNumber(),
        postcode(first.place()),
        first.place(),
        first.denomination(),
        phone(first.place()),
        first.website());
  }

  private String houseNumber() {
    int number = 1 + draw.below(180);
    return draw.below(8) == 0 ? number + "-A" : String.valueOf(number);
  }

  private String postcode(Place place) {
    return draw.oneOf(place.postcodes()) + " " + letter() + letter();
  }

  private char letter() {
    return POSTCODE_LETTERS.charAt(draw.below(POSTCODE_LETTERS.length()));
  }

  /** No subscriber's number starts with 00: these ring nowhere. */
  private String phone(Place place) {
    int digits = 10 - place.areaCode().length() - 2;
    int number = draw.below((int) Math.pow(10, digits));
    return place.areaCode() + "00" + String.format(Locale.ROOT, "%0" + digits + "d", number);
  }

  private static String website(String name) {
    return PersonNames.plain(name.replaceFirst("^.*(?=(De|Het) )", ""));
  }

  /** The codes count on: 90AA, 90AB … 90AZ, 90BA. */
  static String brin(int number) {
    return "90" + (char) ('A' + number / 26) + (char) ('A' + number % 26);
  }
}
