package nl.samenopleiden.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossSiteTest extends FrontDoorTest {

  @Test
  void aForeignPageChangesNothing() {
    Browser person = browser().signedIn();
    partnership.reset();
    for (String site : List.of("cross-site", "same-site")) {
      HttpResponse<String> page =
          person.post("/partnership/x", "Sec-Fetch-Site", site, "Origin", World.url());
      assertThat(page.statusCode()).isEqualTo(403);
      assertThat(page.body()).contains("Niet vanaf een andere site");
    }
    assertThat(person.post("/partnership/x", "Origin", "https://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(person.post("/partnership/x", "Origin", "null").statusCode()).isEqualTo(403);
    assertThat(person.post("/partnership/x").statusCode()).isEqualTo(403);
    assertThat(
            person
                .send(
                    "DELETE", "/partnership/x", BodyPublishers.noBody(), "Sec-Fetch-Site", "none ")
                .statusCode())
        .isEqualTo(200);
    assertThat(partnership.arrived(arrived -> arrived.method().equals("POST"))).isEmpty();
  }

  @Test
  void ourOwnPagesDo() {
    Browser person = browser().signedIn();
    assertThat(person.post("/partnership/x", "Sec-Fetch-Site", "same-origin").statusCode())
        .isEqualTo(200);
    assertThat(person.post("/partnership/x", "Origin", World.url()).statusCode()).isEqualTo(200);
  }

  @Test
  void aForeignPageCannotSignSomebodyOut() {
    Browser person = browser().signedIn();
    assertThat(person.post("/sign-out", "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(person.get("/partnership").statusCode()).isEqualTo(200);
    assertThat(person.get("/sign-out").statusCode()).isEqualTo(405);
  }

  @Test
  void programsWithATokenNeedNoOrigin() {
    String token = issuer.token("noor", "90001");
    assertThat(browser().post("/partnership/x", bearer(token)).statusCode()).isEqualTo(200);
    // A foreign page cannot add a token; one that is not good does not fall back on the session.
    Browser person = browser().signedIn();
    partnership.reset();
    assertThat(person.post("/partnership/x", bearer("nonsense")).statusCode()).isEqualTo(401);
    assertThat(partnership.arrived()).isEmpty();
  }
}
