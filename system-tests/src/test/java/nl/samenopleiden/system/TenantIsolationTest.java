package nl.samenopleiden.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import nl.samenopleiden.local.frontdoor.FrontDoor;
import nl.samenopleiden.local.frontdoor.Reply;
import nl.samenopleiden.system.Asking.Got;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Tries every endpoint that the applications list, at the gateway and at the service itself, as
 * those who must not get in. The list is the applications' own: a new endpoint is tried without
 * anybody thinking of it, and one with a new kind of id fails until the test knows an id of that
 * kind.
 */
@ExtendWith(RunningPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantIsolationTest {

  private static final List<String> SERVICES =
      List.of("partnership", "placement", "professionalisation", "events");
  private static final List<String> PABO_ROLES =
      List.of("programme-manager", "supervisor", "lecturer", "student");
  private static final List<String> BOARD_ROLES =
      List.of("board-coordinator", "school-leader", "school-educator", "mentor", "teacher");
  private static final String NOBODYS = "90999";

  private final RunningPlatform platform;
  private final List<Endpoint> endpoints = new ArrayList<>();
  private final Map<String, String> owned = new LinkedHashMap<>();
  private final List<String> secrets = new ArrayList<>();
  private final Asking asking;

  TenantIsolationTest(RunningPlatform platform) {
    this.platform = platform;
    this.asking = new Asking(platform);
  }

  @BeforeAll
  void whatThereIs() {
    FrontDoor door = platform.door();
    for (String service : SERVICES) {
      door.as("beheer")
          .get("/api/" + service + "/operations/endpoints")
          .valueStream()
          .forEach(
              each ->
                  endpoints.add(
                      new Endpoint(
                          service,
                          each.path("method").asString(),
                          each.path("path").asString(),
                          each.path("known").asBoolean(),
                          new TreeSet<>(
                              each.path("roles").valueStream().map(JsonNode::asString).toList()),
                          each.path("open").asBoolean())));
    }
    ownedByTheFirstBoardAndPabo(door);
  }

  @Test
  void everyEndpointSaysWhoMayCallIt() {
    assertThat(endpoints).hasSizeGreaterThan(80);
    assertThat(endpoints).allMatch(Endpoint::known);
  }

  @Test
  void onlyTheseAreForEverybody() {
    assertThat(endpoints.stream().filter(Endpoint::open).map(Endpoint::toString))
        .containsExactlyInAnyOrder(
            "GET /professionalisation/public/certificates",
            "GET /professionalisation/public/certificates/{code}",
            "GET /api/professionalisation/public/certificates/{code}",
            "GET /api/professionalisation/public/issuers/{pabo}",
            "GET /api/professionalisation/public/keys",
            "GET /api/professionalisation/public/keys/{key}");
  }

  @TestFactory
  Stream<DynamicTest> withoutAGoodTokenNobodyGetsIn() {
    String good = asking.stranger("teacher", NOBODYS, "");
    Map<String, String> bad = new LinkedHashMap<>();
    bad.put("nobody", "");
    bad.put("an expired token", asking.expired("teacher", NOBODYS));
    bad.put("a token of another audience", asking.forAnotherAudience("teacher", NOBODYS));
    bad.put("a token without signature", unsigned(good));
    bad.put("a token with a changed claim", changed(good));
    return endpoints.stream()
        .filter(endpoint -> !endpoint.open())
        .map(
            endpoint ->
                DynamicTest.dynamicTest(
                    endpoint.toString(),
                    () -> bad.forEach((name, token) -> isKeptOut(endpoint, name, token))));
  }

  @TestFactory
  Stream<DynamicTest> anotherRoleIsRefused() {
    return endpoints.stream()
        .filter(endpoint -> !endpoint.roles().isEmpty())
        .map(
            endpoint ->
                DynamicTest.dynamicTest(
                    endpoint.toString(),
                    () -> {
                      for (String role :
                          Stream.concat(PABO_ROLES.stream(), BOARD_ROLES.stream()).toList()) {
                        if (!endpoint.allows(role)) {
                          String token = strangerWith(role);
                          for (String base : bases(endpoint)) {
                            Got got =
                                asking.send(base, endpoint, UUID.randomUUID().toString(), token);
                            // 415: what is sent never reaches an endpoint that takes files only.
                            assertThat(got.status()).as("%s as %s", base, role).isIn(403, 415);
                          }
                        }
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> someoneElsesLooksLikeWhatDoesNotExist() {
    return endpoints.stream()
        .filter(endpoint -> !endpoint.variables().isEmpty() && !endpoint.open())
        .map(
            endpoint ->
                DynamicTest.dynamicTest(
                    endpoint.toString(),
                    () -> {
                      String id = idFor(endpoint);
                      for (String role : rolesOf(endpoint)) {
                        for (String base : bases(endpoint)) {
                          looksTheSame(base, endpoint, id, role);
                        }
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> noListShowsAnybodyElses() {
    return endpoints.stream()
        .filter(endpoint -> endpoint.method().equals("GET") && endpoint.variables().isEmpty())
        .map(
            endpoint ->
                DynamicTest.dynamicTest(
                    endpoint.toString(),
                    () -> {
                      for (String role : rolesOf(endpoint)) {
                        String token = strangerWith(role);
                        for (String base : bases(endpoint)) {
                          Got plain = asking.send(base, endpoint, "", token);
                          assertThat(plain.body())
                              .as("%s as %s", base, role)
                              .doesNotContain(secrets);
                          Got claiming =
                              asking.claiming(base, endpoint, token, "90001", "rijnmond");
                          assertThat(claiming.status()).isEqualTo(plain.status());
                          assertThat(claiming.body()).doesNotContain(secrets);
                        }
                      }
                    }));
  }

  private void isKeptOut(Endpoint endpoint, String name, String token) {
    String id = UUID.randomUUID().toString();
    Got direct = asking.send(platform.addressOf(endpoint.service()), endpoint, id, token);
    assertThat(direct.status()).as("%s at the service", name).isEqualTo(401);
    Got front = asking.send(platform.addresses().gateway(), endpoint, id, token);
    if (endpoint.isApi()) {
      assertThat(front.status()).as("%s at the gateway", name).isEqualTo(401);
    } else {
      // A person without a session is sent to sign in; a foreign form is refused before that.
      assertThat(front.status()).as("%s at the gateway", name).isIn(302, 303, 401, 403);
    }
    assertThat(front.body()).doesNotContain(secrets);
  }

  private void looksTheSame(String base, Endpoint endpoint, String id, String role) {
    String token = strangerWith(role);
    String nothing = likeButNothing(id);
    Got elses = asking.send(base, endpoint, id, token);
    Got none = asking.send(base, endpoint, nothing, token);
    assertThat(elses.status())
        .as("%s as %s", base, role)
        .isEqualTo(none.status())
        .isNotEqualTo(200);
    assertThat(elses.status()).as("%s as %s", base, role).isBetween(300, 499);
    assertThat(elses.body().replace(id, "ID"))
        .as("%s as %s", base, role)
        .isEqualTo(none.body().replace(nothing, "ID"));
  }

  private List<String> bases(Endpoint endpoint) {
    return List.of(platform.addressOf(endpoint.service()), platform.addresses().gateway());
  }

  private String strangerWith(String role) {
    return PABO_ROLES.contains(role)
        ? asking.stranger(role, "", "vreemd")
        : asking.stranger(role, NOBODYS, "");
  }

  private static List<String> rolesOf(Endpoint endpoint) {
    // Operators look after the whole installation: there is no 'someone else' for them.
    return Stream.concat(PABO_ROLES.stream(), BOARD_ROLES.stream())
        .filter(endpoint::allows)
        .toList();
  }

  /** An id of the same form that names nothing. */
  private static String likeButNothing(String id) {
    return id.matches("[0-9]{5}")
        ? "98765"
        : id.matches("[0-9]{2}[A-Z]{2}[0-9]{2}") ? "98ZZ98" : UUID.randomUUID().toString();
  }

  private String idFor(Endpoint endpoint) {
    String variable = endpoint.variables().getFirst();
    String key = variable.equals("import") ? importKind(endpoint) : variable;
    String id = owned.get(key);
    assertThat(id)
        .as("the test knows no id of the kind {%s}: teach it one in ownedByTheFirst…", key)
        .isNotNull();
    return id == null ? "" : id;
  }

  private static String importKind(Endpoint endpoint) {
    return Stream.of("school-imports", "colleague-imports", "student-imports")
        .filter(endpoint.path()::contains)
        .findFirst()
        .orElse("import");
  }

  private void ownedByTheFirstBoardAndPabo(FrontDoor door) {
    var coordinator = door.as("coordinator1");
    var manager = door.as("programma");
    own("board", "90001");
    // A partnership is named by the other side: a pabo that is a stranger asks for the board's.
    own("partnership", "90001");
    own("school", first(coordinator.get("/api/partnership/schools?size=1"), "code"));
    own("colleague", first(coordinator.get("/api/partnership/colleagues?size=1"), "id"));
    own("student", first(manager.get("/api/placement/students?size=1"), "id"));
    own("course", first(manager.get("/api/professionalisation/courses?size=1"), "id"));
    own("evening", first(manager.get("/api/events/evenings?size=1"), "id"));
    own("placement", place(door));
    own("meeting", meeting(door));
    own("module", module(door));
    own(
        "school-imports",
        imported(
            door.as("beheer").upload("/api/partnership/school-imports", "x.csv", new byte[0])));
    own(
        "colleague-imports",
        imported(coordinator.upload("/api/partnership/colleague-imports", "x.csv", new byte[0])));
    own(
        "student-imports",
        imported(manager.upload("/api/placement/student-imports", "x.csv", new byte[0])));
    secrets.addAll(
        List.of(
            owned("colleague"),
            owned("student"),
            owned("evening"),
            owned("course"),
            owned("meeting"),
            owned("module"),
            "@bestuur1.example",
            "90AA00"));
  }

  private String owned(String key) {
    return String.valueOf(owned.get(key));
  }

  private void own(String key, String id) {
    assertThat(id).as(key).isNotBlank();
    owned.put(key, id);
  }

  private static String first(JsonNode page, String field) {
    return page.path("items").path(0).path(field).asString();
  }

  private static String imported(Reply reply) {
    String location = reply.location().orElseThrow();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private static String meeting(FrontDoor door) {
    Instant start = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.DAYS);
    return door.as("docent")
        .send(
            "/api/professionalisation/meetings",
            Map.of(
                "theme",
                "assessing-together",
                "title",
                "Samen beoordelen",
                "place",
                "Aula",
                "seats",
                40,
                "startsAt",
                start.plus(Duration.ofHours(12)),
                "endsAt",
                start.plus(Duration.ofHours(15)),
                "agenda",
                List.of(Map.of("at", "14:30", "what", "Casus"))))
        .json()
        .path("id")
        .asString();
  }

  private static String module(FrontDoor door) {
    return door.as("docent")
        .send(
            "/api/professionalisation/modules",
            Map.of(
                "title",
                "Kijken naar kinderen",
                "learns",
                "Wat u ziet, en wat u denkt te zien.",
                "themes",
                List.of("video-coaching"),
                "link",
                "https://pabo.example/kijken",
                "minutes",
                90))
        .json()
        .path("id")
        .asString();
  }

  private static String place(FrontDoor door) {
    var manager = door.as("programma");
    JsonNode had = manager.get("/api/placement/placements?size=1");
    if (had.path("total").asInt() > 0) {
      return first(had, "id");
    }
    String school = first(door.as("coordinator1").get("/api/partnership/schools?size=1"), "code");
    door.as("coordinator1").placement().offerPlaces(school, "2027-2028-4", "PRACTICE", 3);
    String student = first(manager.get("/api/placement/students?size=1"), "id");
    return manager
        .placement()
        .place(student, school, "2027-2028-4", "PRACTICE")
        .path("id")
        .asString();
  }

  private static String unsigned(String token) {
    String header =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
    return header + "." + token.split("\\.")[1] + ".";
  }

  private static String changed(String token) {
    String[] parts = token.split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String other =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.replace(NOBODYS, "90001").getBytes(StandardCharsets.UTF_8));
    return parts[0] + "." + other + "." + parts[2];
  }
}
