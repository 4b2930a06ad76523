package nl.samenopleiden.platform.tenancy;

import java.util.Set;

/** Which boards and pabos work together, as every service knows from events. */
@FunctionalInterface
public interface Partnerships {

  /** The pabos of a board, or the boards of a pabo, with a partnership in force. */
  Set<Owner> partnersOf(Owner owner);
}
