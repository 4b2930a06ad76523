package nl.samenopleiden.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.samenopleiden.local.frontdoor.FrontDoor;
import nl.samenopleiden.local.platform.Addresses;
import nl.samenopleiden.local.platform.Home;
import nl.samenopleiden.local.platform.Secrets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One platform for all system tests: an instance of its own beside the one that somebody may work
 * with, on free ports, with the demonstration data, and gone afterwards.
 */
final class RunningPlatform implements BeforeAllCallback, ParameterResolver {

  static final Path ROOT =
      Path.of(System.getProperty("samen.root", "..")).toAbsolutePath().normalize();

  /** With {@code SYSTEM_TESTS_ON=running} the tests use the platform that runs already. */
  private static final boolean OURS = !"running".equals(System.getenv("SYSTEM_TESTS_ON"));

  private static final String INSTANCE = OURS ? "system-tests" : "";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static @Nullable RunningPlatform running;
  private static @Nullable JsonNode first;

  @Override
  public void beforeAll(ExtensionContext context) {
    synchronized (RunningPlatform.class) {
      if (running == null && OURS) {
        running = this;
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .put(RunningPlatform.class, (AutoCloseable) () -> samen("down"));
        samen("down");
        samen("reset", "--yes");
        samen("up", "--detach");
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningPlatform.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return this;
  }

  /** Where everything is; that stays the same however often a process is started again. */
  Addresses addresses() {
    return JSON.treeToValue(atFirst().path("addresses"), Addresses.class);
  }

  /** The front door, as demonstration users. */
  FrontDoor door() {
    return new FrontDoor(addresses(), demoKey());
  }

  /** What the local identity provider wants to see before it makes tokens for tests. */
  String demoKey() {
    return Secrets.in(new Home(ROOT, INSTANCE).secrets()).demoKey();
  }

  /** The address of one process, for reaching a service past the gateway. */
  String addressOf(String process) {
    return process(atFirst(), process).path("address").asString();
  }

  /**
   * Ends a process as a power cut would.
   *
   * @return whether it ran
   */
  boolean kill(String process) {
    return ProcessHandle.of(process(status(), process).path("pid").asLong())
        .map(ProcessHandle::destroyForcibly)
        .orElse(false);
  }

  /** Whether everything is healthy now. */
  boolean isHealthy() {
    return status()
        .path("processes")
        .valueStream()
        .allMatch(each -> each.path("health").asString().equals("healthy"));
  }

  /** How often a process was started again. */
  int restartsOf(String process) {
    return process(status(), process).path("restarts").asInt();
  }

  private static synchronized JsonNode atFirst() {
    JsonNode known = first;
    if (known == null) {
      known = status();
      first = known;
    }
    return known;
  }

  private static JsonNode process(JsonNode status, String name) {
    return status
        .path("processes")
        .valueStream()
        .filter(each -> each.path("name").asString().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no process " + name));
  }

  private static JsonNode status() {
    return JSON.readTree(run(false, "status", "--json"));
  }

  /**
   * Runs {@code ./samen} with these arguments.
   *
   * @return what it printed
   * @throws IllegalStateException when it did not end well
   */
  String samen(String... arguments) {
    return run(!arguments[0].equals("down") && !arguments[0].equals("reset"), arguments);
  }

  private static String run(boolean mustSucceed, String... arguments) {
    try {
      List<String> command = new ArrayList<>();
      command.add(ROOT.resolve("samen").toString());
      command.addAll(List.of(arguments));
      Path out = Files.createTempFile("samen-", ".out");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(ROOT.toFile())
              .redirectErrorStream(!arguments[0].equals("status"))
              .redirectOutput(out.toFile());
      builder.environment().put("SAMEN_INSTANCE", INSTANCE);
      // Maven has built it a moment ago, and is still at work here.
      builder.environment().put("SAMEN_NO_BUILD", "1");
      Process process = builder.start();
      boolean ended = process.waitFor(10, TimeUnit.MINUTES);
      String printed = Files.readString(out);
      Files.delete(out);
      if (!ended) {
        process.destroyForcibly();
      }
      if (!ended || (mustSucceed && process.exitValue() != 0)) {
        throw new IllegalStateException(
            "./samen " + String.join(" ", arguments) + " did not end well:\n" + printed);
      }
      return printed;
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
