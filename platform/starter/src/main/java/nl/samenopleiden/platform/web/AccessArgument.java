package nl.samenopleiden.platform.web;

import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Partnerships;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives endpoints their {@link Access}. */
final class AccessArgument implements HandlerMethodArgumentResolver {

  private final Callers callers;
  private final Partnerships partnerships;

  AccessArgument(Callers callers, Partnerships partnerships) {
    this.callers = callers;
    this.partnerships = partnerships;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Access.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return new Access(
        callers.current().orElseThrow(() -> new RefusedException(AllowedInterceptor.FORBIDDEN)),
        partnerships);
  }
}
