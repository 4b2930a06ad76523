package nl.samenopleiden.local.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** Who may see which page of the identity provider. */
@Configuration(proxyBeanMethods = false)
class Security {

  private static final String SIGN_IN = "/sign-in";

  /** The protocol's own endpoints. */
  @Bean
  @Order(1)
  SecurityFilterChain protocolChain(HttpSecurity http, People people) {
    return http.oauth2AuthorizationServer(
            server -> {
              http.securityMatcher(server.getEndpointsMatcher());
              server.oidc(
                  oidc ->
                      oidc.userInfoEndpoint(
                          info -> info.userInfoMapper(context -> userInfo(context, people))));
            })
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
        .exceptionHandling(
            handling ->
                handling.defaultAuthenticationEntryPointFor(
                    new LoginUrlAuthenticationEntryPoint(SIGN_IN), askedByABrowser()))
        .build();
  }

  /** The pages. */
  @Bean
  @Order(2)
  SecurityFilterChain pagesChain(HttpSecurity http, IdentitySettings settings) {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(HttpMethod.POST, "/demo/tokens")
                    .permitAll()
                    .requestMatchers(
                        HttpMethod.GET,
                        "/",
                        SIGN_IN,
                        "/lang",
                        "/assets/**",
                        "/mail",
                        "/mail/**",
                        "/actuator/health/**",
                        "/actuator/health")
                    .permitAll()
                    .requestMatchers("/error")
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .formLogin(
            form ->
                form.loginPage(SIGN_IN)
                    .usernameParameter("user")
                    .failureHandler(
                        (request, response, _) ->
                            response.sendRedirect(
                                SIGN_IN + "?unknown=" + encoded(request.getParameter("user"))))
                    .permitAll())
        .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl(SIGN_IN))
        // Guarded by a key in a header, which no page elsewhere can send.
        .csrf(csrf -> csrf.ignoringRequestMatchers("/demo/tokens"))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(
                        // Signing in is a form whose answer leads on to the gateway.
                        policy ->
                            policy.policyDirectives(
                                "default-src 'self'; frame-ancestors 'none'; base-uri 'self';"
                                    + " object-src 'none'; form-action 'self' "
                                    + settings.gatewayOrigin()))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
        .build();
  }

  /** A page elsewhere that gives this machine a name of its own (DNS rebinding) gets nothing. */
  @Bean
  HttpFirewall firewall(IdentitySettings settings) {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedHostnames(settings::answersTo);
    return firewall;
  }

  private static OidcUserInfo userInfo(OidcUserInfoAuthenticationContext context, People people) {
    String subject = context.getAuthorization().getPrincipalName();
    var builder = OidcUserInfo.builder().subject(subject);
    people
        .withSubject(subject)
        .ifPresent(user -> TokenPerson.of(user).claims().forEach(builder::claim));
    return builder.build();
  }

  private static MediaTypeRequestMatcher askedByABrowser() {
    MediaTypeRequestMatcher html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
    html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
    return html;
  }

  private static String encoded(@org.jspecify.annotations.Nullable String text) {
    String some = text == null ? "" : text.substring(0, Math.min(text.length(), 80));
    return URLEncoder.encode(some, StandardCharsets.UTF_8);
  }
}
