package nl.samenopleiden.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path folder = Path.of("set by JUnit");

  private final Heard heard = new Heard();
  private Supervisor supervisor = supervising(RestartPolicy.USUAL);

  @AfterEach
  void leaveNothing() {
    supervisor.stop();
  }

  @Test
  void allAreHealthyOnceTheyAnswer() throws Exception {
    supervisor = supervising(RestartPolicy.USUAL, serving("one"), serving("other"));

    supervisor.start();

    assertThat(supervisor.awaitHealthy(LONG)).isTrue();
    assertThat(supervisor.unwell()).isEmpty();
    assertThat(heard.healthy).containsExactlyInAnyOrder("one", "other");
  }

  @Test
  void aKilledProcessIsReportedAndStartedAgain() throws Exception {
    supervisor = supervising(RestartPolicy.USUAL, serving("one"));
    supervisor.start();
    assertThat(supervisor.awaitHealthy(LONG)).isTrue();
    Pid first = heard.last("one").pid();

    first.handle().orElseThrow().destroyForcibly();

    await().atMost(LONG).until(() -> heard.healthy.size() == 2);
    assertThat(heard.ended).containsExactly("one 137");
    assertThat(first.lives()).isFalse();
    assertThat(heard.last("one").pid().lives()).isTrue();
    assertThat(heard.last("one").restarts()).isEqualTo(1);
  }

  @Test
  void whatEndsAgainAndAgainIsGivenUpAndSaid() throws Exception {
    var impatient = new RestartPolicy(3, LONG, Duration.ofMillis(1));
    supervisor = supervising(impatient, spec("broken", Child.command(List.of()), 1));

    supervisor.start();

    assertThat(supervisor.awaitHealthy(LONG)).isFalse();
    assertThat(heard.ended).containsExactly("broken 3", "broken 3", "broken 3");
    assertThat(heard.gaveUp).containsExactly("broken");
    assertThat(supervisor.unwell()).containsExactly("broken");
    assertThat(folder.resolve("broken.log")).content().contains("I end at once.");
  }

  @Test
  void stoppingLeavesNoProcess() throws Exception {
    supervisor = supervising(RestartPolicy.USUAL, serving("one"), serving("other"));
    supervisor.start();
    assertThat(supervisor.awaitHealthy(LONG)).isTrue();
    List<Pid> all = List.of(heard.last("one").pid(), heard.last("other").pid());

    supervisor.stop();

    assertThat(all).noneMatch(Pid::lives);
    assertThat(heard.ended).isEmpty();
  }

  @Test
  void whoDoesNotEndWhenAskedIsEnded() throws Exception {
    int port = anyPort();
    List<String> deaf =
        new java.util.ArrayList<>(List.of("/bin/sh", "-c", "trap '' TERM; exec \"$@\"", "sh"));
    deaf.addAll(Child.command(List.of(), Integer.toString(port)));
    supervisor = supervising(RestartPolicy.USUAL, spec("deaf", deaf, port));
    supervisor.start();
    assertThat(supervisor.awaitHealthy(LONG)).isTrue();
    Pid pid = heard.last("deaf").pid();

    supervisor.stop(Stopping.within(Duration.ofMillis(200)));

    assertThat(pid.lives()).isFalse();
  }

  private ProcessSpec serving(String name) {
    int port = anyPort();
    return spec(name, Child.command(List.of(), Integer.toString(port)), port);
  }

  private ProcessSpec spec(String name, List<String> command, int port) {
    return new ProcessSpec(
        name,
        ProcessSpec.Stage.SERVICE,
        command,
        Map.of(),
        "localhost:" + port,
        Health.ofPort(port),
        folder.resolve(name + ".log"));
  }

  private Supervisor supervising(RestartPolicy policy, ProcessSpec... specs) {
    return new Supervisor(List.of(specs), policy, heard, InstantSource.system());
  }

  private static int anyPort() {
    return new Ports(_ -> {}).any();
  }

  /** Remembers what it was told. */
  private static final class Heard implements Supervisor.Observer {
    private final List<String> healthy = new CopyOnWriteArrayList<>();
    private final List<String> ended = new CopyOnWriteArrayList<>();
    private final List<String> gaveUp = new CopyOnWriteArrayList<>();
    private volatile List<RunState.Part> parts = List.of();

    @Override
    public void healthy(String name, Duration afterItsStart) {
      healthy.add(name);
    }

    @Override
    public void ended(String name, int exitCode) {
      ended.add(name + " " + exitCode);
    }

    @Override
    public void restarting(String name, Duration wait) {}

    @Override
    public void gaveUp(String name) {
      gaveUp.add(name);
    }

    @Override
    public void changed(List<RunState.Part> now) {
      parts = now;
    }

    private RunState.Part last(String name) {
      return parts.stream().filter(part -> part.name().equals(name)).findFirst().orElseThrow();
    }
  }
}
