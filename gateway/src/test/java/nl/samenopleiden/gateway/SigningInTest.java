package nl.samenopleiden.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SigningInTest extends FrontDoorTest {

  @Test
  void aPageLeadsToTheProviderAndBackToThatPage() {
    Browser browser = browser();

    HttpResponse<String> page = browser.get("/partnership/schools?q=de%20Linde&page=2");
    assertThat(page.statusCode()).isEqualTo(302);
    HttpResponse<String> start = browser.get(Browser.location(page));
    assertThat(start.statusCode()).isEqualTo(302);
    Map<String, String> asked =
        Issuer.parameters(URI.create(Browser.location(start)).getRawQuery());
    assertThat(asked)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", "samen-gateway")
        .containsEntry("scope", "openid profile email")
        .containsEntry("redirect_uri", World.url() + "/login/oauth2/code/samen")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("ui_locales", "nl")
        .containsKeys("state", "nonce", "code_challenge");
    assertThat(browser.cookies).doesNotContainKey("SAMEN");

    HttpResponse<String> provider = browser.get(Browser.location(start));
    HttpResponse<String> back = browser.get(Browser.location(provider));
    assertThat(back.statusCode()).isEqualTo(302);
    assertThat(Browser.location(back)).isEqualTo("/partnership/schools?q=de%20Linde&page=2");
    assertThat(Browser.all(back, "Set-Cookie"))
        .filteredOn(cookie -> cookie.startsWith("SAMEN="))
        .singleElement()
        .asString()
        .containsIgnoringCase("HttpOnly")
        .contains("SameSite=Lax", "Path=/")
        .doesNotContain("Secure", "Max-Age", "Domain");
    assertThat(browser.cookies).containsKey("SAMEN").doesNotContainKey("SAMEN-IN");

    HttpResponse<String> served = browser.get(Browser.location(back));
    assertThat(served.statusCode()).isEqualTo(200);
    assertThat(served.body()).isEqualTo("partnership answers");
    assertThat(partnership.last().uri()).isEqualTo("/partnership/schools?q=de%20Linde&page=2");
    assertThat(partnership.last().header("Authorization")).get().asString().startsWith("Bearer ey");
    assertThat(partnership.last().header("Cookie")).isEmpty();
  }

  @Test
  void theSessionIsNewAfterSigningIn() {
    Browser browser = browser();
    browser.cookies.put("SAMEN", "planted-by-somebody-else");
    browser.signedIn();
    assertThat(browser.cookies.get("SAMEN")).isNotEqualTo("planted-by-somebody-else");
  }

  @Test
  void severalPagesOpenedAtOnceAllArrive() {
    Browser browser = browser();
    List<String> atProvider =
        IntStream.range(0, 3)
            .mapToObj(i -> browser.get("/partnership/page" + i))
            .map(page -> browser.get(Browser.location(page)))
            .map(start -> browser.get(Browser.location(start)))
            .map(Browser::location)
            .toList();
    for (int i = 0; i < 3; i++) {
      HttpResponse<String> back = browser.get(atProvider.get(i));
      assertThat(Browser.location(back)).isEqualTo("/partnership/page" + i);
    }
  }

  @Test
  void anAnswerThatNobodyAskedForSignsNobodyIn() {
    Browser browser = browser();
    HttpResponse<String> page = browser.get("/login/oauth2/code/samen?code=x&state=y");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("Inloggen is niet afgemaakt", "/sign-in?back=");
    assertThat(browser.cookies).doesNotContainKey("SAMEN");
  }

  @Test
  void theAnswerToAnotherBrowserSignsNobodyIn() {
    Browser victim = browser();
    Browser attacker = browser();
    HttpResponse<String> start = attacker.get("/sign-in?back=/");
    String answer = Browser.location(attacker.get(Browser.location(start)));
    victim.get("/sign-in?back=/");
    assertThat(victim.get(answer).statusCode()).isEqualTo(400);
    assertThat(victim.cookies).doesNotContainKey("SAMEN");
  }

  @Test
  void aTokenThatServicesWouldRefuseBeginsNoSession() {
    issuer.twist = claims -> claims.audience("another");
    Browser browser = browser();
    HttpResponse<String> page = browser.follow("/partnership");
    assertThat(page.statusCode()).isEqualTo(502);
    assertThat(page.body()).contains("Inloggen lukt niet");
    assertThat(browser.cookies).doesNotContainKey("SAMEN");
  }

  @Test
  void givingUpAtTheProviderIsToldKindly() {
    Browser browser = browser();
    HttpResponse<String> start = browser.get("/sign-in?back=/events");
    String state =
        Issuer.parameters(URI.create(Browser.location(start)).getRawQuery()).get("state");
    HttpResponse<String> page =
        browser.get("/login/oauth2/code/samen?error=access_denied&state=" + state);
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("Niet ingelogd", "/sign-in?back=%2Fevents");
  }

  @Test
  void aTokenThatNearsItsEndIsReplacedOnceForAllWhoNeedIt() {
    issuer.lifetime = Duration.ofSeconds(20);
    Browser browser = browser();
    HttpResponse<String> back = backFromProvider(browser);
    assertThat(back.statusCode()).isEqualTo(302);
    issuer.lifetime = Duration.ofMinutes(10);

    List<Integer> statuses =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> browser.get("/partnership/page" + i).statusCode())
            .toList();

    assertThat(statuses).containsOnly(200);
    assertThat(issuer.refreshed).hasValue(1);
    browser.get("/partnership/later");
    assertThat(issuer.refreshed).hasValue(1);
  }

  @Test
  void aSessionThatTheProviderEndedLeadsToSigningInAgain() {
    issuer.lifetime = Duration.ofSeconds(20);
    Browser browser = browser();
    backFromProvider(browser);
    issuer.refusesRefresh = true;
    HttpResponse<String> page = browser.get("/partnership");
    assertThat(page.statusCode()).isEqualTo(302);
    assertThat(Browser.location(page)).startsWith("/sign-in");
    assertThat(browser.cookies).doesNotContainKey("SAMEN");
  }

  @Test
  void signingOutEndsTheSessionHereAndAtTheProvider() {
    Browser browser = browser().signedIn();
    String session = browser.cookies.get("SAMEN");

    HttpResponse<String> page = browser.post("/sign-out", "Sec-Fetch-Site", "same-origin");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("uitgelogd");
    assertThat(page.headers().firstValue("Clear-Site-Data")).contains("\"storage\"");
    String next = page.headers().firstValue("Refresh").orElseThrow();
    assertThat(next).startsWith("0; url=" + issuer.url() + "/bye?id_token_hint=ey");
    assertThat(Issuer.parameters(next.substring(next.indexOf('?') + 1)))
        .containsEntry("post_logout_redirect_uri", World.url() + "/")
        .containsEntry("client_id", "samen-gateway");
    assertThat(browser.cookies).doesNotContainKey("SAMEN");
    browser.cookies.put("SAMEN", session);
    assertThat(browser.get("/partnership").statusCode()).isEqualTo(302);
  }

  @Test
  void aFormSentAfterTheSessionEndedIsNotLostSilently() {
    HttpResponse<String> page =
        browser()
            .post(
                "/professionalisation/courses/x/registrations",
                "Sec-Fetch-Site",
                "same-origin",
                "Referer",
                World.url() + "/professionalisation/courses/x");
    assertThat(page.statusCode()).isEqualTo(401);
    assertThat(page.body())
        .contains(
            "U bent niet meer ingelogd", "/sign-in?back=%2Fprofessionalisation%2Fcourses%2Fx");
  }

  @Test
  void apartOfAPageSendsTheWholePageToSignIn() {
    HttpResponse<String> part =
        browser()
            .get(
                "/partnership/schools",
                "HX-Request",
                "true",
                "HX-Current-URL",
                World.url() + "/partnership/schools?q=x");
    assertThat(part.statusCode()).isEqualTo(401);
    assertThat(part.headers().firstValue("HX-Redirect"))
        .hasValue("/sign-in?back=%2Fpartnership%2Fschools%3Fq%3Dx");
  }

  @Test
  void signInBeginsAtThePublicAddress() {
    HttpResponse<String> page = new Browser("http://127.0.0.1:" + World.port).get("/partnership");
    assertThat(Browser.location(page)).isEqualTo(World.url() + "/sign-in?back=%2Fpartnership");
  }

  private static HttpResponse<String> backFromProvider(Browser browser) {
    HttpResponse<String> start = browser.get("/sign-in?back=/");
    HttpResponse<String> provider = browser.get(Browser.location(start));
    return browser.get(Browser.location(provider));
  }
}
