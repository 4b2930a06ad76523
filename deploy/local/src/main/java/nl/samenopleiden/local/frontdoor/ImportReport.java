package nl.samenopleiden.local.frontdoor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How an import of a file goes, or went.
 *
 * @param state {@code RUNNING}, {@code DONE}, {@code REFUSED} or {@code FAILED}
 * @param rejected how many lines were left out
 * @param refusal why the whole file was refused
 */
public record ImportReport(
    String id,
    String state,
    @Nullable String encoding,
    @Nullable String separator,
    int rows,
    int done,
    int added,
    int changed,
    int unchanged,
    int rejected,
    @Nullable Integer closed,
    @Nullable Refusal refusal) {

  private static final Duration MOST = Duration.ofMinutes(10);

  /** Why a whole file was refused, and what to do. */
  public record Refusal(String code, String message, String remedy) {}

  /** Why one line was left out. */
  public record LineError(int line, @Nullable String column, String code, String message) {}

  /** The first lines that were left out. */
  public record LineErrors(List<LineError> items, long total) {}

  public boolean isRunning() {
    return state.equals("RUNNING");
  }

  public boolean isDone() {
    return state.equals("DONE");
  }

  /** What came of it, in words. */
  public String inWords() {
    return "%,d rows: %,d added, %,d changed, %,d unchanged, %,d rejected"
        .formatted(rows, added, changed, unchanged, rejected);
  }

  /** Uploads a file and waits for its import to end, telling how it goes. */
  static ImportReport follow(
      Visitor visitor, String path, String fileName, byte[] content, Consumer<ImportReport> tell) {
    String location =
        visitor
            .upload(path, fileName, content)
            .location()
            .map(ImportReport::pathOf)
            .orElseThrow(() -> new IllegalStateException(path + " told no location"));
    return Patience.until(
        "the import of " + fileName,
        MOST,
        () -> {
          ImportReport report = visitor.get(location, ImportReport.class);
          tell.accept(report);
          return report.isRunning() ? Optional.empty() : Optional.of(report);
        });
  }

  private static String pathOf(String location) {
    return java.net.URI.create(location).getRawPath();
  }
}
