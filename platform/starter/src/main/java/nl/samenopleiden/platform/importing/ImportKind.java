package nl.samenopleiden.platform.importing;

import java.util.List;
import java.util.Map;

/**
 * One kind of file: its columns, what a row means, and how rows are carried out. Everything else
 * (encoding, broken lines, progress, going on after a crash) is the same for every kind.
 *
 * @param <R> what a row says
 */
public interface ImportKind<R> {

  /** The name, in lower case with dashes; also the collection of its imports. */
  String name();

  /** The columns of the file. */
  List<Column> columns();

  /** What is wrong when two rows have the same {@link Session#key}; a stable code. */
  String duplicate();

  /** The column by which rows are told apart. */
  String keyColumn();

  /** Reads a row: pure. */
  Reading<R> read(Row row);

  /** Begins, or after a crash begins again, to carry out a file. */
  Session<R> begin(ImportRun run);

  /**
   * A row that was read.
   *
   * @param row as it stands in the file
   * @param value what it says
   */
  record Entry<R>(Row row, R value) {}

  /** Carrying out one file. */
  interface Session<R> {

    /** What makes a row the only one of its kind in a file. */
    String key(R value);

    /**
     * Carries out some rows. Repeating it must do no harm: after a crash the last rows come again.
     *
     * @return what each row led to, in the same order
     */
    List<Effect> apply(List<Entry<R>> rows);

    /** Told of rows that were carried out before a crash. */
    default void carriedOutBefore(List<Entry<R>> rows) {}

    /** Told of a row that was left out: what can be read of it, which may be nothing. */
    default void leftOut(Map<String, String> values) {}

    /**
     * Ends the work.
     *
     * @return further numbers for the report, by name
     */
    default Map<String, Integer> finish() {
      return Map.of();
    }
  }
}
