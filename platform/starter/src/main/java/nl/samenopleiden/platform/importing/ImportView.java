package nl.samenopleiden.platform.importing;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An import as it is shown.
 *
 * @param state {@code RUNNING}, {@code DONE}, {@code REFUSED} or {@code FAILED}
 * @param encoding how the file is written, as it was found
 * @param separator what stands between two values, as it was found
 * @param rows how many rows the file has
 * @param done how many of them were dealt with so far
 * @param moved how many of the changed went from one owner to another
 * @param rejected how many rows were left out
 * @param numbers further numbers of this kind of import, each under its own name
 * @param refusal why the whole file was refused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportView(
    String id,
    Import.State state,
    String fileName,
    @Nullable String encoding,
    @Nullable String separator,
    int rows,
    int done,
    int added,
    int changed,
    int moved,
    int unchanged,
    int rejected,
    @JsonAnyGetter Map<String, Integer> numbers,
    @Nullable RefusalView refusal,
    Instant startedAt,
    @Nullable Instant finishedAt) {

  /**
   * Why a file was refused.
   *
   * @param code stable
   * @param message in the reader's language
   * @param remedy what to do now
   */
  public record RefusalView(String code, String message, String remedy) {}

  /**
   * Why a line was left out.
   *
   * @param code stable
   * @param message in the reader's language
   */
  public record ProblemView(int line, @Nullable String column, String code, String message) {}

  public ImportView {
    numbers = Map.copyOf(numbers);
  }

  /** A further number, if this import has it. */
  public @Nullable Integer number(String name) {
    return numbers.get(name);
  }

  /** Names the words for the separator. */
  public String separatorKey() {
    return switch (separator == null ? "" : separator) {
      case "," -> "comma";
      case "\t" -> "tab";
      case "|" -> "bar";
      default -> "semicolon";
    };
  }

  /** Whether nothing more will happen. */
  public boolean finished() {
    return state != Import.State.RUNNING;
  }
}
