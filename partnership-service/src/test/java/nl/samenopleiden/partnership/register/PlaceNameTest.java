package nl.samenopleiden.partnership.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "EMMEN|Emmen",
        "'S-GRAVENHAGE|'s-Gravenhage",
        "'T ZAND NH|'t Zand NH",
        "CAPELLE AAN DEN IJSSEL|Capelle aan den IJssel",
        "IJMUIDEN|IJmuiden",
        "DEN HAAG|Den Haag",
        "BERGEN OP ZOOM|Bergen op Zoom",
        "STAD AAN 'T HARINGVLIET|Stad aan 't Haringvliet",
        "ST.-ANNAPAROCHIE|St.-Annaparochie",
        "2E EXLOERMOND|2e Exloermond",
        "SPAARNDAM GEM. HAARLEM|Spaarndam gem. Haarlem",
        "Rotterdam|Rotterdam"
      })
  void placesAreWrittenAsPeopleDo(String register, String written) {
    assertThat(PlaceName.written(register)).isEqualTo(written);
  }
}
