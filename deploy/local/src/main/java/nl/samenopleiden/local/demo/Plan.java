package nl.samenopleiden.local.demo;

import java.util.List;

/**
 * What a board is built from.
 *
 * @param number the place in the row: 1 is the largest
 * @param schools how many locations
 * @param denominations what its schools are, each as likely
 * @param places where its schools stand, each as likely; the first is where the board is at home
 */
record Plan(int number, String name, int schools, List<String> denominations, List<Place> places) {

  static final List<Plan> ALL =
      List.of(
          plan(1, "Stichting Maasoever", 34, List.of("Openbaar"), Place.ROTTERDAM),
          plan(
              2,
              "Stichting De Nieuwe Kade",
              27,
              List.of("Rooms-Katholiek", "Protestants-Christelijk"),
              Place.ROTTERDAM,
              Place.ROTTERDAM,
              Place.HOOGVLIET),
          plan(
              3,
              "Scholengroep Sluis en Vaart",
              22,
              List.of("Samenwerking PC, RK", "Rooms-Katholiek"),
              Place.SCHIEDAM,
              Place.VLAARDINGEN,
              Place.MAASSLUIS),
          plan(
              4,
              "Stichting IJsseldijk",
              17,
              List.of("Protestants-Christelijk"),
              Place.CAPELLE,
              Place.KRIMPEN),
          plan(
              5,
              "Scholengroep Rivierpolder",
              13,
              List.of("Openbaar", "Algemeen bijzonder"),
              Place.RIDDERKERK,
              Place.BARENDRECHT,
              Place.RHOON),
          plan(
              6,
              "Stichting Het Baken Voorne",
              10,
              List.of("Openbaar"),
              Place.SPIJKENISSE,
              Place.HELLEVOETSLUIS,
              Place.BRIELLE),
          plan(
              7,
              "Stichting Zeeklei",
              7,
              List.of("Protestants-Christelijk"),
              Place.MIDDELHARNIS,
              Place.DIRKSLAND,
              Place.OUD_BEIJERLAND),
          plan(
              8,
              "Stichting Drie Molens",
              4,
              List.of("Algemeen bijzonder"),
              Place.BERGSCHENHOEK,
              Place.BLEISWIJK));

  static Plan of(String board) {
    return ALL.stream().filter(plan -> plan.board().equals(board)).findFirst().orElseThrow();
  }

  String board() {
    return "9000" + number;
  }

  String mailDomain() {
    return "bestuur" + number + ".example";
  }

  Board asBoard() {
    return new Board(board(), name, places.getFirst().name(), mailDomain());
  }

  private static Plan plan(
      int number, String name, int schools, List<String> denominations, Place... places) {
    return new Plan(number, name, schools, denominations, List.of(places));
  }
}
