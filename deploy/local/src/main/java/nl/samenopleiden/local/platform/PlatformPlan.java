package nl.samenopleiden.local.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import nl.samenopleiden.local.platform.ProcessSpec.Stage;

/**
 * Which processes the platform consists of, on which ports, and what each is told by its
 * environment.
 */
public final class PlatformPlan {

  /** The name of the process in the background that watches the others. */
  static final String SUPERVISOR = "supervisor";

  private static final int GATEWAY = 8080;
  private static final int IDENTITY = 8090;
  private static final int SMTP = 8025;
  private static final int DATABASE = 8017;
  private static final int BROKER = 8092;
  private static final int CONTROLLER = 8093;

  /** The services with their usual ports. */
  private static final Map<String, Integer> SERVICES = services();

  private final Home home;
  private final PlatformOptions options;
  private final Secrets secrets;
  private final Path data;
  private final Apps apps;
  private final Map<String, Integer> ports = new LinkedHashMap<>();
  private final Addresses addresses;
  private final List<Program> programs;

  private PlatformPlan(
      Home home,
      PlatformOptions options,
      Secrets secrets,
      Path data,
      Apps apps,
      ToIntBiFunction<String, Integer> choose) {
    this.home = home;
    this.options = options;
    this.secrets = secrets;
    this.data = data;
    this.apps = apps;
    usualPorts().forEach((part, usual) -> ports.put(part, choose.applyAsInt(part, usual)));
    this.addresses = findAddresses();
    this.programs = assemble();
  }

  /** The platform as people use it. */
  public static PlatformPlan forUse(Home home, PlatformOptions options, Apps apps, Ports ports) {
    SERVICES.values().forEach(ports::reserve);
    List.of(GATEWAY, IDENTITY, SMTP, DATABASE, BROKER, CONTROLLER).forEach(ports::reserve);
    return new PlatformPlan(
        home,
        options,
        Secrets.in(home.secrets()),
        home.data(),
        apps,
        (part, usual) ->
            part.equals("gateway") && options.port().isPresent()
                ? ports.exactly(part, options.port().getAsInt())
                : ports.usual(part, usual));
  }

  /** All of it beside the one that people use: on any ports, with data of its own. */
  public static PlatformPlan apart(Home home, Path data, Apps apps, Ports ports) {
    return new PlatformPlan(
        home,
        PlatformOptions.none(),
        Secrets.in(home.secrets()),
        data,
        apps,
        (_, _) -> ports.any());
  }

  /** When each process is stopped, by its name. */
  static Map<String, Stage> stages() {
    var stages = new LinkedHashMap<String, Stage>();
    stages.put(SUPERVISOR, Stage.SUPERVISOR);
    stages.put("gateway", Stage.GATEWAY);
    SERVICES.keySet().forEach(service -> stages.put(service, Stage.SERVICE));
    stages.put("identity", Stage.IDENTITY);
    stages.put("broker", Stage.BROKER);
    stages.put("database", Stage.DATABASE);
    return stages;
  }

  public Addresses addresses() {
    return addresses;
  }

  /** The processes to start. */
  public List<ProcessSpec> specs() {
    return programs.stream().map(program -> program.spec(home, options.load())).toList();
  }

  List<Program> programs() {
    return programs;
  }

  private static Map<String, Integer> services() {
    var services = new LinkedHashMap<String, Integer>();
    services.put("partnership", 8081);
    services.put("placement", 8082);
    services.put("professionalisation", 8083);
    services.put("events", 8084);
    return services;
  }

  private Map<String, Integer> usualPorts() {
    var usual = new LinkedHashMap<String, Integer>();
    usual.put("gateway", GATEWAY);
    usual.putAll(SERVICES);
    if (options.mongodb().isEmpty()) {
      usual.put("database", DATABASE);
    }
    if (options.kafka().isEmpty()) {
      usual.put("broker", BROKER);
      usual.put("controller", CONTROLLER);
    }
    if (options.issuer().isEmpty()) {
      usual.put("identity", IDENTITY);
      usual.put("smtp", SMTP);
    }
    return usual;
  }

  private int port(String part) {
    return ports.getOrDefault(part, 0);
  }

  private static String http(int port) {
    return "http://localhost:" + port;
  }

  private Addresses findAddresses() {
    String issuer = options.issuer().orElseGet(() -> http(port("identity")));
    return new Addresses(
        http(port("gateway")),
        issuer,
        options.issuer().isEmpty() ? issuer + "/mail" : "",
        options.mongodb().orElseGet(() -> "mongodb://localhost:" + port("database")),
        options.kafka().orElseGet(() -> "localhost:" + port("broker")),
        options.issuer().isEmpty());
  }

  private List<Program> assemble() {
    var all = new ArrayList<Program>();
    if (options.mongodb().isEmpty()) {
      all.add(database());
    }
    if (options.kafka().isEmpty()) {
      all.add(broker());
    }
    if (options.issuer().isEmpty()) {
      all.add(identity());
    }
    SERVICES.keySet().forEach(service -> all.add(service(service)));
    all.add(gateway());
    return List.copyOf(all);
  }

  private Program database() {
    return new Program(
        "database",
        Stage.DATABASE,
        apps.local(),
        Optional.of("nl.samenopleiden.embedded.DatabaseMain"),
        List.of(data.resolve("database").resolve("samen").toString(), text("database")),
        768,
        Map.of(),
        addresses.mongodb(),
        Health.ofPort(port("database")));
  }

  private Program broker() {
    return new Program(
        "broker",
        Stage.BROKER,
        apps.local(),
        Optional.of("nl.samenopleiden.embedded.BrokerMain"),
        List.of(data.resolve("broker").toString(), text("broker"), text("controller")),
        160,
        Map.of(),
        addresses.kafka(),
        Health.ofPort(port("broker")));
  }

  private Program identity() {
    return new Program(
        "identity",
        Stage.IDENTITY,
        apps.local(),
        Optional.of("nl.samenopleiden.local.identity.IdentityApplication"),
        List.of(),
        112,
        with(
            common("identity"),
            "SMTP_PORT",
            text("smtp"),
            "SAMEN_STATE",
            data.resolve("identity").toString(),
            "MAIL_DIR",
            data.resolve("mails").toString(),
            "OIDC_CLIENT_SECRET",
            secrets.gatewayClient(),
            "PARTNER_CLIENT_SECRET",
            secrets.partnerClient(),
            "DEMO_KEY",
            secrets.demoKey()),
        http(port("identity")),
        Health.ofBoot(port("identity")));
  }

  private Program service(String name) {
    Map<String, String> environment =
        with(
            common(name),
            "MONGODB_URI",
            addresses.mongodb(),
            "KAFKA_BOOTSTRAP_SERVERS",
            addresses.kafka());
    if (options.issuer().isEmpty()) {
      environment = with(environment, "SMTP_HOST", "localhost", "SMTP_PORT", text("smtp"));
    }
    if (name.equals("professionalisation")) {
      environment =
          with(
              environment,
              "BADGE_KEY_FILE",
              data.resolve("badges").resolve("signing-key.json").toString());
    }
    return new Program(
        name,
        Stage.SERVICE,
        apps.unpacked(name),
        Optional.empty(),
        List.of(),
        256,
        environment,
        http(port(name)),
        Health.ofBoot(port(name)));
  }

  private Program gateway() {
    var environment = new LinkedHashMap<>(common("gateway"));
    SERVICES
        .keySet()
        .forEach(
            service ->
                environment.put(
                    service.toUpperCase(java.util.Locale.ROOT) + "_URL", http(port(service))));
    if (options.issuer().isEmpty()) {
      environment.put("OIDC_CLIENT_ID", "samen-gateway");
      environment.put("OIDC_CLIENT_SECRET", secrets.gatewayClient());
    }
    return new Program(
        "gateway",
        Stage.GATEWAY,
        apps.unpacked("gateway"),
        Optional.empty(),
        List.of(),
        160,
        environment,
        addresses.gateway(),
        Health.ofBoot(port("gateway")));
  }

  private String text(String part) {
    return Integer.toString(port(part));
  }

  /** What every Spring Boot application is told. Logs are JSON, read by {@code ./samen logs}. */
  private Map<String, String> common(String part) {
    Map<String, String> told =
        Map.of(
            "SERVER_PORT", text(part),
            "SERVER_ADDRESS", System.getenv().getOrDefault("SERVER_ADDRESS", "127.0.0.1"),
            "OIDC_ISSUER", addresses.issuer(),
            "PUBLIC_URL", addresses.gateway(),
            "LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs");
    // Nobody receives traces unless that is asked for: then none are recorded, and logs still name
    // theirs.
    return Boolean.parseBoolean(System.getenv("TRACE_EXPORT"))
        ? told
        : with(told, "TRACE_SAMPLING", "0");
  }

  private static Map<String, String> with(Map<String, String> some, String... more) {
    var all = new LinkedHashMap<>(some);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }
}
