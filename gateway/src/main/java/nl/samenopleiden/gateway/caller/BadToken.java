package nl.samenopleiden.gateway.caller;

import org.springframework.security.core.AuthenticationException;

/** A token that is not good: not of our issuer, not for us, expired, or not signed as it should. */
public final class BadToken extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  /** Says why, for operators. */
  public BadToken(String why) {
    super(why);
  }

  /** An expected answer: what called whom does not matter. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
