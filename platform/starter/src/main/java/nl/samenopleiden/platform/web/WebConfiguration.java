package nl.samenopleiden.platform.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import nl.samenopleiden.platform.inbox.InboxConfiguration;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Partnerships;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Pages and APIs of every service: language, policy, problems, the shared layout's assets. */
@AutoConfiguration(
    after = InboxConfiguration.class,
    beforeName = {
      "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
      "org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration"
    })
@Import({ApiProblemAdvice.class, LayoutModel.class})
public class WebConfiguration {

  /** The languages that there are words for; the first is the default. */
  static final List<Locale> LANGUAGES = List.of(Locale.of("nl"), Locale.ENGLISH);

  static {
    // Made from the token, never from what a client sends: not a parameter of the API.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Access.class);
  }

  @Bean
  MessageSource messageSource() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasenames("messages", "platform-messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    messages.setDefaultLocale(LANGUAGES.getFirst());
    messages.setAlwaysUseMessageFormat(true);
    return messages;
  }

  @Bean
  LocaleResolver localeResolver() {
    CookieLocaleResolver resolver = new CookieLocaleResolver("lang");
    resolver.setDefaultLocaleFunction(
        request -> {
          String wanted = request.getHeader("Accept-Language");
          if (wanted == null || wanted.isBlank()) {
            return LANGUAGES.getFirst();
          }
          try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(wanted), LANGUAGES);
            return found == null ? LANGUAGES.getFirst() : found;
          } catch (IllegalArgumentException nonsense) {
            return LANGUAGES.getFirst();
          }
        });
    resolver.setRejectInvalidCookies(false);
    return resolver;
  }

  @Bean
  Policies policies(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> endpoints) {
    return new Policies(endpoints);
  }

  @Bean
  Problems problems(MessageSource messages) {
    return new Problems(messages);
  }

  @Bean
  WebMvcConfigurer samenWeb(
      Callers callers,
      Partnerships partnerships,
      @Value("${spring.application.name}") String service) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AllowedInterceptor(callers));
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AccessArgument(callers, partnerships));
        resolvers.add(new PageArgument());
      }

      @Override
      public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry
            .addResourceHandler("/" + service + "/assets/**")
            .addResourceLocations(
                "classpath:/samen-assets/", "classpath:/META-INF/resources/webjars/htmx.org/")
            .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic());
      }
    };
  }
}
