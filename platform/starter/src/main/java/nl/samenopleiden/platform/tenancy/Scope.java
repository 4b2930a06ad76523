package nl.samenopleiden.platform.tenancy;

import java.util.Set;
import java.util.TreeSet;

/**
 * Whose data a use case may touch. There is no scope of 'everybody': every owner in it was derived
 * from a verified token and the partnerships, or from an event's own owner.
 *
 * @param owners at least one
 */
public record Scope(Set<Owner> owners) {

  public Scope {
    owners = Set.copyOf(owners);
    if (owners.isEmpty()) {
      throw new IllegalArgumentException("a scope has at least one owner");
    }
  }

  /** Just these owners. */
  public static Scope of(Owner... owners) {
    return new Scope(Set.of(owners));
  }

  /** Whether data of this owner may be touched. */
  public boolean contains(Owner owner) {
    return owners.contains(owner);
  }

  /** The owners' text forms, sorted. */
  public Set<String> texts() {
    Set<String> texts = new TreeSet<>();
    owners.forEach(owner -> texts.add(owner.toString()));
    return texts;
  }
}
