package nl.samenopleiden.events.evening;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far everyone whom it concerns has been told: that they are invited, or that it is called off.
 * It is a place in the order of organisations and of people's keys, so that telling goes on where
 * it was, whatever fell over.
 *
 * @param organisations whose people are told, in order
 * @param people how many there are to tell
 * @param told how many have been told
 * @param after the last one who was told, as {@code organisation/key}; null at the start
 * @param finished whether nobody is left
 */
public record Telling(
    List<String> organisations, int people, int told, @Nullable String after, boolean finished) {

  public Telling {
    organisations = organisations.stream().sorted().toList();
  }

  static Telling of(List<String> organisations, int people) {
    return new Telling(organisations, people, 0, null, false);
  }

  /** After these people have been told. */
  public Telling on(int more, String last) {
    return new Telling(organisations, people, told + more, last, false);
  }

  /** When nobody is left: how many there turned out to be is how many there were. */
  public Telling done() {
    return new Telling(organisations, told, told, after, true);
  }
}
