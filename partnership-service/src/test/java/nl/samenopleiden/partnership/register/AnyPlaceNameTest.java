package nl.samenopleiden.partnership.register;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;

class AnyPlaceNameTest {

  @Property
  void writingAgainChangesNothing(
      @ForAll @CharRange(from = 'A', to = 'Z') @Chars({' ', '-', '\'', '.'}) String name) {
    String once = PlaceName.written(name);
    assertThat(PlaceName.written(once)).isEqualTo(once);
    assertThat(once).isEqualToIgnoringCase(name);
  }
}
