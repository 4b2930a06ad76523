package nl.samenopleiden.platform.web;

/**
 * Carries a refusal out of a page's or an endpoint's method where a typed result does not fit, for
 * example when what the path names is not there. Never thrown by deciding code.
 */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  /** Answers with this refusal. */
  public RefusedException(Refusal refusal) {
    super(refusal.type(), null, false, false);
    this.refusal = refusal;
  }

  /** What is asked for does not exist, or is not the caller's to see. */
  public static RefusedException notFound() {
    return new RefusedException(Refusal.NOT_FOUND);
  }

  /** Why. */
  public Refusal refusal() {
    return refusal;
  }
}
