package nl.samenopleiden.gateway;

import static nl.samenopleiden.gateway.Upstream.answer;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.samenopleiden.gateway.breakers.Breakers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HomePageTest extends FrontDoorTest {

  @Autowired Breakers breakers;

  @AfterEach
  void forget() {
    breakers.reset();
  }

  @Test
  void strangersReadWhatSamenIsAndWhereToSignIn() {
    HttpResponse<String> page = browser().get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
    assertThat(page.body())
        .contains(
            "<html lang=\"nl\"",
            "<title>Welkom – Samen</title>",
            "Samen opleiden op maat",
            "/sign-in?back=/",
            "/lang?to=en&amp;back=/",
            "class=\"skip\"")
        .doesNotContain("/sign-out", "<script", "style=");
    assertThat(browser().get("/", "Accept-Language", "en-GB").body())
        .contains("<html lang=\"en\"", "Sign in");
  }

  @Test
  void peopleSeeOneTileOfEachService() {
    HttpResponse<String> page = browser().signedIn().get("/");
    assertThat(page.body())
        .contains("<title>Start – Samen</title>", "Dag Noor de Vries", "/sign-out")
        .containsSubsequence(
            "partnership leeft", "placement leeft", "professionalisation leeft", "events leeft");
    Upstream.Arrived asked = events.last();
    assertThat(asked.uri()).isEqualTo("/events/fragments/home");
    assertThat(asked.header("Authorization")).get().asString().startsWith("Bearer ey");
    assertThat(asked.header("Cookie")).hasValue("lang=nl");
    assertThat(asked.header("traceparent")).isPresent();
  }

  @Test
  void aLostServiceCostsOnlyItsOwnTile() {
    Browser person = browser().signedIn();
    placement.stop();
    try {
      HttpResponse<String> page = person.get("/");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body())
          .contains(
              "partnership leeft",
              "Nu niet bereikbaar",
              "professionalisation leeft",
              "events leeft");
    } finally {
      placement.start();
    }
    assertThat(person.get("/").body()).contains("placement leeft").doesNotContain("Nu niet");
  }

  @Test
  void aSlowServiceDoesNotHoldUpTheOthers() {
    CountDownLatch enough = new CountDownLatch(1);
    events.on(
        "/events/fragments/home",
        exchange -> {
          try {
            enough.await(30, TimeUnit.SECONDS);
          } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    long begun = System.nanoTime();
    HttpResponse<String> page = browser().signedIn().get("/");
    enough.countDown();
    assertThat(page.body()).contains("placement leeft", "Antwoordt nu traag");
    assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(20));
  }

  @Test
  void aServiceThatHasNothingToTellIsStillToBeFound() {
    events.on("/events/fragments/home", answer(404, "text/html", "not found"));
    placement.on("/placement/fragments/home", answer(200, "application/json", "{}"));
    HttpResponse<String> page = browser().signedIn().get("/");
    assertThat(page.body())
        .contains("href=\"/events\"", "Inspiratieavonden", "href=\"/placement\"")
        .doesNotContain("Nu niet bereikbaar", "not found");
  }

  @Test
  void theChosenLanguageStays() {
    Browser person = browser().signedIn();
    HttpResponse<String> chosen = person.get("/lang?to=en&back=/");
    assertThat(chosen.statusCode()).isEqualTo(303);
    assertThat(Browser.location(chosen)).isEqualTo("/");
    assertThat(Browser.all(chosen, "Set-Cookie"))
        .singleElement()
        .asString()
        .startsWith("lang=en; Path=/; Max-Age=31536000")
        .contains("SameSite=Lax");
    assertThat(person.get("/", "Accept-Language", "nl").body()).contains("Hello Noor de Vries");
    assertThat(events.last().header("Cookie")).hasValue("lang=en");
    assertThat(Browser.all(person.get("/lang?to=xx&back=/"), "Set-Cookie")).isEmpty();
  }
}
