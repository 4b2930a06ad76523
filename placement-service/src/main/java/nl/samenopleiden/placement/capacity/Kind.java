package nl.samenopleiden.placement.capacity;

import java.util.Arrays;
import java.util.Optional;

/** What a student comes to do at a school. */
public enum Kind {
  /** A regular practice placement (stage). */
  PRACTICE,
  /** The final placement (afstudeerstage). */
  FINAL,
  /** A placement in which the student profiles on a theme (profileringsstage). */
  PROFILING;

  /** The kind of this name, if there is one. */
  public static Optional<Kind> parse(String text) {
    return Arrays.stream(values()).filter(kind -> kind.name().equals(text.strip())).findFirst();
  }
}
