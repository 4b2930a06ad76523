package nl.samenopleiden.gateway.problems;

/** Carries a problem out of a filter or a handler to where it is told. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** Answers with this problem. */
  public Refused(Problem problem) {
    super(problem.type(), null, false, false);
    this.problem = problem;
  }

  /** Why. */
  public Problem problem() {
    return problem;
  }
}
