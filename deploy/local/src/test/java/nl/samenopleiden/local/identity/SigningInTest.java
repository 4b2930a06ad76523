package nl.samenopleiden.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.samenopleiden.local.demo.DemoWorld;
import nl.samenopleiden.local.demo.SignInUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SigningInTest {

  private static final String VERIFIER =
      "a-verifier-that-is-long-enough-for-the-standard-0123456789";
  private static final String CALLBACK = RunningIdentity.GATEWAY + "/login/oauth2/code/samen";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String BASIC =
      "Basic "
          + Base64.getEncoder()
              .encodeToString("samen-gateway:gateway%27s+secret".getBytes(StandardCharsets.UTF_8));

  @TempDir private static Path folder;
  private static RunningIdentity identity;

  @BeforeAll
  static void start() throws Exception {
    identity = RunningIdentity.in(folder);
  }

  @AfterAll
  static void stop() {
    identity.close();
  }

  @Test
  void itSaysWhereEverythingIs() throws Exception {
    JsonNode found = RunningIdentity.json(identity.get("/.well-known/openid-configuration"));
    assertThat(found.get("issuer").asString()).isEqualTo(identity.address());
    assertThat(found.get("end_session_endpoint").asString())
        .isEqualTo(identity.address() + "/connect/logout");
    assertThat(found.get("code_challenge_methods_supported").toString()).contains("S256");
  }

  @Test
  void aTeacherChoosesWhoSheIsAndTheGatewayGetsTokensThatSayIt() throws Exception {
    SignInUser teacher = DemoWorld.create().user("leerkracht1").orElseThrow();
    HttpClient browser = RunningIdentity.browser();
    JsonNode tokens = signIn(browser, "leerkracht1");

    Map<String, Object> access = identity.claims(tokens.get("access_token").asString());
    assertThat(access)
        .containsEntry("iss", identity.address())
        .containsEntry("aud", List.of("samen"))
        .containsEntry("sub", teacher.sub())
        .containsEntry("name", teacher.name())
        .containsEntry("email", teacher.email())
        .containsEntry("roles", List.of("teacher"))
        .containsEntry("board", "90001")
        .containsEntry("school", teacher.school())
        .doesNotContainKey("pabo");
    Map<String, Object> id = identity.claims(tokens.get("id_token").asString());
    assertThat(id)
        .containsEntry("aud", List.of("samen-gateway"))
        .containsEntry("sub", teacher.sub())
        .containsEntry("nonce", "once")
        .containsEntry("roles", List.of("teacher"))
        .containsEntry("board", "90001");

    JsonNode info =
        RunningIdentity.json(
            identity.get(
                "/userinfo", "Authorization", "Bearer " + tokens.get("access_token").asString()));
    assertThat(info.get("sub").asString()).isEqualTo(teacher.sub());
    assertThat(info.get("email").asString()).isEqualTo(teacher.email());

    JsonNode refreshed = RunningIdentity.json(refresh(identity, tokens));
    assertThat(identity.claims(refreshed.get("access_token").asString()))
        .containsEntry("sub", teacher.sub())
        .containsEntry("aud", List.of("samen"));
  }

  @Test
  void signingOutLeadsBackToTheGatewayAndTheNextSignInAsksAgain() throws Exception {
    HttpClient browser = RunningIdentity.browser();
    JsonNode tokens = signIn(browser, "docent");
    HttpResponse<String> straightOn = authorize(browser);
    assertThat(location(straightOn)).startsWith(CALLBACK);

    HttpResponse<String> out =
        RunningIdentity.send(
            browser,
            identity
                .request(
                    "/connect/logout?"
                        + RunningIdentity.form(
                            Map.of(
                                "id_token_hint",
                                tokens.get("id_token").asString(),
                                "post_logout_redirect_uri",
                                RunningIdentity.GATEWAY)))
                .build());
    assertThat(out.statusCode()).isEqualTo(302);
    assertThat(location(out)).isEqualTo(RunningIdentity.GATEWAY);
    assertThat(location(authorize(browser))).endsWith("/sign-in");
  }

  @Test
  void aRestartSignsNobodyOut(@TempDir Path other) throws Exception {
    int port = RunningIdentity.freePort();
    JsonNode tokens;
    RunningIdentity usual = identity;
    try (RunningIdentity before = RunningIdentity.on(port, other)) {
      identity = before;
      tokens = signIn(RunningIdentity.browser(), "begeleider");
    } finally {
      identity = usual;
    }
    try (RunningIdentity after = RunningIdentity.on(port, other)) {
      HttpResponse<String> refreshed = refresh(after, tokens);
      assertThat(refreshed.statusCode()).isEqualTo(200);
      assertThat(after.claims(tokens.get("access_token").asString()))
          .containsEntry("pabo", "rijnmond");
    }
  }

  @Test
  void withoutProofOfPossessionThereIsNoCode() throws Exception {
    Map<String, String> asked = asked();
    asked.remove("code_challenge");
    asked.remove("code_challenge_method");
    HttpResponse<String> answer =
        RunningIdentity.send(
            RunningIdentity.browser(),
            identity.request("/oauth2/authorize?" + RunningIdentity.form(asked)).build());
    assertThat(location(answer)).contains("error=invalid_request");
  }

  @Test
  void aFormOfAnotherSiteSignsNobodyIn() throws Exception {
    assertThat(identity.post("/sign-in", FORM, "user=beheer").statusCode()).isEqualTo(403);
  }

  @Test
  void aNameThatNobodyHasIsSaidAndSearchedFor() throws Exception {
    HttpClient browser = RunningIdentity.browser();
    HttpResponse<String> page = get(browser, "/sign-in");
    HttpResponse<String> answer = choose(browser, page, "leerkracht9999<b>");
    HttpResponse<String> again = get(browser, location(answer));
    assertThat(again.body())
        .contains("Niemand heeft de gebruikersnaam leerkracht9999&lt;b&gt;.")
        .contains("value=\"leerkracht9999&lt;b&gt;\"");
  }

  @Test
  void thePageIsInTheReadersLanguageAndSaysThatItIsADemonstration() throws Exception {
    assertThat(identity.get("/sign-in").body())
        .contains("lang=\"nl\"")
        .contains("Demonstratie: kies wie u bent")
        .contains("Bestuurscoördinator");
    assertThat(identity.get("/sign-in", "Accept-Language", "en").body())
        .contains("lang=\"en\"")
        .contains("Demonstration: choose who you are");
    assertThat(identity.get("/sign-in?q=leerkracht345").body())
        .contains("value=\"leerkracht345\"")
        .containsOnlyOnce("<section>");
    assertThat(location(identity.get("/lang?to=en&back=//elsewhere.example")))
        .isEqualTo(identity.address() + "/");
  }

  @Test
  void aMadeUpNameOfThisMachineGetsNothing() throws Exception {
    URI byAnotherName = URI.create(identity.address().replace("localhost", "127.0.0.2"));
    assertThat(byAnotherName.getHost()).isEqualTo("127.0.0.2");
    int status;
    try (var socket = new java.net.Socket("127.0.0.1", byAnotherName.getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET /mail HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      status = Integer.parseInt(answer.substring(9, 12));
    }
    assertThat(status).isEqualTo(400);
  }

  @Test
  void theOtherPabosMachineGetsATokenOfItsOwn() throws Exception {
    HttpResponse<String> answer =
        identity.post(
            "/oauth2/token",
            FORM,
            RunningIdentity.form(
                Map.of(
                    "grant_type",
                    "client_credentials",
                    "scope",
                    "partner",
                    "client_id",
                    "partner-delta",
                    "client_secret",
                    "partner's secret")));
    assertThat(identity.claims(RunningIdentity.json(answer).get("access_token").asString()))
        .containsEntry("aud", List.of("samen"))
        .containsEntry("sub", "partner-delta")
        .containsEntry("pabo", "delta")
        .containsEntry("scope", List.of("partner"))
        .doesNotContainKeys("roles", "board");
  }

  @Test
  void itIsHealthyAndHasNoOtherDoors() throws Exception {
    assertThat(identity.get("/actuator/health").body()).contains("\"status\":\"UP\"");
    assertThat(identity.get("/actuator/env").statusCode()).isNotEqualTo(200);
    assertThat(identity.get("/mail").headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .contains("default-src 'self'")
                    .contains("form-action 'self' " + RunningIdentity.GATEWAY));
  }

  private JsonNode signIn(HttpClient browser, String userName) throws Exception {
    HttpResponse<String> first = authorize(browser);
    HttpResponse<String> page = get(browser, location(first));
    assertThat(page.body()).contains("value=\"docent\"");
    HttpResponse<String> chosen = choose(browser, page, userName);
    HttpResponse<String> back = get(browser, location(chosen));
    Matcher code = Pattern.compile("[?&]code=([^&]+)").matcher(location(back));
    assertThat(location(back)).startsWith(CALLBACK).contains("state=mine");
    assertThat(code.find()).isTrue();
    HttpResponse<String> answer =
        identity.post(
            "/oauth2/token",
            FORM,
            RunningIdentity.form(
                Map.of(
                    "grant_type",
                    "authorization_code",
                    "code",
                    code.group(1),
                    "redirect_uri",
                    CALLBACK,
                    "code_verifier",
                    VERIFIER)),
            "Authorization",
            BASIC);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningIdentity.json(answer);
  }

  private static HttpResponse<String> refresh(RunningIdentity at, JsonNode tokens)
      throws Exception {
    return at.post(
        "/oauth2/token",
        FORM,
        RunningIdentity.form(
            Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                tokens.get("refresh_token").asString())),
        "Authorization",
        BASIC);
  }

  private HttpResponse<String> authorize(HttpClient browser) throws Exception {
    return RunningIdentity.send(
        browser,
        identity
            .request(
                "/oauth2/authorize?" + RunningIdentity.form(asked()),
                "Accept",
                "text/html,application/xhtml+xml,*/*;q=0.8")
            .build());
  }

  private static Map<String, String> asked() throws Exception {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("response_type", "code");
    asked.put("client_id", "samen-gateway");
    asked.put("scope", "openid profile email");
    asked.put("redirect_uri", CALLBACK);
    asked.put("state", "mine");
    asked.put("nonce", "once");
    asked.put(
        "code_challenge",
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII))));
    asked.put("code_challenge_method", "S256");
    return asked;
  }

  private HttpResponse<String> choose(
      HttpClient browser, HttpResponse<String> page, String userName) throws Exception {
    Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
    assertThat(token.find()).as("the form carries a token").isTrue();
    return RunningIdentity.send(
        browser,
        identity
            .request("/sign-in", "Content-Type", FORM)
            .POST(
                BodyPublishers.ofString(
                    RunningIdentity.form(Map.of("_csrf", token.group(1), "user", userName))))
            .build());
  }

  private HttpResponse<String> get(HttpClient browser, String where) throws Exception {
    return RunningIdentity.send(browser, identity.request(where, "Accept", "text/html").build());
  }

  private static String location(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElse("nowhere: " + response.body());
  }
}
