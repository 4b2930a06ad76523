package nl.samenopleiden.gateway.signin;

import nl.samenopleiden.gateway.problems.Languages;
import nl.samenopleiden.gateway.routes.LocalPath;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** {@code GET /sign-in?back=/path} sends people to the provider, which sends them back. */
@Component
final class StartOfSignIn implements ServerOAuth2AuthorizationRequestResolver {

  /** Where signing in begins. */
  static final String PATH = "/sign-in";

  private final DefaultServerOAuth2AuthorizationRequestResolver requests;

  StartOfSignIn(Registrations registrations) {
    this.requests = new DefaultServerOAuth2AuthorizationRequestResolver(registrations);
    this.requests.setAuthorizationRequestCustomizer(
        OAuth2AuthorizationRequestCustomizers.withPkce());
  }

  /** The address at which signing in begins that ends at this path. */
  static String comingBackTo(String path) {
    return UriComponentsBuilder.fromPath(PATH)
        .queryParam("back", "{back}")
        .encode()
        .buildAndExpand(LocalPath.of(path))
        .toUriString();
  }

  @Override
  public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange) {
    boolean asked =
        exchange.getRequest().getPath().value().equals(PATH)
            && exchange.getRequest().getMethod() == HttpMethod.GET;
    return asked ? resolve(exchange, Registrations.ID) : Mono.empty();
  }

  @Override
  public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange, String id) {
    String back = LocalPath.of(exchange.getRequest().getQueryParams().getFirst("back"));
    return requests
        .resolve(exchange, id)
        .map(
            request ->
                OAuth2AuthorizationRequest.from(request)
                    .attributes(attributes -> attributes.put(PendingSignIns.BACK, back))
                    .authorizationRequestUri(
                        UriComponentsBuilder.fromUriString(request.getAuthorizationRequestUri())
                            .queryParam("ui_locales", Languages.of(exchange).getLanguage())
                            .build(true)
                            .toUriString())
                    .build());
  }
}
