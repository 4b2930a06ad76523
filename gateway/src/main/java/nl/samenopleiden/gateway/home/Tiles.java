package nl.samenopleiden.gateway.home;

import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import nl.samenopleiden.gateway.breakers.Breakers;
import nl.samenopleiden.gateway.caller.SignedIn;
import nl.samenopleiden.gateway.problems.Languages;
import nl.samenopleiden.gateway.problems.Noted;
import nl.samenopleiden.gateway.routes.Service;
import nl.samenopleiden.gateway.routes.Services;
import nl.samenopleiden.gateway.routes.Target;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Each service's part of the home page, fetched side by side; one that is lost costs no other. */
@Component
final class Tiles {

  private static final Logger log = LoggerFactory.getLogger(Tiles.class);
  private static final int LARGEST = 64 * 1024;

  private final Services services;
  private final Breakers breakers;
  private final WebClient http;

  Tiles(
      Services services,
      Breakers breakers,
      HttpClient gatewayHttpClient,
      ObservationRegistry observations) {
    this.services = services;
    this.breakers = breakers;
    this.http =
        WebClient.builder()
            .clientConnector(new ReactorClientHttpConnector(gatewayHttpClient))
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST))
            .observationRegistry(observations)
            .build();
  }

  /**
   * A part of the home page.
   *
   * @param service whose part
   * @param html what the service made for this reader; absent when it told nothing
   * @param trouble what keeps the service from telling; absent when nothing does
   */
  record Tile(Service service, @Nullable String html, @Nullable Trouble trouble) {

    static Tile plain(Service service) {
      return new Tile(service, null, null);
    }

    static Tile without(Service service, Trouble trouble) {
      return new Tile(service, null, trouble);
    }
  }

  /** Why a service tells nothing. */
  enum Trouble {
    AWAY,
    SLOW;

    /** Key of the words for it. */
    public String label() {
      return "home." + name().toLowerCase(Locale.ROOT);
    }
  }

  Mono<List<Tile>> of(SignedIn reader, ServerWebExchange exchange) {
    return Flux.fromIterable(services.all())
        .flatMapSequential(service -> tile(service, reader, exchange))
        .collectList();
  }

  private Mono<Tile> tile(Service service, SignedIn reader, ServerWebExchange exchange) {
    Target target = new Target(service, Target.Kind.TILE);
    String language = Languages.of(exchange).getLanguage();
    return http.get()
        .uri(service.url().resolve(service.pages() + "/fragments/home"))
        .accept(MediaType.TEXT_HTML)
        .header(HttpHeaders.ACCEPT_LANGUAGE, language)
        .cookie(Languages.COOKIE, language)
        .headers(headers -> headers.setBearerAuth(reader.token()))
        .exchangeToMono(response -> read(service, response))
        .timeout(breakers.tileTimeout())
        .transformDeferred(CircuitBreakerOperator.of(breakers.before(target)))
        .onErrorResume(
            failure -> {
              Noted.of(
                  exchange, () -> log.warn("{} is away: {}", target.text(), failure.toString()));
              return Mono.just(
                  Tile.without(
                      service, failure instanceof TimeoutException ? Trouble.SLOW : Trouble.AWAY));
            });
  }

  private static Mono<Tile> read(Service service, ClientResponse response) {
    if (response.statusCode().is5xxServerError()) {
      return response.releaseBody().thenReturn(Tile.without(service, Trouble.AWAY));
    }
    boolean told =
        response.statusCode().isSameCodeAs(HttpStatus.OK)
            && response
                .headers()
                .contentType()
                .filter(type -> type.isCompatibleWith(MediaType.TEXT_HTML))
                .isPresent();
    if (!told) {
      return response.releaseBody().thenReturn(Tile.plain(service));
    }
    return response
        .bodyToMono(String.class)
        .map(String::strip)
        .map(html -> new Tile(service, html.startsWith("<section") ? html : null, null))
        .defaultIfEmpty(Tile.plain(service));
  }
}
