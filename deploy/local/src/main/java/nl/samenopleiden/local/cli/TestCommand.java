package nl.samenopleiden.local.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nl.samenopleiden.local.platform.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Is usually done by the script itself, which needs no built launcher for it. */
@Command(
    name = "test",
    description = "Runs all tests: ./mvnw -B verify, with further arguments for Maven behind it.")
final class TestCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ARGUMENTS", arity = "0..*")
  private List<String> arguments = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("./mvnw", "-B", "verify"));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .directory(Home.here().root().toFile())
        .inheritIO()
        .start()
        .waitFor();
  }
}
