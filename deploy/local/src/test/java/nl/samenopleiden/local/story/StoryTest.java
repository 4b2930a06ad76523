package nl.samenopleiden.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryTest {

  private final List<String> told = new ArrayList<>();

  @Test
  void everyStepIsOneLineWithWhatCameOfItAndHowLongItTook() {
    Story story =
        new Story(
            List.of(
                new Step("The school offers places", () -> "4 places"),
                new Step("A student is placed", () -> "at De Regenboog")),
            told::add);

    assertThat(story.run()).isTrue();
    assertThat(told).hasSize(3);
    assertThat(told.getFirst()).matches(" 1\\. The school offers places: 4 places \\(\\d+ ms\\)");
    assertThat(told.getLast()).startsWith("Every one of the 2 steps held");
  }

  @Test
  void afterAStepThatDidNotHoldNothingIsTried() {
    Story story =
        new Story(
            List.of(
                new Step(
                    "A student is placed",
                    () -> {
                      NotHeldException.unless(1 > 2, "%d places are taken", 4);
                      return "";
                    }),
                new Step("Never", () -> "reached")),
            told::add);

    assertThat(story.run()).isFalse();
    assertThat(told.getFirst()).contains("DID NOT HOLD: 4 places are taken");
    assertThat(told.getLast()).contains("broke at step 1 of 2");
  }
}
