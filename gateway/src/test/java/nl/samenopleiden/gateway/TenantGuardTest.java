package nl.samenopleiden.gateway;

import static nl.samenopleiden.gateway.Upstream.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TenantGuardTest extends FrontDoorTest {

  @Autowired Traced traced;

  private static final List<String> SPOOFED =
      List.of(
          "X-Tenant",
          "X-Tenant-Id",
          "x-tenant_id",
          "X-Board",
          "X-Pabo",
          "X-User",
          "X-User-Id",
          "X-Remote-User",
          "Remote-User",
          "X-Role",
          "X-Roles",
          "X-Auth-Request-Email",
          "X-Authenticated-Userid",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Forwarded-Prefix",
          "X-Forwarded-User",
          "Forwarded",
          "X-Real-IP",
          "X-Client-Cert",
          "X-Original-URL",
          "X-Rewrite-URL",
          "X-HTTP-Method-Override",
          "Proxy-Authorization",
          "ce_tenant",
          "ce_type",
          "Ce-Source",
          "baggage",
          "b3",
          "X-Anything-Else");

  @Test
  void nothingThatClaimsAnIdentityReachesAService() {
    String[] claims =
        SPOOFED.stream().flatMap(name -> List.of(name, "90002").stream()).toArray(String[]::new);
    for (String path : List.of("/api/partnership/schools", "/partnership/schools")) {
      HttpResponse<String> got = browser().get(path, bearer(issuer.token("noor", "90001"), claims));
      assertThat(got.statusCode()).isEqualTo(200);
      assertThat(partnership.last().headerNames())
          .doesNotContainAnyElementsOf(
              SPOOFED.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
      assertThat(partnership.last().headers().values())
          .noneMatch(values -> values.contains("90002"));
    }
  }

  @Test
  void whatServicesNeedDoesReachThem() {
    browser()
        .send(
            "POST",
            "/api/partnership/partnerships",
            BodyPublishers.ofString("{}"),
            bearer(
                issuer.token("noor", "90001"),
                "Idempotency-Key",
                "k",
                "If-Match",
                "\"3\"",
                "Content-Type",
                "application/json",
                "Accept",
                "application/json",
                "Accept-Language",
                "en",
                "HX-Request",
                "true"));
    assertThat(partnership.last().bytes()).isEqualTo(2);
    assertThat(partnership.last().headerNames())
        .contains(
            "idempotency-key",
            "if-match",
            "content-type",
            "accept",
            "accept-language",
            "hx-request",
            "traceparent");
  }

  @Test
  void ofCookiesOnlyTheLanguageTravels() {
    Browser person = browser().signedIn();
    person.cookies.put("lang", "en");
    person.cookies.put("tracker", "1");
    person.get("/partnership");
    assertThat(partnership.last().header("Cookie")).hasValue("lang=en");
    person.cookies.put("lang", "en\"; admin=1");
    person.get("/partnership");
    assertThat(partnership.last().header("Cookie")).isEmpty();

    partnership.on(
        "/partnership/cookies",
        answer(
            200,
            "text/plain",
            "x",
            "Set-Cookie",
            "SAMEN=stolen",
            "Set-Cookie",
            "JSESSIONID=1",
            "Set-Cookie",
            "lang=nl; Path=/"));
    HttpResponse<String> page = person.get("/partnership/cookies");
    assertThat(Browser.all(page, "Set-Cookie")).containsExactly("lang=nl; Path=/");
  }

  @Test
  void aTraceGoesOnInTheService() {
    String trace = "0af7651916cd43dd8448eb211c80319c";
    browser()
        .get(
            "/api/partnership/schools",
            bearer(
                issuer.token("noor", "90001"),
                "traceparent",
                "00-" + trace + "-b7ad6b7169203331-01"));
    assertThat(partnership.last().header("traceparent"))
        .get()
        .asString()
        .startsWith("00-" + trace + "-")
        .doesNotContain("b7ad6b7169203331");
  }

  @Test
  void tracesDoNotTellWhatPeopleSearchFor() {
    browser()
        .get("/api/partnership/colleagues?q=Geheimenaam", bearer(issuer.token("noor", "90001")));
    await()
        .untilAsserted(
            () ->
                assertThat(traced.told())
                    .anyMatch(told -> told.contains("/api/partnership/colleagues")));
    assertThat(traced.told())
        .noneMatch(told -> told.contains("Geheimenaam") || told.contains("noor@"));
  }

  @Test
  void addressesBehindTheDoorStayBehindIt() {
    partnership.on(
        "/partnership/saved",
        answer(303, "text/plain", "", "Location", partnership.url() + "/partnership/x?done=y"));
    HttpResponse<String> page = browser().signedIn().get("/partnership/saved");
    assertThat(Browser.location(page)).isEqualTo("/partnership/x?done=y");
  }

  @Test
  void securityHeadersAreThereOnce() {
    partnership.on(
        "/partnership/strict",
        answer(
            200,
            "text/html",
            "x",
            "Content-Security-Policy",
            "default-src 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "same-origin",
            "Cache-Control",
            "no-store",
            "Server",
            "Secret/1.0"));
    Browser person = browser().signedIn();
    HttpResponse<String> strict = person.get("/partnership/strict");
    assertThat(Browser.all(strict, "Content-Security-Policy"))
        .containsExactly("default-src 'none'");
    assertThat(Browser.all(strict, "Cache-Control")).containsExactly("no-store");
    assertThat(Browser.all(strict, "Server")).isEmpty();
    for (String path : List.of("/partnership/strict", "/partnership", "/", "/nothing")) {
      HttpResponse<String> page = person.get(path);
      for (String header :
          List.of(
              "Content-Security-Policy",
              "X-Content-Type-Options",
              "X-Frame-Options",
              "Referrer-Policy",
              "Cache-Control")) {
        assertThat(Browser.all(page, header)).as(path + " " + header).hasSize(1);
      }
    }
    assertThat(Browser.all(person.get("/"), "Content-Security-Policy").getFirst())
        .contains("default-src 'self'", "frame-ancestors 'none'");
  }
}
