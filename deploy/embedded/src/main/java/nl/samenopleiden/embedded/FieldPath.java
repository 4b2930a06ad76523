package nl.samenopleiden.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The way to a field, as {@code state.themes} or {@code outbox.0}. */
final class FieldPath {

  /** Stands for what lies behind an array of documents: several values, or none. */
  static final Object BRANCHED = new Object();

  private final String[] steps;

  private FieldPath(String[] steps) {
    this.steps = steps;
  }

  /** Null for a name that the library shall judge. */
  static @Nullable FieldPath of(String name) {
    String[] steps = name.split("\\.", -1);
    for (String step : steps) {
      if (step.isEmpty() || step.startsWith("$")) {
        return null;
      }
    }
    return new FieldPath(steps);
  }

  /** What stands there: a value, null, {@link Missing}, or {@link #BRANCHED}. */
  @Nullable Object in(Document document) {
    @Nullable Object value = document;
    for (String step : steps) {
      if (value instanceof Document inner) {
        value = inner.getOrMissing(step);
      } else if (value instanceof List<?> list) {
        int place = place(step);
        if (place < 0) {
          return BRANCHED;
        }
        value = place < list.size() ? list.get(place) : Missing.getInstance();
      } else {
        return Missing.getInstance();
      }
    }
    return value;
  }

  private static int place(String step) {
    if (step.length() > 6) {
      return -1;
    }
    int place = 0;
    for (int at = 0; at < step.length(); at++) {
      int digit = step.charAt(at) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      place = place * 10 + digit;
    }
    return place;
  }

  /**
   * Whether equality with this value is that of {@link #normal} values: no patterns, no documents.
   */
  static boolean isPlain(@Nullable Object value) {
    return value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Instant
        || value instanceof ObjectId
        || value instanceof UUID;
  }

  /** The same for values that MongoDB takes as equal: 1, 1L and 1.0. */
  static Object normal(Object value) {
    if (value instanceof Number number) {
      double real = number.doubleValue();
      if (value instanceof Long whole && whole != (long) real) {
        return value;
      }
      return real == 0 ? 0.0 : real;
    }
    return value;
  }
}
