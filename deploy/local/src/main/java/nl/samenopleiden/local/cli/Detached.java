package nl.samenopleiden.local.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.samenopleiden.local.platform.Home;
import nl.samenopleiden.local.platform.Launcher;
import nl.samenopleiden.local.platform.RunState;
import nl.samenopleiden.local.platform.StateFile;

/** Starts the supervisor as a process of its own, and shows what it tells until all is ready. */
final class Detached {

  private static final Duration BETWEEN = Duration.ofMillis(50);

  private final Home home;
  private final PrintStream out;
  private final Path told;

  Detached(Home home, PrintStream out) {
    this.home = home;
    this.out = out;
    this.told = home.log("up");
  }

  int start(List<String> arguments) throws IOException, InterruptedException {
    var state = new StateFile(home);
    Optional<RunState> running = state.running();
    if (running.isPresent()) {
      out.println(Starting.runsAlready(running.get()));
      return 0;
    }
    Files.createDirectories(home.logs());
    Files.writeString(told, "");
    Process supervisor =
        new ProcessBuilder(Launcher.inBackground(home, arguments))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(told.toFile()))
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    try (var text = new RandomAccessFile(told.toFile(), "r")) {
      while (!supervisor.waitFor(BETWEEN)) {
        boolean ready = isReady(state, supervisor.pid());
        show(text);
        if (ready) {
          return 0;
        }
      }
      show(text);
      return supervisor.exitValue() == 0 ? 1 : supervisor.exitValue();
    }
  }

  private static boolean isReady(StateFile state, long pid) {
    return state.read().filter(run -> run.supervisor().number() == pid && run.ready()).isPresent();
  }

  private void show(RandomAccessFile text) throws IOException {
    byte[] more = new byte[(int) (text.length() - text.getFilePointer())];
    text.readFully(more);
    out.print(new String(more, StandardCharsets.UTF_8));
    out.flush();
  }
}
