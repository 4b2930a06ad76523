package nl.samenopleiden.embedded;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client still gets of what it asked for, in replies that are small enough: the driver
 * refuses one of more than 48 MB, and the library puts everything in the first.
 */
final class Batches extends AbstractCursor {

  /** How many documents a reply holds when the client does not say; large ones are fewer. */
  static final int USUAL = 5000;

  private static final long MOST_BYTES = 8 << 20;

  private List<Document> remaining;

  Batches(long id, List<Document> documents) {
    super(id);
    this.remaining = documents;
  }

  @Override
  public boolean isEmpty() {
    return remaining.isEmpty();
  }

  @Override
  public List<Document> takeDocuments(int most) {
    int count = 0;
    long bytes = 0;
    while (count < remaining.size() && count < most && bytes < MOST_BYTES) {
      bytes += bytes(remaining.get(count++));
    }
    List<Document> taken = remaining.subList(0, count);
    remaining = remaining.subList(count, remaining.size());
    return taken;
  }

  /** What is left stays as it was found, whatever others change. */
  void freeze() {
    remaining = remaining.stream().map(Document::cloneDeeply).toList();
  }

  /** About how many there are in BSON, rather too many than too few. */
  private static long bytes(@Nullable Object value) {
    return switch (value) {
      case String text -> 8 + 2L * text.length();
      case Document document -> {
        long sum = 8;
        for (var field : document.entrySet()) {
          sum += 4 + field.getKey().length() + bytes(field.getValue());
        }
        yield sum;
      }
      case Collection<?> several -> {
        long sum = 8;
        for (Object each : several) {
          sum += 8 + bytes(each);
        }
        yield sum;
      }
      case null, default -> 24;
    };
  }
}
