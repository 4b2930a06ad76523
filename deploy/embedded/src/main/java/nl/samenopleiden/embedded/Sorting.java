package nl.samenopleiden.embedded;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.stream.Stream;

/** Sorts documents by keys that are read once for each document, not once for each comparison. */
final class Sorting {

  private record Keyed(Object[] keys, Document document) {}

  private final List<String> fields;
  private final boolean[] descending;

  Sorting(Document order) {
    fields = List.copyOf(order.keySet());
    descending = new boolean[fields.size()];
    for (int at = 0; at < descending.length; at++) {
      descending[at] = order.get(fields.get(at)) instanceof Number way && way.intValue() < 0;
    }
  }

  Stream<Document> sort(Stream<Document> documents) {
    return documents.map(this::keyed).sorted(this::compare).map(Keyed::document);
  }

  private Keyed keyed(Document document) {
    Object[] keys = new Object[descending.length];
    for (int at = 0; at < keys.length; at++) {
      keys[at] = Utils.getSubdocumentValueCollectionAware(document, fields.get(at));
    }
    return new Keyed(keys, document);
  }

  private int compare(Keyed one, Keyed other) {
    for (int at = 0; at < descending.length; at++) {
      Object left = one.keys()[at];
      Object right = other.keys()[at];
      if (left instanceof String text && right instanceof String otherText) {
        int order = text.compareTo(otherText);
        if (order != 0) {
          return descending[at] ? -order : order;
        }
      } else {
        int order =
            (descending[at] ? ValueComparator.desc() : ValueComparator.asc()).compare(left, right);
        if (order != 0) {
          return order;
        }
      }
    }
    return 0;
  }
}
