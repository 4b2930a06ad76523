package nl.samenopleiden.local.cli;

import java.util.concurrent.Callable;
import nl.samenopleiden.local.platform.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "token",
    description = "Prints an access token of a demonstration user, for trying the APIs.",
    mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

  @Parameters(paramLabel = "USER", description = "A user name, see ./samen users.")
  private String user = "";

  @Override
  public Integer call() {
    System.out.println(Running.door(Home.here()).token(user));
    return 0;
  }
}
