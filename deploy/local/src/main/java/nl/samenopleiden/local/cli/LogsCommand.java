package nl.samenopleiden.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nl.samenopleiden.local.logs.LogTail;
import nl.samenopleiden.local.platform.Home;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "logs",
    description = "Shows the end of the logs: time, level, service, tenant and trace, message.",
    mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {

  private static final Duration BETWEEN = Duration.ofMillis(200);

  @Parameters(
      paramLabel = "service",
      arity = "0..1",
      description = "For example placement; without it, of all.")
  private @Nullable String service;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on with what is added, until Ctrl-C.")
  private boolean follow;

  @Option(
      names = {"-n", "--lines"},
      paramLabel = "N",
      description = "How many lines of each (20).")
  private int lines = 20;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Home home = Home.here();
    List<Path> files = service == null ? all(home) : List.of(one(home, service));
    List<LogTail> tails = files.stream().map(file -> new LogTail(file, name(file))).toList();
    // Lines begin with the time of day, so sorted they read as one story.
    List<String> last = files.stream().flatMap(file -> LogTail.last(file, lines).stream()).toList();
    (service == null ? last.stream().sorted() : last.stream()).forEach(System.out::println);
    while (follow) {
      Thread.sleep(BETWEEN);
      for (LogTail tail : tails) {
        tail.more(System.out::println);
      }
    }
    return 0;
  }

  private static Path one(Home home, String service) throws IOException {
    Path file = home.log(service);
    if (!Files.exists(file)) {
      throw new SaidException(
          "There is no log of '%s'; there are: %s"
              .formatted(
                  service, String.join(", ", all(home).stream().map(LogsCommand::name).toList())));
    }
    return file;
  }

  private static List<Path> all(Home home) throws IOException {
    if (!Files.exists(home.logs())) {
      throw new SaidException("There are no logs yet: start with ./samen up");
    }
    try (Stream<Path> files = Files.list(home.logs())) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".log"))
          .filter(file -> !name(file).matches("build|unpack|up|training-.*"))
          .sorted()
          .toList();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.log$", "");
  }
}
