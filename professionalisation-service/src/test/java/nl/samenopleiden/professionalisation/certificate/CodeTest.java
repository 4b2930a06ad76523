package nl.samenopleiden.professionalisation.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeTest {

  @Test
  void whatPeopleTypeIsReadHoweverTheyGroupIt() {
    Code code = Code.fresh();
    assertThat(code.forPeople()).matches("(?:[2-9A-Z]{5}-){4}[2-9A-Z]{5}");
    assertThat(Code.typed(code.forPeople())).contains(code);
    assertThat(Code.typed(" " + code.text().toLowerCase(java.util.Locale.ROOT) + "\n"))
        .contains(code);
  }

  @Test
  void nonsenseIsNoCode() {
    assertThat(Code.typed("")).isEmpty();
    assertThat(Code.typed("0".repeat(25))).isEmpty();
    assertThat(Code.typed("A".repeat(26))).isEmpty();
    assertThat(Code.typed("../../" + "A".repeat(19))).isEmpty();
  }
}
