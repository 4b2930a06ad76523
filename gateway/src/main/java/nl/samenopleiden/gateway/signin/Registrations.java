package nl.samenopleiden.gateway.signin;

import java.time.Duration;
import nl.samenopleiden.gateway.routes.FrontDoor;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Our registration at the provider; complete once the provider has answered. */
@Component
final class Registrations implements ReactiveClientRegistrationRepository {

  /**
   * The name of the registration, and the end of the path that the provider sends people back to.
   */
  static final String ID = "samen";

  private final Mono<ClientRegistration> registration;

  Registrations(Provider provider, SignInSettings settings, FrontDoor frontDoor) {
    Duration forever = Duration.ofDays(10_000);
    this.registration =
        provider
            .metadata()
            .map(metadata -> registration(metadata, settings, frontDoor))
            .cache(_ -> forever, _ -> Duration.ZERO, () -> Duration.ZERO);
  }

  @Override
  public Mono<ClientRegistration> findByRegistrationId(String id) {
    return id.equals(ID) ? registration : Mono.empty();
  }

  private static ClientRegistration registration(
      Provider.Metadata metadata, SignInSettings settings, FrontDoor frontDoor) {
    return ClientRegistration.withRegistrationId(ID)
        .clientName("Samen")
        .clientId(settings.clientId())
        .clientSecret(settings.clientSecret())
        .clientAuthenticationMethod(
            settings.clientSecret().isEmpty()
                ? ClientAuthenticationMethod.NONE
                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
        .scope("openid", "profile", "email")
        .redirectUri(frontDoor.origin() + "/login/oauth2/code/" + ID)
        .authorizationUri(metadata.required("authorization_endpoint"))
        .tokenUri(metadata.required("token_endpoint"))
        .jwkSetUri(metadata.required("jwks_uri"))
        .issuerUri(metadata.required("issuer"))
        .userNameAttributeName("sub")
        .build();
  }
}
