package nl.samenopleiden.local.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Dutch or English: the cookie that the whole platform has, or what the browser asks for. */
@Configuration(proxyBeanMethods = false)
class Language {

  private static final Locale DUTCH = Locale.of("nl");
  private static final List<Locale> ALL = List.of(DUTCH, Locale.ENGLISH);

  @Bean
  LocaleResolver localeResolver() {
    CookieLocaleResolver resolver = new CookieLocaleResolver("lang");
    resolver.setDefaultLocaleFunction(request -> best(request.getHeader("Accept-Language")));
    resolver.setRejectInvalidCookies(false);
    return resolver;
  }

  private static Locale best(@Nullable String wanted) {
    if (wanted == null || wanted.isBlank()) {
      return DUTCH;
    }
    try {
      @Nullable Locale found = Locale.lookup(Locale.LanguageRange.parse(wanted), ALL);
      return found == null ? DUTCH : found;
    } catch (IllegalArgumentException nonsense) {
      return DUTCH;
    }
  }

  /** What the layout of every page shows. */
  record Layout(String language, String path, String gateway) {}

  @ControllerAdvice
  static final class LayoutModel {

    private final IdentitySettings settings;

    LayoutModel(IdentitySettings settings) {
      this.settings = settings;
    }

    @ModelAttribute("layout")
    Layout layout(HttpServletRequest request) {
      String language = LocaleContextHolder.getLocale().getLanguage();
      return new Layout(
          language.equals("en") ? "en" : "nl",
          request.getRequestURI(),
          settings.publicUrl().toString());
    }
  }

  @Controller
  static final class Switch {

    private final LocaleResolver resolver;

    Switch(LocaleResolver resolver) {
      this.resolver = resolver;
    }

    @GetMapping("/lang")
    String to(
        @RequestParam String to,
        @RequestParam(defaultValue = "/") String back,
        HttpServletRequest request,
        HttpServletResponse response) {
      resolver.setLocale(request, response, to.equals("en") ? Locale.ENGLISH : DUTCH);
      // Only to a page of our own.
      return back.matches("/[A-Za-z0-9-][A-Za-z0-9/-]*") ? "redirect:" + back : "redirect:/";
    }
  }
}
