package nl.samenopleiden.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A filter made ready to be asked of many documents. The library takes it apart anew for each
 * document, which is what makes its scans slow. Here the simple conditions on simple values are
 * decided directly; everything else is still asked of the library, condition by condition.
 */
final class Filter implements Predicate<Document> {

  /** A condition that only documents with one of these (normal) values in this field can fulfil. */
  record Equality(String field, Collection<Object> values) {}

  private final List<Predicate<Document>> conditions = new ArrayList<>();
  private final List<Equality> equalities = new ArrayList<>();
  private final BiPredicate<Document, Document> library;

  /**
   * @param library whether a document matches a query, as the library sees it
   */
  Filter(Document query, BiPredicate<Document, Document> library) {
    this.library = library;
    add(query);
  }

  @Override
  public boolean test(Document document) {
    for (Predicate<Document> condition : conditions) {
      if (!condition.test(document)) {
        return false;
      }
    }
    return true;
  }

  /** Those by which an index can find the candidates. */
  List<Equality> equalities() {
    return equalities;
  }

  private void add(Document query) {
    query.forEach(this::add);
  }

  private void add(String name, @Nullable Object wanted) {
    if (name.equals("$and")
        && wanted instanceof List<?> all
        && !all.isEmpty()
        && all.stream().allMatch(Document.class::isInstance)) {
      all.forEach(each -> add((Document) each));
      return;
    }
    Document asked = new Document(name, wanted);
    FieldPath path = FieldPath.of(name);
    Predicate<@Nullable Object> test = path == null ? null : test(name, wanted);
    if (path == null || test == null) {
      conditions.add(document -> library.test(document, asked));
      return;
    }
    conditions.add(
        document -> {
          Object value = path.in(document);
          return value == FieldPath.BRANCHED || value instanceof Collection
              ? library.test(document, asked)
              : test.test(value);
        });
  }

  /** Null when this is left to the library. */
  private @Nullable Predicate<@Nullable Object> test(String name, @Nullable Object wanted) {
    if (FieldPath.isPlain(wanted)) {
      return oneOf(name, List.of(wanted));
    }
    if (wanted instanceof BsonRegularExpression pattern) {
      return value ->
          !Missing.isNullOrMissing(value) && pattern.matcher(String.valueOf(value)).find();
    }
    if (!(wanted instanceof Document operators) || operators.isEmpty()) {
      return null;
    }
    Predicate<@Nullable Object> all = null;
    for (Map.Entry<String, Object> each : operators.entrySet()) {
      Predicate<@Nullable Object> one = operator(name, each.getKey(), each.getValue());
      if (one == null) {
        return null;
      }
      all = all == null ? one : all.and(one);
    }
    return all;
  }

  private @Nullable Predicate<@Nullable Object> operator(
      String name, String operator, @Nullable Object wanted) {
    if (operator.equals("$exists")) {
      boolean there = Utils.isTrue(wanted);
      return value -> (value instanceof Missing) != there;
    }
    if (operator.equals("$in")
        && wanted instanceof Collection<?> several
        && several.stream().allMatch(FieldPath::isPlain)) {
      return oneOf(name, several);
    }
    if (wanted == null || !FieldPath.isPlain(wanted)) {
      return null;
    }
    return switch (operator) {
      case "$eq" -> oneOf(name, List.of(wanted));
      case "$ne" -> {
        Object unwanted = FieldPath.normal(wanted);
        yield value -> value == null || !FieldPath.normal(value).equals(unwanted);
      }
      case "$gt" -> compared(wanted, order -> order > 0);
      case "$gte" -> compared(wanted, order -> order >= 0);
      case "$lt" -> compared(wanted, order -> order < 0);
      case "$lte" -> compared(wanted, order -> order <= 0);
      default -> null;
    };
  }

  private Predicate<@Nullable Object> oneOf(String name, Collection<?> wanted) {
    Set<Object> values = new HashSet<>();
    wanted.forEach(each -> values.add(FieldPath.normal(each)));
    equalities.add(new Equality(name, values));
    return value -> value != null && values.contains(FieldPath.normal(value));
  }

  /** Only values of one kind have an order in a filter. */
  private static Predicate<@Nullable Object> compared(Object wanted, IntPredicate order) {
    return value ->
        value != null
            && (value.getClass() == wanted.getClass()
                || value instanceof Number && wanted instanceof Number)
            && order.test(ValueComparator.asc().compare(value, wanted));
  }
}
