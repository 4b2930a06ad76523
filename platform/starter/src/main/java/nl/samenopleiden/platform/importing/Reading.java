package nl.samenopleiden.platform.importing;

import java.util.List;

/**
 * What a row says, or what is wrong with it.
 *
 * @param <R> what a row of this kind of file says
 */
public sealed interface Reading<R> {

  /** The row says this. */
  record Good<R>(R value) implements Reading<R> {}

  /** The row is left out; at least one problem. */
  record Bad<R>(List<LineProblem> problems) implements Reading<R> {
    public Bad {
      problems = List.copyOf(problems);
    }
  }
}
