package nl.samenopleiden.local.demo;

import java.util.List;

/**
 * A place in Groot-Rijnmond with the columns that the national register has for it.
 *
 * @param name in capitals, as in the register
 * @param postcodes the four digits of its postcodes
 * @param areaCode what its telephone numbers start with
 * @param region the twelve columns from the nodal area on, in the register's order
 */
public record Place(
    String name,
    String municipalityNumber,
    String municipality,
    List<String> postcodes,
    String areaCode,
    List<String> region) {

  /** The province of all of them. */
  public static final String PROVINCE = "Zuid-Holland";

  private static final List<String> CITY =
      region("54", "Rotterdam", "29", "Rijnmond", "29", "Rijnmond");
  private static final List<String> HOEKSCHE_WAARD =
      region("55", "Oud-Beijerland", "30", "Zuid-Holland-Zuid", "30", "Zuid-Holland-Zuid");
  private static final List<String> VOORNE =
      region("56", "Brielle", "29", "Rijnmond", "29", "Rijnmond");
  private static final List<String> ISLAND =
      region("57", "Middelharnis", "29", "Rijnmond", "29", "Rijnmond");

  static final Place ROTTERDAM =
      new Place(
          "ROTTERDAM",
          "0599",
          "ROTTERDAM",
          List.of("3011", "3023", "3026", "3031", "3037", "3053", "3061", "3068", "3072", "3078"),
          "010",
          CITY);
  static final Place HOOGVLIET =
      new Place(
          "HOOGVLIET ROTTERDAM", "0599", "ROTTERDAM", List.of("3191", "3192", "3194"), "010", CITY);
  static final Place SCHIEDAM =
      new Place("SCHIEDAM", "0606", "SCHIEDAM", List.of("3112", "3117", "3122"), "010", CITY);
  static final Place VLAARDINGEN =
      new Place("VLAARDINGEN", "0622", "VLAARDINGEN", List.of("3131", "3135", "3137"), "010", CITY);
  static final Place MAASSLUIS =
      new Place("MAASSLUIS", "0556", "MAASSLUIS", List.of("3141", "3145"), "010", CITY);
  static final Place CAPELLE =
      new Place(
          "CAPELLE AAN DEN IJSSEL",
          "0502",
          "CAPELLE AAN DEN IJSSEL",
          List.of("2902", "2904", "2907"),
          "010",
          CITY);
  static final Place KRIMPEN =
      new Place(
          "KRIMPEN AAN DEN IJSSEL",
          "0542",
          "KRIMPEN AAN DEN IJSSEL",
          List.of("2922", "2924"),
          "0180",
          CITY);
  static final Place RIDDERKERK =
      new Place("RIDDERKERK", "0597", "RIDDERKERK", List.of("2982", "2985"), "0180", CITY);
  static final Place BARENDRECHT =
      new Place("BARENDRECHT", "0489", "BARENDRECHT", List.of("2991", "2993"), "0180", CITY);
  static final Place RHOON =
      new Place("RHOON", "0613", "ALBRANDSWAARD", List.of("3161", "3162"), "010", CITY);
  static final Place SPIJKENISSE =
      new Place("SPIJKENISSE", "1930", "NISSEWAARD", List.of("3201", "3205", "3207"), "0181", CITY);
  static final Place HELLEVOETSLUIS =
      new Place(
          "HELLEVOETSLUIS", "0530", "HELLEVOETSLUIS", List.of("3223", "3225"), "0181", VOORNE);
  static final Place BRIELLE =
      new Place("BRIELLE", "0501", "BRIELLE", List.of("3231", "3232"), "0181", VOORNE);
  static final Place MIDDELHARNIS =
      new Place("MIDDELHARNIS", "1924", "GOEREE-OVERFLAKKEE", List.of("3241"), "0187", ISLAND);
  static final Place DIRKSLAND =
      new Place("DIRKSLAND", "1924", "GOEREE-OVERFLAKKEE", List.of("3247"), "0187", ISLAND);
  static final Place OUD_BEIJERLAND =
      new Place(
          "OUD-BEIJERLAND",
          "1963",
          "HOEKSCHE WAARD",
          List.of("3261", "3262"),
          "0186",
          HOEKSCHE_WAARD);
  static final Place BERGSCHENHOEK =
      new Place("BERGSCHENHOEK", "1621", "LANSINGERLAND", List.of("2661", "2662"), "010", CITY);
  static final Place BLEISWIJK =
      new Place("BLEISWIJK", "1621", "LANSINGERLAND", List.of("2665"), "010", CITY);

  private static List<String> region(
      String nodal, String nodalName, String wgr, String wgrName, String rmc, String rmcName) {
    return List.of(
        nodal,
        nodalName,
        "23",
        "Rijnmond",
        wgr,
        wgrName,
        "29",
        "Groot-Rijnmond",
        "17",
        "Rijnmond groot",
        rmc,
        rmcName);
  }
}
