package nl.samenopleiden.local.cli;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import nl.samenopleiden.local.bench.Bench;
import nl.samenopleiden.local.platform.Addresses;
import nl.samenopleiden.local.platform.Home;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "bench",
    description = "Measures the running platform; without a name, lists what can be measured.",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

  @Parameters(paramLabel = "name", arity = "0..1", description = "One of the listed benches.")
  private @Nullable String name;

  @Override
  public Integer call() throws Exception {
    List<Bench> benches =
        ServiceLoader.load(Bench.class).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(Bench::name))
            .toList();
    if (name == null) {
      System.out.println("Available benches:");
      benches.forEach(
          bench -> System.out.println("  %-12s %s".formatted(bench.name(), bench.about())));
      return 0;
    }
    Bench chosen =
        benches.stream()
            .filter(bench -> bench.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new SaidException(
                        "There is no bench '" + name + "'; ./samen bench lists them"));
    Home home = Home.here();
    Addresses addresses = Running.required(home).addresses();
    return chosen.run(addresses, Running.door(home), System.out::println) ? 0 : 1;
  }
}
