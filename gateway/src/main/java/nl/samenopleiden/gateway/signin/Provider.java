package nl.samenopleiden.gateway.signin;

import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import nl.samenopleiden.gateway.problems.Problem;
import nl.samenopleiden.gateway.problems.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * What the provider tells about itself. It may start after us or be away for a while: it is asked
 * when first needed, once for all who need it, and asked again after a failure.
 */
@Component
final class Provider {

  private static final Logger log = LoggerFactory.getLogger(Provider.class);
  private static final Duration FOREVER = Duration.ofDays(10_000);
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
  private static final Duration BETWEEN_KEYS = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  /**
   * The provider's own description.
   *
   * @param all every member of it
   */
  record Metadata(Map<String, Object> all) {

    String required(String name) {
      return optional(name)
          .orElseThrow(() -> new IllegalStateException("the provider names no " + name));
    }

    Optional<String> optional(String name) {
      return Optional.ofNullable(all.get(name)).map(Object::toString);
    }
  }

  private final SignInSettings settings;
  private final WebClient http;
  private final Mono<Metadata> metadata;
  private final Mono<JWKSet> keys;

  Provider(SignInSettings settings, WebClient providerClient) {
    this.settings = settings;
    this.http = providerClient;
    this.metadata = away(discover()).cache(_ -> FOREVER, _ -> BETWEEN_ATTEMPTS, () -> FOREVER);
    this.keys =
        away(metadata.flatMap(this::fetchKeys))
            .cache(_ -> BETWEEN_KEYS, _ -> BETWEEN_ATTEMPTS, () -> BETWEEN_ATTEMPTS);
  }

  /** The provider's description; a {@link Refused} when it is away. */
  Mono<Metadata> metadata() {
    return metadata;
  }

  /**
   * The keys that it signs with now, at most ten seconds old; a {@link Refused} when it is away.
   */
  Mono<JWKSet> keys() {
    return keys;
  }

  /** The problem of everyone who needs the provider while it is away. */
  static Refused awayNow() {
    return new Refused(new Problem("provider-away", 503).again(Duration.ofSeconds(5)));
  }

  @EventListener(ApplicationReadyEvent.class)
  void greet() {
    keys.subscribe(
        _ -> log.info("the identity provider {} answers", settings.issuer()),
        _ -> log.warn("the identity provider {} does not answer yet", settings.issuer()));
  }

  private Mono<Metadata> discover() {
    String issuer = settings.issuer().toString();
    String separator = issuer.endsWith("/") ? "" : "/";
    return http.get()
        .uri(issuer + separator + ".well-known/openid-configuration")
        .retrieve()
        .bodyToMono(new ParameterizedTypeReference<Map<String, Object>>() {})
        .timeout(PATIENCE)
        .map(Metadata::new)
        .doOnNext(
            found -> {
              if (!issuer.equals(found.required("issuer"))) {
                throw new IllegalStateException(
                    "OIDC_ISSUER is " + issuer + " but calls itself " + found.required("issuer"));
              }
            });
  }

  private Mono<JWKSet> fetchKeys(Metadata known) {
    return http.get()
        .uri(known.required("jwks_uri"))
        .retrieve()
        .bodyToMono(String.class)
        .timeout(PATIENCE)
        .map(
            text -> {
              try {
                return JWKSet.parse(text);
              } catch (ParseException nonsense) {
                throw new IllegalStateException("the provider's keys cannot be read", nonsense);
              }
            });
  }

  private <T> Mono<T> away(Mono<T> asked) {
    return asked.onErrorMap(
        failure -> !(failure instanceof Refused),
        failure -> {
          log.warn("the identity provider is away: {}", failure.toString());
          return awayNow();
        });
  }
}
