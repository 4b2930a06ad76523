package nl.samenopleiden.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which documents can have a value in a field. It may name too many (they are all checked), never
 * too few. Made by the collection itself when a field is first asked for, in memory only.
 */
final class FieldIndex {

  private static final Comparator<Slot> IN_ORDER = Comparator.comparingLong(slot -> slot.ordinal);

  /** Documents whose values lie behind arrays of documents are candidates for every value. */
  private static final Object ANY = new Object();

  private final FieldPath path;
  private final Map<Object, Set<Slot>> slots = new HashMap<>();

  FieldIndex(FieldPath path) {
    this.path = path;
  }

  void add(Slot slot, Document document) {
    values(document).forEach(value -> add(value, slot));
  }

  void remove(Slot slot, Document document) {
    values(document).forEach(value -> remove(value, slot));
  }

  void update(Slot slot, Document before, Document after) {
    Set<Object> old = values(before);
    Set<Object> now = values(after);
    if (!old.equals(now)) {
      old.forEach(value -> remove(value, slot));
      now.forEach(value -> add(value, slot));
    }
  }

  /** At most how many documents have one of these values. */
  long most(Collection<Object> wanted) {
    return wanted.stream().mapToLong(value -> of(value).size()).sum() + of(ANY).size();
  }

  /** The documents that can have one of these values, in the order in which they came. */
  Stream<Slot> candidates(Collection<Object> wanted) {
    if (wanted.size() == 1 && of(ANY).isEmpty()) {
      return of(wanted.iterator().next()).stream();
    }
    Set<Slot> all = new TreeSet<>(IN_ORDER);
    wanted.forEach(value -> all.addAll(of(value)));
    all.addAll(of(ANY));
    return all.stream();
  }

  private Set<Slot> of(Object value) {
    return slots.getOrDefault(value, Set.of());
  }

  private void add(Object value, Slot slot) {
    slots.computeIfAbsent(value, _ -> new TreeSet<>(IN_ORDER)).add(slot);
  }

  private void remove(Object value, Slot slot) {
    Set<Slot> left = slots.get(value);
    if (left != null && left.remove(slot) && left.isEmpty()) {
      slots.remove(value);
    }
  }

  private Set<Object> values(Document document) {
    Object value = path.in(document);
    if (value == FieldPath.BRANCHED) {
      return Set.of(ANY);
    }
    if (value instanceof Collection<?> several) {
      Set<Object> all = new HashSet<>();
      several.forEach(each -> all.add(FieldPath.isPlain(each) ? FieldPath.normal(each) : ANY));
      return all;
    }
    return value != null && FieldPath.isPlain(value) ? Set.of(FieldPath.normal(value)) : Set.of();
  }
}
