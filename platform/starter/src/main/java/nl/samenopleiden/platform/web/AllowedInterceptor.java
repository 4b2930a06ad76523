package nl.samenopleiden.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import nl.samenopleiden.platform.tenancy.Caller;
import org.slf4j.MDC;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds every endpoint of ours to its {@link Allowed}. */
final class AllowedInterceptor implements HandlerInterceptor {

  static final Refusal FORBIDDEN = new Refusal("forbidden", 403, null, List.of());

  private final Callers callers;

  AllowedInterceptor(Callers callers) {
    this.callers = callers;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method)
        || !method.getBeanType().getName().startsWith("nl.samenopleiden.")) {
      return true;
    }
    Allowed allowed = policy(method);
    if (allowed != null && allowed.publicly()) {
      return true;
    }
    Caller caller = callers.current().orElseThrow(() -> new RefusedException(FORBIDDEN));
    if (allowed == null || (allowed.value().length > 0 && !caller.is(allowed.value()))) {
      throw new RefusedException(FORBIDDEN);
    }
    MDC.put("tenant", caller.home().toString());
    return true;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @org.jspecify.annotations.Nullable Exception failure) {
    MDC.remove("tenant");
  }

  static @org.jspecify.annotations.Nullable Allowed policy(HandlerMethod method) {
    Allowed own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Allowed.class);
    return own != null
        ? own
        : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Allowed.class);
  }
}
