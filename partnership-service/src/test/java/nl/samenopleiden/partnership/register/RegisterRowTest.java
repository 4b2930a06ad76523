package nl.samenopleiden.partnership.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.samenopleiden.platform.importing.LineProblem;
import nl.samenopleiden.platform.importing.Reading;
import nl.samenopleiden.platform.importing.Row;
import org.junit.jupiter.api.Test;

class RegisterRowTest {

  private static final Map<String, String> GOOD =
      Map.of(
          "code", "00ap00",
          "brin", "00AP",
          "board", "41234",
          "name", "De Regenboog",
          "street", "Oosterstraat",
          "house", "58",
          "postcode", "7822hg",
          "place", "EMMEN",
          "website", "https://www.school.example");

  @Test
  void aGoodRowIsWrittenInOneWay() {
    Reading<RegisterRow> reading = RegisterRow.read(row(Map.of()));
    RegisterRow row = ((Reading.Good<RegisterRow>) reading).value();
    assertThat(row.board()).isEqualTo("41234");
    assertThat(row.details().code()).isEqualTo("00AP00");
    assertThat(row.details().street()).isEqualTo("Oosterstraat 58");
    assertThat(row.details().postcode()).isEqualTo("7822 HG");
    assertThat(row.details().place()).isEqualTo("Emmen");
    assertThat(row.details().website()).isEqualTo("www.school.example");
    assertThat(row.details().denomination()).isEmpty();
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertThat(
            codes(
                Map.of(
                    "code", "AP00", "brin", "", "board", "bestuur", "name", "", "postcode", "30")))
        .containsExactly(
            "bad-location-code",
            "bad-school-code",
            "bad-board-number",
            "name-needed",
            "bad-postcode");
    assertThat(codes(Map.of("brin", "00AQ"))).containsExactly("location-of-other-school");
    assertThat(codes(Map.of("postcode", "0822 HG"))).containsExactly("bad-postcode");
  }

  private static List<String> codes(Map<String, String> other) {
    return ((Reading.Bad<RegisterRow>) RegisterRow.read(row(other)))
        .problems().stream().map(LineProblem::code).toList();
  }

  private static Row row(Map<String, String> other) {
    Map<String, String> values = new HashMap<>(GOOD);
    values.putAll(other);
    return new Row(2, values, Map.of());
  }
}
