package nl.samenopleiden.platform.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nl.samenopleiden.platform.tenancy.Role;

/**
 * Who may call an endpoint; on its method, or on the class for all its methods. An endpoint without
 * it is refused to everybody, and fails the build.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {

  /** The roles, one of which the caller must have; none means that everyone who signed in may. */
  Role[] value() default {};

  /**
   * Whether also somebody who did not sign in may. It takes three to open a door: this, a path
   * under {@code /<service>/public/} or {@code /api/<service>/public/}, and {@code GET}.
   */
  boolean publicly() default false;
}
