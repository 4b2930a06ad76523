package nl.samenopleiden.gateway.signin;

import java.util.Map;
import java.util.Optional;
import nl.samenopleiden.gateway.problems.Pages;
import nl.samenopleiden.gateway.routes.FrontDoor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * Signing out ends the session here and then at the provider, which sends the person back to the
 * home page. The browser goes to the provider from a page of ours, not by a redirect: a redirect
 * after a form may, by the pages' content security policy, only lead to ourselves.
 */
@Controller
final class SigningOut {

  private final Sessions sessions;
  private final Provider provider;
  private final SignInSettings settings;
  private final FrontDoor frontDoor;
  private final Pages pages;

  SigningOut(
      Sessions sessions,
      Provider provider,
      SignInSettings settings,
      FrontDoor frontDoor,
      Pages pages) {
    this.sessions = sessions;
    this.provider = provider;
    this.settings = settings;
    this.frontDoor = frontDoor;
    this.pages = pages;
  }

  @PostMapping("/sign-out")
  Mono<Void> signOut(ServerWebExchange exchange) {
    return sessions
        .end(exchange)
        .flatMap(held -> held.isPresent() ? atProvider(held.get()) : Mono.just(home()))
        .flatMap(
            next -> {
              ServerHttpResponse response = exchange.getResponse();
              response.getHeaders().set("Refresh", "0; url=" + next);
              response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
              // What pages keep in the browser to work without network is of who signs out.
              response.getHeaders().set("Clear-Site-Data", "\"storage\"");
              return pages.write(exchange, HttpStatus.OK, "signed-out", Map.of("next", next));
            });
  }

  private Mono<String> atProvider(Sessions.Held held) {
    return provider
        .metadata()
        .map(metadata -> metadata.optional("end_session_endpoint"))
        .onErrorReturn(Optional.empty())
        .map(end -> end.map(address -> endOfSession(address, held)).orElse(home()));
  }

  private String endOfSession(String address, Sessions.Held held) {
    return UriComponentsBuilder.fromUriString(address)
        .queryParam("id_token_hint", "{token}")
        .queryParam("client_id", "{client}")
        .queryParam("post_logout_redirect_uri", "{back}")
        .encode()
        .buildAndExpand(held.identity(), settings.clientId(), home())
        .toUriString();
  }

  private String home() {
    return frontDoor.origin() + "/";
  }
}
