package nl.samenopleiden.local.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import nl.samenopleiden.local.demo.DemoWorld;
import nl.samenopleiden.local.logs.LogLine;
import nl.samenopleiden.local.platform.Addresses;
import nl.samenopleiden.local.platform.Health;
import nl.samenopleiden.local.platform.Home;
import nl.samenopleiden.local.platform.Pid;
import nl.samenopleiden.local.platform.RunState;
import nl.samenopleiden.local.platform.StateFile;
import picocli.CommandLine.Command;

/** Touches what the commands use, while the JVM records what to keep in the launcher's cache. */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {

  @Override
  public Integer call() throws Exception {
    Home scratch = new Home(Files.createTempDirectory("samen"));
    Pid self = Pid.of(ProcessHandle.current());
    var state = new StateFile(scratch);
    state.write(
        new RunState(
            self,
            Instant.now(),
            new Addresses("http://localhost", "", "", "", "", true),
            true,
            List.of()));
    var silent = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    new StatusCommand().show(state.running().orElseThrow(), silent);
    DemoWorld.create().schoolsCsv();
    new Health(java.net.URI.create("http://localhost:1/")).isGood();
    LogLine.readable("{\"@timestamp\":\"2026-01-01T00:00:00Z\",\"message\":\"x\"}", "x");
    Samen.commandLine(silent).usage(silent);
    Console.seconds(Duration.ofSeconds(1));
    nl.samenopleiden.local.platform.Folders.remove(scratch.root());
    return 0;
  }
}
