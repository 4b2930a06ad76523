package nl.samenopleiden.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.samenopleiden.local.demo.DemoWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTokensTest {

  private static final String[] KEY = {"X-Demo-Key", RunningIdentity.KEY};

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
  void whoHasTheKeyGetsTokensOfDemonstrationUsers() throws Exception {
    HttpResponse<String> answer = ask("{\"users\":[\"coordinator2\",\"beheer\"]}", KEY);
    assertThat(answer.statusCode()).isEqualTo(200);
    var tokens = RunningIdentity.json(answer);
    assertThat(tokens.propertyNames()).containsExactly("coordinator2", "beheer");
    var coordinator = DemoWorld.create().user("coordinator2").orElseThrow();
    assertThat(identity.claims(tokens.get("coordinator2").asString()))
        .containsEntry("iss", identity.address())
        .containsEntry("sub", coordinator.sub())
        .containsEntry("email", coordinator.email())
        .containsEntry("aud", List.of("samen"))
        .containsEntry("roles", List.of("board-coordinator"))
        .containsEntry("board", "90002")
        .doesNotContainKeys("school", "pabo");
    assertThat(identity.claims(tokens.get("beheer").asString()))
        .containsEntry("roles", List.of("operator"))
        .doesNotContainKeys("board", "pabo");
  }

  @Test
  void whoHasNoKeyGetsNothing() throws Exception {
    assertThat(ask("{\"users\":[\"beheer\"]}").statusCode()).isEqualTo(403);
    assertThat(ask("{\"users\":[\"beheer\"]}", "X-Demo-Key", "guessed").statusCode())
        .isEqualTo(403);
  }

  @Test
  void withoutAKeyInTheEnvironmentThereIsNoSuchEndpoint(@TempDir Path other) throws Exception {
    try (var without = RunningIdentity.in(other, "--samen.identity.demo-key=")) {
      assertThat(
              without
                  .post("/demo/tokens", "application/json", "{\"users\":[\"beheer\"]}", KEY)
                  .statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void othersAudienceAndExpiryAreAsAsked() throws Exception {
    String token =
        RunningIdentity.json(
                ask(
                    "{\"people\":[{\"sub\":\"x1\",\"name\":\"X\",\"email\":\"x@y.example\","
                        + "\"roles\":[\"teacher\",\"mentor\"],\"board\":\"41\",\"school\":\"00AA00\"}],"
                        + "\"minutes\":-5,\"audience\":\"another\"}",
                    KEY))
            .get("x1")
            .asString();
    Map<String, Object> claims = identity.claims(token);
    assertThat(claims)
        .containsEntry("sub", "x1")
        .containsEntry("aud", List.of("another"))
        .containsEntry("roles", List.of("teacher", "mentor"))
        .containsEntry("school", "00AA00");
    assertThat((Date) claims.get("exp"))
        .isCloseTo(new Date(System.currentTimeMillis() - 300_000), 60_000);
  }

  @Test
  void whatCannotBeDoneIsSaid() throws Exception {
    HttpResponse<String> unknown = ask("{\"users\":[\"nobody\"]}", KEY);
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("nobody has the user name nobody");
    assertThat(ask("{", KEY).statusCode()).isEqualTo(400);
    assertThat(ask("{\"people\":[{\"name\":\"without subject\"}]}", KEY).statusCode())
        .isEqualTo(400);
    assertThat(ask("{\"users\":[\"beheer\"],\"minutes\":0}", KEY).statusCode()).isEqualTo(400);
  }

  @Test
  void hundredsOfTeachersGetTheirTokensAtOnce() throws Exception {
    String people =
        IntStream.range(0, 200)
            .mapToObj(n -> "{\"sub\":\"t" + n + "\",\"roles\":[\"teacher\"],\"board\":\"1\"}")
            .collect(Collectors.joining(","));
    long before = System.nanoTime();
    HttpResponse<String> answer = ask("{\"people\":[" + people + "]}", KEY);
    Duration took = Duration.ofNanos(System.nanoTime() - before);
    assertThat(RunningIdentity.json(answer).size()).isEqualTo(200);
    assertThat(took).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void theKeyIsItsOwnersOnly() throws Exception {
    Path key = folder.resolve("identity/signing-key.json");
    assertThat(Files.getPosixFilePermissions(key)).hasSize(2);
    assertThat(Files.getPosixFilePermissions(key.getParent())).hasSize(3);
  }

  private static HttpResponse<String> ask(String body, String... headers) throws Exception {
    return identity.post("/demo/tokens", "application/json", body, headers);
  }
}
