package nl.samenopleiden.gateway.problems;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpCookie;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.LocaleContextResolver;

/** The languages that there are words for, and which of them a reader gets. */
@Configuration(proxyBeanMethods = false)
public class Languages {

  /** The cookie with the language that a reader chose. */
  public static final String COOKIE = "lang";

  private static final Locale DUTCH = Locale.of("nl");
  private static final List<Locale> ALL = List.of(DUTCH, Locale.ENGLISH);

  /** The language of this text form, when there are words for it. */
  public static @Nullable Locale named(@Nullable String text) {
    return ALL.stream()
        .filter(locale -> locale.getLanguage().equals(text))
        .findFirst()
        .orElse(null);
  }

  /**
   * The language that this reader gets: the chosen one, else what the browser asks for, else Dutch.
   */
  public static Locale of(ServerWebExchange exchange) {
    HttpCookie cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
    Locale chosen = cookie == null ? null : named(cookie.getValue());
    if (chosen != null) {
      return chosen;
    }
    try {
      List<Locale.LanguageRange> wanted = exchange.getRequest().getHeaders().getAcceptLanguage();
      Locale found = wanted.isEmpty() ? null : Locale.lookup(wanted, ALL);
      return found == null ? DUTCH : found;
    } catch (IllegalArgumentException nonsense) {
      return DUTCH;
    }
  }

  @Bean
  MessageSource messageSource() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasenames("messages", "platform-messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    messages.setDefaultLocale(DUTCH);
    messages.setAlwaysUseMessageFormat(true);
    return messages;
  }

  @Bean
  LocaleContextResolver localeContextResolver() {
    return new LocaleContextResolver() {
      @Override
      public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
        return new SimpleLocaleContext(of(exchange));
      }

      @Override
      public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext context) {
        throw new UnsupportedOperationException("the reader chooses, at /lang");
      }
    };
  }
}
