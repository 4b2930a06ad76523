package nl.samenopleiden.local.cli;

import java.io.PrintStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.samenopleiden.local.frontdoor.NoAnswerException;
import nl.samenopleiden.local.frontdoor.RefusedException;
import nl.samenopleiden.local.platform.Ports;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one command that people type. */
@Command(
    name = "./samen",
    description = "Samen opleiden op maat: the whole platform on this machine.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      UsersCommand.class,
      TokenCommand.class,
      ImportCommand.class,
      StoryCommand.class,
      TestCommand.class,
      BenchCommand.class,
      ResetCommand.class,
      WarmUpCommand.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "",
      "Begin with ./samen up; ./samen COMMAND --help tells more about one of them.",
      "Exit codes: 0 it worked, 1 it did not, 2 the command was not understood."
    })
public final class Samen implements Runnable {

  public static void main(String[] arguments) {
    // Libraries have nothing to tell a person here.
    Logger.getLogger("").setLevel(Level.SEVERE);
    System.exit(commandLine(System.err).execute(arguments));
  }

  static CommandLine commandLine(PrintStream errors) {
    return new CommandLine(new Samen())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (failure, _, _) -> {
              if (isForPeople(failure)) {
                errors.println("samen: " + failure.getMessage());
              } else {
                failure.printStackTrace(errors);
              }
              return 1;
            });
  }

  /** Whether the message alone says what to do. */
  private static boolean isForPeople(Exception failure) {
    return failure instanceof SaidException
        || failure instanceof Ports.TakenException
        || failure instanceof RefusedException
        || failure instanceof NoAnswerException
        || failure instanceof IllegalArgumentException;
  }

  @Override
  public void run() {
    new CommandLine(this).usage(System.out);
  }
}
