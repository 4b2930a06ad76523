package nl.samenopleiden.professionalisation.registration;

import java.util.Optional;
import nl.samenopleiden.platform.store.Decision;

/**
 * How a board wants it.
 *
 * @param asksFirst whether its teachers ask their school leader before they go to a course
 */
record Practice(boolean asksFirst) {

  /** A board that has said nothing: nobody is asked. */
  static final Practice USUAL = new Practice(false);

  /** The board wants this of its practice from now on. */
  record PracticeChanged(boolean asksFirst) {}

  /** Changes it, for whoever registers from now on. */
  static Decision<Practice> change(Optional<Practice> before, boolean asksFirst) {
    return before.isPresent() && before.get().asksFirst() == asksFirst
        ? Decision.unchanged()
        : Decision.accept(new Practice(asksFirst), new PracticeChanged(asksFirst));
  }
}
