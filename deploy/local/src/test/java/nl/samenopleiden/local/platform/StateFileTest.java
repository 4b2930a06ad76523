package nl.samenopleiden.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

  @TempDir Path folder = Path.of("set by JUnit");

  @Test
  void whatWasWrittenIsRead() {
    StateFile file = new StateFile(new Home(folder));
    RunState state = state(Pid.of(ProcessHandle.current()));

    file.write(state);

    assertThat(file.read()).contains(state);
    assertThat(file.running()).contains(state);
  }

  @Test
  void withADeadSupervisorNothingRuns() {
    StateFile file = new StateFile(new Home(folder));

    file.write(state(new Pid(ProcessHandle.current().pid(), Instant.EPOCH)));

    assertThat(file.running()).isEmpty();
  }

  @Test
  void withoutAFileNothingRuns() {
    assertThat(new StateFile(new Home(folder)).running()).isEmpty();
  }

  @Test
  void onlyOneCanBeTheSupervisor() throws Exception {
    StateFile file = new StateFile(new Home(folder));

    try (var only = file.lock().orElseThrow()) {
      assertThat(only.isValid()).isTrue();
      assertThat(file.lock()).isEmpty();
    }
  }

  private static RunState state(Pid supervisor) {
    return new RunState(
        supervisor,
        Instant.parse("2026-11-24T12:00:00Z"),
        new Addresses(
            "http://localhost:8080", "http://localhost:8090", "", "mongodb://x", "x:1", true),
        false,
        List.of());
  }
}
