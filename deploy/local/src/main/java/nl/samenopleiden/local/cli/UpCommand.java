package nl.samenopleiden.local.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import nl.samenopleiden.local.platform.Home;
import nl.samenopleiden.local.platform.PlatformOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "up",
    description = "Starts the platform, and the first time fills it with the demonstration world.",
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

  @Option(
      names = "--detach",
      description = "Return once everything is healthy, and go on in the background.")
  private boolean detach;

  @Option(
      names = "--mongodb",
      paramLabel = "URI",
      description = "Use this MongoDB instead of the embedded database.")
  private @Nullable String mongodb;

  @Option(
      names = "--kafka",
      paramLabel = "HOSTS",
      description = "Use this Kafka (host:port,…) instead of the embedded broker.")
  private @Nullable String kafka;

  @Option(
      names = "--issuer",
      paramLabel = "URL",
      description = {
        "Use this OpenID Connect provider instead of the local one, without demonstration users;",
        "OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, SMTP_HOST and SMTP_PORT come from the environment."
      })
  private @Nullable String issuer;

  @Option(
      names = "--port",
      paramLabel = "N",
      description =
          "Exactly this port for the front door; otherwise 8080 or the next that is free.")
  private @Nullable Integer port;

  @Option(
      names = "--load",
      description = {
        "For measuring, and for many people at once: each program uses the JVM's second compiler.",
        "It starts slower, takes more memory, and is faster after a minute of work."
      })
  private boolean load;

  @Option(names = "--no-demo", description = "Leave the platform empty.")
  private boolean noDemo;

  @Option(
      names = "--no-training",
      description = "Start without the JVM's caches where there are none yet: slower, but at once.")
  private boolean noTraining;

  /** Set for the process in the background. */
  @Option(names = "--supervise", hidden = true)
  private boolean supervise;

  @Override
  public Integer call() throws Exception {
    Home home = Home.here();
    return detach && !supervise
        ? new Detached(home, System.out).start(again())
        : new Starting(home, options(), !noDemo, !noTraining, new Console(System.out)).run();
  }

  private PlatformOptions options() {
    return new PlatformOptions(
        Optional.ofNullable(mongodb),
        Optional.ofNullable(kafka),
        Optional.ofNullable(issuer).map(url -> url.replaceAll("/+$", "")),
        port == null ? OptionalInt.empty() : OptionalInt.of(port),
        load);
  }

  /** The same command for the process in the background. */
  private List<String> again() {
    var arguments = new ArrayList<>(List.of("up", "--supervise"));
    add(arguments, "--mongodb", mongodb);
    add(arguments, "--kafka", kafka);
    add(arguments, "--issuer", issuer);
    add(arguments, "--port", port);
    if (load) {
      arguments.add("--load");
    }
    if (noDemo) {
      arguments.add("--no-demo");
    }
    if (noTraining) {
      arguments.add("--no-training");
    }
    return arguments;
  }

  private static void add(List<String> arguments, String name, @Nullable Object value) {
    if (value != null) {
      arguments.add(name);
      arguments.add(value.toString());
    }
  }
}
