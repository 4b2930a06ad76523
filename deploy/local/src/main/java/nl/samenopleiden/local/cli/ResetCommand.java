package nl.samenopleiden.local.cli;

import java.io.Console;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import nl.samenopleiden.local.platform.Folders;
import nl.samenopleiden.local.platform.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "reset",
    description = "Stops everything and wipes the data, after asking.",
    mixinStandardHelpOptions = true)
final class ResetCommand implements Callable<Integer> {

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Override
  public Integer call() throws Exception {
    Home home = Home.here();
    if (!Files.exists(home.data())) {
      System.out.println("There is no data.");
      return 0;
    }
    if (!yes && !agreed(home)) {
      System.out.println("Nothing was changed.");
      return 1;
    }
    DownCommand.stop(home);
    Folders.remove(home.data());
    System.out.println("The data is gone; the next ./samen up starts anew.");
    return 0;
  }

  private static boolean agreed(Home home) {
    Console console = System.console();
    if (console == null) {
      throw new SaidException("There is nobody to ask: say ./samen reset --yes");
    }
    String answer = console.readLine("Wipe everything in %s? Type yes to do so: ", home.data());
    return answer != null && answer.strip().equalsIgnoreCase("yes");
  }
}
