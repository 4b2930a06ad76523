package nl.samenopleiden.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class IdentitySettingsTest {

  @Test
  void aNameThatOthersReachIsRefused() {
    assertThatThrownBy(() -> settings("https://samen.example", "127.0.0.1", ""))
        .hasMessageContaining("samen.example")
        .hasMessageContaining("SAMEN_DEMO_SIGN_IN=anywhere");
  }

  @Test
  void anAddressThatOthersReachIsRefused() {
    assertThatThrownBy(() -> settings("http://localhost:8090", "0.0.0.0", ""))
        .hasMessageContaining("0.0.0.0")
        .hasMessageContaining("SAMEN_DEMO_SIGN_IN=anywhere");
  }

  @Test
  void whoSaysAnywhereGetsAnywhere() {
    IdentitySettings anywhere = settings("http://samen.test:8090", "0.0.0.0", "anywhere");
    assertThat(anywhere.answersTo("elsewhere.test")).isTrue();
  }

  @Test
  void itAnswersToNamesOfThisMachineOnly() {
    IdentitySettings here = settings("http://localhost:8090", "127.0.0.1", "");
    assertThat(here.answersTo("localhost")).isTrue();
    assertThat(here.answersTo("127.0.0.1")).isTrue();
    assertThat(here.answersTo("evil.example")).isFalse();
  }

  @Test
  void aMissingSecretIsNamed() {
    assertThatThrownBy(
            () ->
                new IdentitySettings(
                    URI.create("http://localhost:8090"),
                    "127.0.0.1",
                    URI.create("http://localhost:8080"),
                    Path.of("x"),
                    "",
                    "",
                    "",
                    ""))
        .hasMessageContaining("OIDC_CLIENT_SECRET");
  }

  private static IdentitySettings settings(String issuer, String address, String signIn) {
    return new IdentitySettings(
        URI.create(issuer),
        address,
        URI.create("http://localhost:8080"),
        Path.of("x"),
        "secret",
        "",
        "",
        signIn);
  }
}
