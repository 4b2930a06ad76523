package nl.samenopleiden.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import nl.samenopleiden.platform.tenancy.Caller;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout of every page shows: the service, who is signed in, the language. */
@ControllerAdvice
final class LayoutModel {

  private final Callers callers;
  private final String service;

  LayoutModel(Callers callers, @Value("${spring.application.name}") String service) {
    this.callers = callers;
    this.service = service;
  }

  /** What the layout shows. */
  record Layout(
      String service, String personName, boolean signedIn, String language, String path) {}

  @ModelAttribute("layout")
  Layout layout(HttpServletRequest request) {
    Optional<Caller> caller = callers.current();
    return new Layout(
        service,
        caller.map(Caller::name).orElse(""),
        caller.isPresent(),
        LocaleContextHolder.getLocale().getLanguage(),
        request.getRequestURI());
  }
}
