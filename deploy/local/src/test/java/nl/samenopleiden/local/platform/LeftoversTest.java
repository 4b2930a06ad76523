package nl.samenopleiden.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

  @TempDir Path folder = Path.of("set by JUnit");

  @Test
  void aProcessThatNobodyWroteDownIsFoundByItsMark() throws IOException {
    Home home = new Home(folder.resolve("mine"));
    Process left = start(Leftovers.mark(home, "placement"));

    assertThat(leftovers(home).stop()).isEqualTo(1);

    assertThat(left.isAlive()).isFalse();
  }

  @Test
  void whatWasWrittenDownIsFoundWithoutAMark() throws IOException {
    Home home = new Home(folder.resolve("mine"));
    Process left = start("-Dnothing=special");
    write(home, Pid.of(left.toHandle()));

    assertThat(leftovers(home).stop()).isEqualTo(1);

    assertThat(left.isAlive()).isFalse();
    assertThat(new StateFile(home).read()).isEmpty();
  }

  @Test
  void aProcessThatGotTheNumberLaterIsLeftAlone() throws IOException {
    Home home = new Home(folder.resolve("mine"));
    Process other = start("-Dnothing=special");
    write(home, new Pid(other.pid(), Instant.now().minus(Duration.ofHours(1))));

    assertThat(leftovers(home).stop()).isZero();

    assertThat(other.isAlive()).isTrue();
    other.destroyForcibly();
  }

  @Test
  void thePlatformOfAnotherFolderIsLeftAlone() throws IOException {
    Process other = start(Leftovers.mark(new Home(folder.resolve("theirs")), "placement"));

    assertThat(leftovers(new Home(folder.resolve("their"))).stop()).isZero();

    assertThat(other.isAlive()).isTrue();
    other.destroyForcibly();
  }

  @Test
  void anotherPlatformOfTheSameFolderIsLeftAlone() throws IOException {
    Path root = folder.resolve("mine");
    Process tests = start(Leftovers.mark(new Home(root, "system-tests"), "placement"));

    assertThat(leftovers(new Home(root)).stop()).isZero();
    assertThat(leftovers(new Home(root, "system")).stop()).isZero();

    assertThat(tests.isAlive()).isTrue();
    assertThat(leftovers(new Home(root, "system-tests")).stop()).isEqualTo(1);
  }

  private static Leftovers leftovers(Home home) {
    return new Leftovers(home, new StateFile(home));
  }

  private static Process start(String flag) throws IOException {
    int port = new Ports(_ -> {}).any();
    Process process =
        new ProcessBuilder(Child.command(List.of(flag), Integer.toString(port)))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    await().atMost(Duration.ofSeconds(60)).until(Health.ofPort(port)::isGood);
    return process;
  }

  private static void write(Home home, Pid pid) {
    new StateFile(home)
        .write(
            new RunState(
                new Pid(1, Instant.EPOCH),
                Instant.now(),
                new Addresses("", "", "", "", "", true),
                true,
                List.of(
                    new RunState.Part(
                        "placement",
                        ProcessSpec.Stage.SERVICE,
                        pid,
                        "",
                        "tcp://localhost:1",
                        0,
                        RunState.Phase.HEALTHY))));
  }
}
