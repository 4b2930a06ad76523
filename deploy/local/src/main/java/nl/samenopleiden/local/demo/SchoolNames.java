package nl.samenopleiden.local.demo;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Names of schools that could be real, each once; some with letters beyond the plain alphabet. */
final class SchoolNames {

  private static final List<String> FIRST =
      List.of(
          "Maas",
          "Rivier",
          "Dijk",
          "Polder",
          "Haven",
          "Wilgen",
          "Zilver",
          "Ooievaars",
          "Bries",
          "Schelpen",
          "Kade",
          "Sluis",
          "Getijden",
          "Ideeën",
          "Poëzie",
          "Mozaïek",
          "Oriënt",
          "Kompas",
          "Lente",
          "Zonne",
          "Griend",
          "Duin",
          "Veer",
          "Scheeps",
          "Vuurtoren",
          "Kievits",
          "Lantaarn",
          "Morgen");
  private static final List<String> SECOND =
      List.of(
          "De *boom",
          "De *poort",
          "Het *baken",
          "De *tuin",
          "De *vaart",
          "De *kring",
          "De *brug",
          "De *ster",
          "De *hof",
          "Het *nest",
          "Het *huis",
          "Het *veld",
          "De *werf",
          "De *molen",
          "De *spiegel",
          "Het *atelier",
          "De *wijzer");

  private final Iterator<String> names;
  private final Draw draw;

  SchoolNames(Draw draw) {
    this.draw = draw;
    List<String> all = new ArrayList<>();
    for (String first : FIRST) {
      for (String second : SECOND) {
        all.add(second.replace("*", first.toLowerCase(java.util.Locale.ROOT)));
      }
    }
    this.names = draw.shuffled(all).iterator();
  }

  String next(String denomination) {
    String name = names.next();
    int space = name.indexOf(' ') + 1;
    return draw.oneOf(kinds(denomination))
        + name.substring(0, space)
        + Character.toUpperCase(name.charAt(space))
        + name.substring(space + 1);
  }

  private static List<String> kinds(String denomination) {
    return switch (denomination) {
      case "Openbaar" -> List.of("Openbare Basisschool ", "OBS ", "Kindcentrum ", "Daltonschool ");
      case "Protestants-Christelijk" ->
          List.of("Christelijke Basisschool ", "CBS ", "Christelijk Kindcentrum ");
      case "Rooms-Katholiek" ->
          List.of("Rooms Katholieke Basisschool ", "RKBS ", "Katholieke Basisschool ");
      default -> List.of("Basisschool ", "IKC ", "Montessorischool ", "Jenaplanschool ");
    };
  }
}
