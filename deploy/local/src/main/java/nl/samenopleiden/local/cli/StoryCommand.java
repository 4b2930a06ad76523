package nl.samenopleiden.local.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import nl.samenopleiden.local.demo.DemoWorld;
import nl.samenopleiden.local.platform.Home;
import nl.samenopleiden.local.story.Chain;
import nl.samenopleiden.local.story.Register;
import nl.samenopleiden.local.story.Story;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "story",
    description = {
      "Walks the whole chain on the running platform, one line a step.",
      "Exit code 0 only when every step held."
    },
    mixinStandardHelpOptions = true)
final class StoryCommand implements Callable<Integer> {

  @Option(
      names = "--register",
      paramLabel = "FILE",
      description = {
        "The national register of school locations (DUO's open data); without it the file of",
        "$SAMEN_REGISTER, else generated schools."
      })
  private @Nullable Path file;

  @Override
  public Integer call() {
    Home home = Home.here();
    DemoWorld world = DemoWorld.create();
    Register register = file == null ? Register.found(home.root(), world) : Register.of(file);
    var chain = new Chain(Running.door(home), world, register, Instant.now());
    return Story.of(chain, System.out::println).run() ? 0 : 1;
  }
}
