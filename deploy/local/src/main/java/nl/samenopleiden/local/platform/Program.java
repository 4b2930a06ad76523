package nl.samenopleiden.local.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Java program of the platform, before it is decided with which cache it runs.
 *
 * @param main the class to run; empty for the one that the jar names
 * @param arguments what it is given
 * @param heap the most that its objects may take, in MiB
 */
record Program(
    String name,
    ProcessSpec.Stage stage,
    App app,
    Optional<String> main,
    List<String> arguments,
    int heap,
    Map<String, String> environment,
    String address,
    Health health) {

  AotCache cache() {
    return new AotCache(app, name, JavaFlags.serving(heap));
  }

  /** The process to start; with its cache if there is one. */
  ProcessSpec spec(Home home, boolean load) {
    List<String> flags = load ? JavaFlags.forLoad(heap) : JavaFlags.serving(heap);
    return spec(home, home.log(name), flags, cache().toUse(), Map.of());
  }

  /** The process for training; when it has no cache, so that it makes it when it ends. */
  ProcessSpec inTraining(Home home) {
    Path log = home.log("training-" + name);
    return cache().isThere()
        ? spec(home, log, JavaFlags.serving(heap), cache().toUse(), Map.of())
        : spec(
            home, log, JavaFlags.serving(heap), cache().toMake(), AotCache.ENVIRONMENT_OF_MAKING);
  }

  private ProcessSpec spec(
      Home home, Path log, List<String> flags, List<String> cacheFlags, Map<String, String> more) {
    var command = new ArrayList<String>();
    command.add(Apps.java());
    command.add(Leftovers.mark(home, name));
    command.addAll(flags);
    command.addAll(cacheFlags);
    main.ifPresentOrElse(
        start -> command.addAll(List.of("-cp", app.jar().toString(), start)),
        () -> command.addAll(List.of("-jar", app.jar().toString())));
    command.addAll(arguments);
    var all = new java.util.HashMap<>(environment);
    all.putAll(more);
    all.put("MALLOC_ARENA_MAX", "2");
    return new ProcessSpec(name, stage, command, all, address, health, log);
  }
}
