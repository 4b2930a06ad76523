package nl.samenopleiden.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.jspecify.annotations.Nullable;

/**
 * Where documents are kept: for each collection a map from a document's ordinal to its BSON, in an
 * H2 MVStore. A document is one value of one map, so that it is in the file whole or not at all.
 * Values are bytes that never change, so that a commit can run while documents change in memory.
 */
final class DocumentFile implements AutoCloseable {

  /**
   * Small pages: a commit writes every page that it touched, and most changes touch one document.
   */
  private static final int PAGE_BYTES = 4096;

  private static final int CACHE_MEBIBYTES = 4;

  /** Commits between looks at whether the file has holes to mend. */
  private static final int COMMITS_BETWEEN_TIDYING = 500;

  private static final int TIDY_BELOW_PERCENT = 50;
  private static final int CLOSING_MILLISECONDS = 200;
  private static final int TIDY_BYTES = 2 * 1024 * 1024;

  private final @Nullable MVStore store;
  private volatile long changes;
  private int commits;

  private DocumentFile(@Nullable MVStore store) {
    this.store = store;
  }

  static DocumentFile inMemory() {
    return new DocumentFile(null);
  }

  static DocumentFile open(Path file) {
    try {
      Path directory = file.toAbsolutePath().getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
      MVStore store =
          new MVStore.Builder()
              .fileName(file.toString())
              .autoCommitDisabled()
              .autoCommitBufferSize(0)
              .cacheSize(CACHE_MEBIBYTES)
              .pageSplitSize(PAGE_BYTES)
              .open();
      // Chunks that nothing refers to any more may be written over after a second.
      store.setRetentionTime(1000);
      return new DocumentFile(store);
    } catch (IOException failed) {
      throw new IllegalStateException("Cannot write " + file + ": " + failed, failed);
    } catch (MVStoreException failed) {
      if (failed.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
        throw new IllegalStateException(
            "The database file " + file + " is in use by another process.", failed);
      }
      throw new IllegalStateException(
          "Cannot use the database file " + file + ": " + failed.getMessage(), failed);
    }
  }

  /** The names of the collections in the file, as {@code database.collection}. */
  Set<String> names() {
    return store == null ? Set.of() : new TreeSet<>(store.getMapNames());
  }

  /** Gives what the collection of this name holds, in the order in which it came. */
  void read(String name, BiConsumer<Long, byte[]> each) {
    MVMap<Long, byte[]> map = map(name);
    if (map != null) {
      Cursor<Long, byte[]> cursor = map.cursor(null);
      while (cursor.hasNext()) {
        each.accept(cursor.next(), cursor.getValue());
      }
    }
  }

  @Nullable MVMap<Long, byte[]> map(String name) {
    return store == null
        ? null
        : store.openMap(
            name,
            new MVMap.Builder<Long, byte[]>()
                .keyType(LongDataType.INSTANCE)
                .valueType(ByteArrayDataType.INSTANCE));
  }

  void drop(String name) {
    if (store != null) {
      store.removeMap(name);
      changed();
    }
  }

  void rename(String from, String to) {
    if (store != null) {
      store.renameMap(map(from), to);
      changed();
    }
  }

  /** Tells that there is something new to commit; only within a turn. */
  @SuppressWarnings("NonAtomicOperationOnVolatileField")
  void changed() {
    changes++;
  }

  /** How many changes there have been; nothing is ever to be committed in memory. */
  long changes() {
    return store == null ? 0 : changes;
  }

  /** Writes all changes so far to the file. */
  void commit() {
    if (store != null) {
      store.commit();
      if (++commits % COMMITS_BETWEEN_TIDYING == 0) {
        store.compact(TIDY_BELOW_PERCENT, TIDY_BYTES);
      }
    }
  }

  long size() {
    return store == null ? 0 : store.getFileStore().size();
  }

  @Override
  public void close() {
    if (store != null && !store.isClosed()) {
      store.close(CLOSING_MILLISECONDS);
    }
  }
}
