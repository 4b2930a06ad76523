package nl.samenopleiden.gateway.signin;

import io.netty.channel.ChannelOption;
import java.time.Clock;
import java.time.Duration;
import nl.samenopleiden.gateway.routes.FrontDoor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveRefreshTokenTokenResponseClient;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.DefaultWebSessionManager;
import org.springframework.web.server.session.InMemoryWebSessionStore;
import org.springframework.web.server.session.WebSessionManager;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** The session behind the cookie, and connections to the provider. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  WebSessionManager webSessionManager(SignInSettings settings, FrontDoor frontDoor) {
    CookieWebSessionIdResolver ids = new CookieWebSessionIdResolver();
    ids.setCookieName(Sessions.COOKIE);
    ids.addCookieInitializer(
        cookie -> cookie.path("/").httpOnly(true).sameSite("Lax").secure(frontDoor.isSecure()));
    InMemoryWebSessionStore store = new InMemoryWebSessionStore();
    store.setDefaultMaxIdleTime(settings.sessionIdle());
    store.setMaxSessions(settings.maxSessions());
    DefaultWebSessionManager manager = new DefaultWebSessionManager();
    manager.setSessionIdResolver(ids);
    manager.setSessionStore(store);
    return manager;
  }

  @Bean
  WebClient providerClient() {
    HttpClient http =
        HttpClient.create(
                ConnectionProvider.builder("provider")
                    .maxConnections(64)
                    .pendingAcquireTimeout(Duration.ofSeconds(3))
                    .maxIdleTime(Duration.ofSeconds(15))
                    .build())
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 2_000)
            .responseTimeout(Duration.ofSeconds(5));
    return WebClient.builder().clientConnector(new ReactorClientHttpConnector(http)).build();
  }

  @Bean
  ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes(
      WebClient providerClient) {
    var client = new WebClientReactiveAuthorizationCodeTokenResponseClient();
    client.setWebClient(providerClient);
    return client;
  }

  @Bean
  ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshes(
      WebClient providerClient) {
    var client = new WebClientReactiveRefreshTokenTokenResponseClient();
    client.setWebClient(providerClient);
    return client;
  }
}
