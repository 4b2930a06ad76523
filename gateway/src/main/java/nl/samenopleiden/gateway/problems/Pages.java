package nl.samenopleiden.gateway.problems;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import nl.samenopleiden.gateway.caller.SignedIn;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.thymeleaf.spring6.view.reactive.ThymeleafReactiveViewResolver;
import reactor.core.publisher.Mono;

/** Answers with a page in the look that all services share. */
@Component
public final class Pages {

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final ThymeleafReactiveViewResolver views;

  Pages(ThymeleafReactiveViewResolver views) {
    this.views = views;
  }

  /** What the shared layout shows. */
  record Layout(String service, String personName, String language, String path) {}

  /** Answers with this template of ours. */
  public Mono<Void> write(
      ServerWebExchange exchange, HttpStatusCode status, String template, Map<String, ?> model) {
    Locale locale = Languages.of(exchange);
    Map<String, Object> all = new HashMap<>(model);
    all.put(
        "layout",
        new Layout(
            "gateway",
            SignedIn.of(exchange).map(signedIn -> signedIn.caller().name()).orElse(""),
            locale.getLanguage(),
            pathToComeBackTo(exchange)));
    exchange.getResponse().setStatusCode(status);
    exchange.getResponse().getHeaders().setContentLanguage(locale);
    return views
        .resolveViewName("gateway/" + template, locale)
        .flatMap(view -> view.render(all, HTML, exchange));
  }

  private static String pathToComeBackTo(ServerWebExchange exchange) {
    String path = exchange.getRequest().getPath().value();
    return path.startsWith("/login/") || path.equals("/sign-out") ? "/" : path;
  }
}
