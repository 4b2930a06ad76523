package nl.samenopleiden.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The chain that must always work, by the command that shows it to people. */
@ExtendWith(RunningPlatform.class)
class StoryTest {

  private final RunningPlatform platform;

  StoryTest(RunningPlatform platform) {
    this.platform = platform;
  }

  @Test
  void theStoryHoldsFromBeginningToEndAndAgain() {
    assertThat(platform.samen("story")).isNotBlank();
    assertThat(platform.samen("story")).isNotBlank();
  }
}
