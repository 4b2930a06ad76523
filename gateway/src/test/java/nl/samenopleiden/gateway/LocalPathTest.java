package nl.samenopleiden.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest extends FrontDoorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/ /evil.example",
        "javascript:alert(1)",
        "evil.example",
        "",
        "/x\r\nSet-Cookie: a=b",
        "/sign-out",
        "/sign-in?back=/",
        "/login/oauth2/code/samen"
      })
  void nobodyIsSentElsewhere(String back) {
    String encoded = URLEncoder.encode(back, StandardCharsets.UTF_8);
    assertThat(Browser.location(browser().get("/lang?to=en&back=" + encoded))).isEqualTo("/");

    Browser person = browser();
    String provider = Browser.location(person.get("/sign-in?back=" + encoded));
    String answer = Browser.location(person.get(provider));
    assertThat(Browser.location(person.get(answer))).isEqualTo("/");
  }

  @Test
  void withinTheDoorOneComesBackToWhereOneWas() {
    String encoded =
        URLEncoder.encode("/partnership/schools?q=a%20b&page=2", StandardCharsets.UTF_8);
    assertThat(Browser.location(browser().get("/lang?to=en&back=" + encoded)))
        .isEqualTo("/partnership/schools?q=a%20b&page=2");
  }
}
