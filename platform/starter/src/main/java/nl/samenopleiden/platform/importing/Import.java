package nl.samenopleiden.platform.importing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An import as it stands in the database: what it works on, how far it is, and what came of it.
 *
 * @param by the person who started it
 * @param fileName as the person's computer calls it; may be empty
 * @param state how it is
 * @param encoding as it was found; null until the file was opened
 * @param separator as it was found
 * @param rows how many rows the file has
 * @param done how many of them were dealt with
 * @param moved how many of the changed went from one owner to another
 * @param rejected how many rows were left out; their problems are listed
 * @param numbers further numbers of this kind of import
 * @param refusal why the whole file was refused; a stable code
 * @param refusalArguments for its words
 * @param runner which process works on it
 * @param aliveUntil when another process may take over
 * @param attempts how many times it was begun
 */
public record Import(
    String id,
    String by,
    String fileName,
    State state,
    @Nullable String encoding,
    @Nullable String separator,
    int rows,
    int done,
    int added,
    int changed,
    int moved,
    int unchanged,
    int rejected,
    @Nullable Map<String, Integer> numbers,
    @Nullable String refusal,
    @Nullable List<String> refusalArguments,
    Instant startedAt,
    @Nullable Instant finishedAt,
    String runner,
    Instant aliveUntil,
    int attempts) {

  /** How an import is. */
  public enum State {
    /** Being worked on; or, after a crash, soon again. */
    RUNNING,
    /** Every row was dealt with. */
    DONE,
    /** The file was refused as a whole. */
    REFUSED,
    /** Given up after it was begun too many times; what was done stays done. */
    FAILED
  }

  /** A number of this kind of import, if it has it. */
  public @Nullable Integer number(String name) {
    return numbers == null ? null : numbers.get(name);
  }
}
