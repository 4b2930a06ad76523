package nl.samenopleiden.gateway.problems;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Tells problems: as a problem detail (RFC 9457) under {@code /api}, as a page elsewhere. */
@Component
public final class Problems {

  private final MessageSource messages;
  private final Pages pages;
  private final JsonMapper json;

  Problems(MessageSource messages, Pages pages, JsonMapper json) {
    this.messages = messages;
    this.pages = pages;
    this.json = json;
  }

  /** What is shown to a person: title, explanation, what to do. */
  record Words(String title, String detail, String remedy) {}

  /** Whether a machine asks, by the path. */
  public static boolean isApi(ServerWebExchange exchange) {
    String path = exchange.getRequest().getPath().value();
    return path.startsWith("/api/") || path.equals("/api");
  }

  /** Answers with the problem. */
  public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
    ServerHttpResponse response = exchange.getResponse();
    Words words = words(problem, Languages.of(exchange));
    if (problem.retryAfter() != null) {
      long seconds = Math.max(1, problem.retryAfter().plusMillis(999).toSeconds());
      response.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
    if (!isApi(exchange)) {
      return pages.write(
          exchange,
          HttpStatusCode.valueOf(problem.status()),
          "problem",
          Map.of("words", words, "links", problem.links()));
    }
    response.setRawStatusCode(problem.status());
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    response.getHeaders().setContentLanguage(Languages.of(exchange));
    return response.writeWith(
        Mono.fromSupplier(
            () -> {
              byte[] body = json.writeValueAsBytes(detail(problem, words));
              response.getHeaders().setContentLength(body.length);
              DataBuffer buffer = response.bufferFactory().wrap(body);
              return buffer;
            }));
  }

  private static Map<String, Object> detail(Problem problem, Words words) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("type", "urn:samen:problem:" + problem.type());
    detail.put("title", words.title());
    detail.put("status", problem.status());
    detail.put("detail", words.detail());
    detail.put("remedy", words.remedy());
    detail.putAll(problem.extra());
    return detail;
  }

  private Words words(Problem problem, Locale locale) {
    Object[] arguments = problem.arguments().toArray();
    String key = "problem." + problem.type();
    return new Words(
        messages.getMessage(key + ".title", arguments, locale),
        messages.getMessage(key + ".detail", arguments, locale),
        messages.getMessage(key + ".remedy", arguments, locale));
  }
}
