package nl.samenopleiden.platform.store;

import java.util.List;
import nl.samenopleiden.platform.web.Refusal;

/**
 * What deciding gave: a new state with the facts that led to it, or a refusal. Deciding is pure: no
 * clock, no database.
 */
public sealed interface Decision<S> {

  /**
   * The command is accepted.
   *
   * @param state the aggregate as it becomes
   * @param facts what happened, in the past tense, in order; told to the other services
   */
  record Accepted<S>(S state, List<Object> facts) implements Decision<S> {
    public Accepted {
      facts = List.copyOf(facts);
    }
  }

  /** Nothing needs to change; the command had been carried out before. */
  record Unchanged<S>() implements Decision<S> {}

  /** The command is refused, and nothing changes. */
  record Refused<S>(Refusal refusal) implements Decision<S> {}

  /** Accepts with these facts. */
  static <S> Decision<S> accept(S state, Object... facts) {
    return new Accepted<>(state, List.of(facts));
  }

  /** Leaves everything as it is. */
  static <S> Decision<S> unchanged() {
    return new Unchanged<>();
  }

  /** Refuses. */
  static <S> Decision<S> refuse(Refusal refusal) {
    return new Refused<>(refusal);
  }
}
