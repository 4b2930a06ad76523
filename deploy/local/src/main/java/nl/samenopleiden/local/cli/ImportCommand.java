package nl.samenopleiden.local.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import nl.samenopleiden.local.frontdoor.AtPartnership;
import nl.samenopleiden.local.frontdoor.ImportReport;
import nl.samenopleiden.local.platform.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description = "Brings data in from a file.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "schools FILE")
final class ImportCommand implements Callable<Integer> {

  private static final int BAR = 30;

  @Override
  public Integer call() {
    throw new SaidException("Say what: ./samen import schools FILE");
  }

  @Command(
      name = "schools",
      description = {
        "Imports the national register of school locations (DUO, CSV) as the operator.",
        "Exit code 1 when the file is refused; lines that can't be read are told and left out."
      },
      mixinStandardHelpOptions = true)
  int schools(@Parameters(paramLabel = "FILE") Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new SaidException("There is no file " + file + " that can be read");
    }
    AtPartnership operator = Running.door(Home.here()).as("beheer").partnership();
    Instant start = Instant.now();
    boolean terminal = System.console() != null && System.console().isTerminal();
    ImportReport report =
        operator.importSchools(
            file.getFileName().toString(),
            Files.readAllBytes(file),
            progress -> {
              if (terminal) {
                System.out.print("\r" + bar(progress));
                System.out.flush();
              }
            });
    if (terminal) {
      System.out.println();
    }
    tell(report, Duration.between(start, Instant.now()), operator, System.out);
    return report.isDone() ? 0 : 1;
  }

  private static String bar(ImportReport report) {
    int filled = report.rows() == 0 ? 0 : BAR * report.done() / report.rows();
    return "[%s%s] %,d of %,d"
        .formatted("#".repeat(filled), "-".repeat(BAR - filled), report.done(), report.rows());
  }

  private static void tell(
      ImportReport report, Duration took, AtPartnership operator, PrintStream out) {
    ImportReport.Refusal refusal = report.refusal();
    if (refusal != null) {
      out.println("Refused: " + refusal.message() + " " + refusal.remedy());
    } else {
      out.println(
          "%s after %s: %s (%s, separator '%s')."
              .formatted(
                  report.isDone() ? "Imported" : report.state(),
                  Console.seconds(took),
                  report.inWords(),
                  report.encoding(),
                  report.separator()));
    }
    if (report.rejected() > 0 || refusal != null) {
      var errors = operator.schoolImportErrors(report.id());
      errors
          .items()
          .forEach(
              error ->
                  out.println(
                      "  line %d%s: %s"
                          .formatted(
                              error.line(),
                              error.column() == null ? "" : ", " + error.column(),
                              error.message())));
      if (errors.total() > errors.items().size()) {
        out.println("  … and %,d more.".formatted(errors.total() - errors.items().size()));
      }
    }
  }
}
