package nl.samenopleiden.gateway;

import nl.samenopleiden.gateway.limits.RateLimiting;
import nl.samenopleiden.gateway.problems.Problem;
import nl.samenopleiden.gateway.problems.Problems;
import nl.samenopleiden.gateway.routes.FrontDoor;
import nl.samenopleiden.gateway.routes.Services;
import nl.samenopleiden.gateway.signin.Identification;
import nl.samenopleiden.gateway.signin.NotSignedIn;
import nl.samenopleiden.gateway.signin.SigningIn;
import nl.samenopleiden.gateway.tenantguard.CrossSiteGuard;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.StaticServerHttpHeadersWriter;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

/**
 * The order in which a request is guarded: its path (PathGuard), how much is asked (RateLimiting),
 * where it comes from (CrossSiteGuard, pages only), who asks (Identification), whether that needs a
 * sign-in (here), then the route with Relay and RequestHeaders before the service.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

  private static final String POLICY =
      "default-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self';"
          + " object-src 'none'";

  /** A request is one span; not one for each of the filters that guard it. */
  @Bean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  /** Machines: a Bearer token or nothing; no cookie is looked at. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  SecurityWebFilterChain apiGuard(
      ServerHttpSecurity http,
      Services services,
      FrontDoor frontDoor,
      Identification identification,
      NotSignedIn notSignedIn,
      RateLimiting limits,
      Problems problems) {
    return common(http, frontDoor, identification, notSignedIn, limits, problems)
        .securityMatcher(ServerWebExchangeMatchers.pathMatchers("/api", "/api/**"))
        .authorizeExchange(
            exchanges ->
                exchanges
                    .pathMatchers(HttpMethod.GET, "/api")
                    .permitAll()
                    .pathMatchers(HttpMethod.GET, services.publicApis())
                    .permitAll()
                    .anyExchange()
                    .authenticated())
        .build();
  }

  /** People: the session, or a Bearer token for tools. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  SecurityWebFilterChain pageGuard(
      ServerHttpSecurity http,
      Services services,
      FrontDoor frontDoor,
      Identification identification,
      NotSignedIn notSignedIn,
      SigningIn signingIn,
      RateLimiting limits,
      Problems problems) {
    return common(http, frontDoor, identification, notSignedIn, limits, problems)
        .addFilterAt(new CrossSiteGuard(frontDoor, problems), SecurityWebFiltersOrder.CSRF)
        .authorizeExchange(
            exchanges ->
                exchanges
                    .pathMatchers(HttpMethod.GET, services.publicPages())
                    .permitAll()
                    .pathMatchers(HttpMethod.HEAD, services.publicPages())
                    .permitAll()
                    .pathMatchers(services.pages())
                    .authenticated()
                    // Nothing else has a route; what is not ours is not found.
                    .anyExchange()
                    .permitAll())
        .oauth2Login(signingIn::configure)
        .build();
  }

  private static ServerHttpSecurity common(
      ServerHttpSecurity http,
      FrontDoor frontDoor,
      Identification identification,
      NotSignedIn notSignedIn,
      RateLimiting limits,
      Problems problems) {
    return http.csrf(CsrfSpec::disable)
        .httpBasic(HttpBasicSpec::disable)
        .formLogin(FormLoginSpec::disable)
        .logout(LogoutSpec::disable)
        .requestCache(RequestCacheSpec::disable)
        .securityContextRepository(identification)
        .addFilterBefore(limits::filter, SecurityWebFiltersOrder.CSRF)
        .exceptionHandling(
            exceptions ->
                exceptions
                    .authenticationEntryPoint(notSignedIn)
                    .accessDeniedHandler(
                        (exchange, _) -> problems.write(exchange, new Problem("forbidden", 403))))
        .headers(
            headers -> {
              headers
                  .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                  .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                  .hsts(ServerHttpSecurity.HeaderSpec.HstsSpec::disable);
              if (frontDoor.isSecure()) {
                headers.writer(
                    StaticServerHttpHeadersWriter.builder()
                        .header("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
                        .build());
              }
            });
  }
}
