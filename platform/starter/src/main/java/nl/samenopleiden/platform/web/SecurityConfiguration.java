package nl.samenopleiden.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every request needs a token of our issuer, for us, not expired, signed with an algorithm that we
 * accept; but for health, the API's description, the pages' style, and what a service shows to
 * everybody under {@code public} with {@link Allowed#publicly}.
 */
@AutoConfiguration(
    beforeName = {
      "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
      "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration"
    })
public class SecurityConfiguration {

  @Bean
  JwtDecoder jwtDecoder(
      @Value("${samen.issuer}") String issuer,
      @Value("${samen.audience:samen}") String audience,
      java.time.Clock clock) {
    // The provider may start after us: its keys are fetched with the first token.
    return new RememberingJwtDecoder(
        new SupplierJwtDecoder(
            () -> {
              NimbusJwtDecoder decoder =
                  NimbusJwtDecoder.withIssuerLocation(issuer)
                      .jwsAlgorithms(
                          algorithms ->
                              algorithms.addAll(
                                  List.of(
                                      SignatureAlgorithm.RS256,
                                      SignatureAlgorithm.ES256,
                                      SignatureAlgorithm.PS256)))
                      .build();
              decoder.setJwtValidator(
                  new DelegatingOAuth2TokenValidator<>(
                      JwtValidators.createDefaultWithIssuer(issuer),
                      new JwtClaimValidator<List<String>>(
                          "aud", aud -> aud != null && aud.contains(audience))));
              return decoder;
            }),
        clock);
  }

  /** A request is one span; not one for each of the filters that guard it. */
  @Bean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  Callers callers() {
    return new Callers();
  }

  @Bean
  SecurityFilterChain security(
      HttpSecurity http,
      @Value("${spring.application.name}") String service,
      Problems problems,
      JsonMapper json,
      nl.samenopleiden.platform.store.Collections collections,
      Callers callers,
      java.time.Clock clock) {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(
                        "/actuator/health/**",
                        "/actuator/health",
                        "/api/" + service + "/openapi.json",
                        "/" + service + "/assets/**")
                    .permitAll()
                    .requestMatchers(
                        HttpMethod.GET,
                        "/api/" + service + "/public/**",
                        "/" + service + "/public/**")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .oauth2ResourceServer(
            server ->
                server
                    .jwt(jwt -> {})
                    .authenticationEntryPoint(
                        (_, response, _) -> refuse(response, problems, json, "sign-in-needed", 401))
                    .accessDeniedHandler(
                        (_, response, _) -> refuse(response, problems, json, "forbidden", 403)))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // No cookie is ever read here: the gateway holds the session and guards its own.
        .csrf(AbstractHttpConfigurer::disable)
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(
                        policy ->
                            policy.policyDirectives(
                                "default-src 'self'; frame-ancestors 'none'; base-uri 'self';"
                                    + " form-action 'self'; object-src 'none'"))
                    .referrerPolicy(
                        policy ->
                            policy.policy(
                                org.springframework.security.web.header.writers
                                    .ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN)))
        .addFilterAfter(
            new IdempotencyFilter(collections, callers, problems, json, clock),
            AuthorizationFilter.class)
        .build();
  }

  private static void refuse(
      HttpServletResponse response, Problems problems, JsonMapper json, String type, int status)
      throws IOException {
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    if (status == 401) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    response
        .getOutputStream()
        .write(json.writeValueAsBytes(problems.detail(new Refusal(type, status, null, List.of()))));
  }
}
