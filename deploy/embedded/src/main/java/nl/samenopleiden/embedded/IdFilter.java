package nl.samenopleiden.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ids that a filter asks for, and what it asks besides; the library itself looks up by id only
 * when a filter holds nothing else.
 *
 * @param ids one of these
 * @param rest what remains to be checked of the documents that have these ids
 */
record IdFilter(Collection<?> ids, Document rest) {

  /** Null when the filter does not hold to certain ids. */
  static @Nullable IdFilter in(Document filter) {
    Collection<?> ids = ids(filter.get("_id"));
    if (ids != null) {
      Document rest = filter.clone();
      rest.remove("_id");
      return new IdFilter(ids, rest);
    }
    if (filter.get("$and") instanceof List<?> all) {
      for (int at = 0; at < all.size(); at++) {
        if (all.get(at) instanceof Document part) {
          IdFilter inner = in(part);
          if (inner != null) {
            List<Object> others = new ArrayList<>(all);
            others.set(at, inner.rest());
            Document rest = filter.clone();
            rest.put("$and", others);
            return new IdFilter(inner.ids(), rest);
          }
        }
      }
    }
    return null;
  }

  /** The documents that have one of the ids, in the order in which they came. */
  Stream<Slot> find(UniqueIndex index) {
    if (ids.size() == 1) {
      return Stream.ofNullable(index.find(ids.iterator().next()));
    }
    return ids.stream()
        .map(index::find)
        .filter(Objects::nonNull)
        .distinct()
        .sorted(Comparator.comparingLong(slot -> slot.ordinal));
  }

  private static @Nullable Collection<?> ids(@Nullable Object condition) {
    if (FieldPath.isPlain(condition)) {
      return List.of(Objects.requireNonNull(condition));
    }
    if (condition instanceof Document operators && operators.size() == 1) {
      Object equal = operators.get("$eq");
      if (FieldPath.isPlain(equal)) {
        return List.of(Objects.requireNonNull(equal));
      }
      if (operators.get("$in") instanceof Collection<?> several
          && several.stream().allMatch(FieldPath::isPlain)) {
        return several;
      }
    }
    return null;
  }
}
