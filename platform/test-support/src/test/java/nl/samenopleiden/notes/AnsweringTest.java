package nl.samenopleiden.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Client;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import nl.samenopleiden.platform.test.TokenIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SamenTest
class AnsweringTest {

  @Autowired Samen samen;

  private Person teacher = new Person("", "", "", Role.TEACHER, null, null, null);

  @BeforeEach
  void aTeacher() {
    teacher = samen.person(Role.TEACHER).ofBoard(samen.freshBoard());
  }

  @Test
  void withoutAGoodTokenThereIsNoAnswer() {
    TokenIssuer issuer = samen.issuer();
    List<Client> bad =
        List.of(
            samen.anonymous(),
            samen.withToken(issuer.expired(teacher)),
            samen.withToken(issuer.forAnotherAudience(teacher)),
            samen.withToken(issuer.ofAnotherIssuer(teacher)),
            samen.withToken(issuer.forged(teacher)),
            samen.withToken(issuer.unsigned(teacher)),
            samen.withToken("nonsense"));
    for (Client client : bad) {
      Answer answer = client.get("/api/notes/notes");
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
      assertThat(answer.json().get("type").asString())
          .isEqualTo("urn:samen:problem:sign-in-needed");
    }
  }

  @Test
  void anEndpointWithoutAPolicyIsClosedToEverybody() {
    for (Role role : Role.values()) {
      Person person = samen.person(role).ofBoard("1");
      assertThat(samen.as(person).get("/api/notes/forgotten").status()).isEqualTo(403);
    }
  }

  @Test
  void anotherRoleIsRefused() {
    Answer answer =
        samen
            .as(samen.person(Role.LECTURER).ofPabo("p"))
            .post("/api/notes/notes", Map.of("text", "x"));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().get("type").asString()).isEqualTo("urn:samen:problem:forbidden");
  }

  @Test
  void someoneElsesLooksExactlyLikeWhatDoesNotExist() {
    String id = write("mine").json().get("id").asString();
    Client other = samen.as(samen.person(Role.TEACHER).ofBoard(samen.freshBoard()));
    String nothing = java.util.UUID.randomUUID().toString();
    Answer elses = other.get("/api/notes/notes/" + id);
    Answer none = other.get("/api/notes/notes/" + nothing);
    assertThat(elses.status()).isEqualTo(404);
    assertThat(elses.body().replace(id, "ID")).isEqualTo(none.body().replace(nothing, "ID"));
    assertThat(other.get("/api/notes/notes/" + "x".repeat(300)).status()).isEqualTo(404);
  }

  @Test
  void headersAndParametersOfTheClientDecideNothing() {
    String id = write("mine").json().get("id").asString();
    Client other = samen.as(samen.person(Role.TEACHER).ofBoard(samen.freshBoard()));
    assertThat(
            other
                .header("X-Tenant", "board:" + teacher.board())
                .header("X-Board", String.valueOf(teacher.board()))
                .get(
                    "/api/notes/notes/"
                        + id
                        + "?board="
                        + teacher.board()
                        + "&owner=board:"
                        + teacher.board())
                .status())
        .isEqualTo(404);
  }

  @Test
  void aRefusalSaysWhatWhereAndWhatToDoInTheReadersLanguage() {
    Answer dutch = write("x".repeat(41));
    assertThat(dutch.status()).isEqualTo(422);
    assertThat(dutch.json().get("field").asString()).isEqualTo("text");
    assertThat(dutch.json().get("title").asString()).isEqualTo("Te lang");
    assertThat(dutch.json().get("detail").asString())
        .isEqualTo("Een notitie heeft ten hoogste 40 tekens.");
    Answer english =
        samen.as(teacher).in("en").post("/api/notes/notes", Map.of("text", "x".repeat(41)));
    assertThat(english.json().get("remedy").asString()).isEqualTo("Make the text shorter.");
  }

  @Test
  void unreadableAndUnknownAreProblemsToo() {
    Client client = samen.as(teacher);
    assertThat(
            client
                .send("POST", "/api/notes/notes", "application/json", "{oops".getBytes())
                .json()
                .get("type")
                .asString())
        .isEqualTo("urn:samen:problem:unreadable-request");
    assertThat(client.get("/api/notes/nothing").status()).isEqualTo(404);
    assertThat(client.delete("/api/notes/notes").status()).isEqualTo(405);
    assertThat(client.send("POST", "/api/notes/notes", "text/csv", new byte[1]).status())
        .isEqualTo(415);
  }

  @Test
  void aRepeatedPostWithTheSameKeyIsOnePost() {
    Client client = samen.as(teacher).header("Idempotency-Key", "k1");
    Answer first = client.post("/api/notes/notes", Map.of("text", "once"));
    Answer second = client.post("/api/notes/notes", Map.of("text", "once"));
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(client.get("/api/notes/notes").json().get("total").asInt()).isEqualTo(1);

    Answer other = client.post("/api/notes/mails", Map.of("text", "m"));
    assertThat(other.json().get("type").asString())
        .isEqualTo("urn:samen:problem:idempotency-key-reused");
    Answer neighbour =
        samen
            .as(samen.person(Role.TEACHER).ofBoard(String.valueOf(teacher.board())))
            .header("Idempotency-Key", "k1")
            .post("/api/notes/notes", Map.of("text", "another"));
    assertThat(neighbour.json().get("text").asString()).isEqualTo("another");
  }

  @Test
  void aMailThatIsQueuedTwiceIsOneMail() {
    Client client = samen.as(teacher);
    client.post("/api/notes/mails", Map.of("text", "welcome"));
    client.post("/api/notes/mails", Map.of("text", "welcome"));
    client.post("/api/notes/mails", Map.of("text", "goodbye"));
    samen.await(() -> assertThat(samen.mailsTo(teacher.email())).hasSize(2));
    assertThat(samen.mailsTo(teacher.email()).getFirst().subject()).isEqualTo("Onderwerp é");
    assertThat(samen.mailsTo(teacher.email()).getFirst().text()).startsWith("Een\n\nTwee");
    assertThat(samen.mailsTo(teacher.email()).stream().map(each -> each.id()).distinct())
        .hasSize(2);
  }

  @Test
  void aPageSpeaksTheReadersLanguageAndShowsWhoIsThere() {
    Answer page = samen.as(teacher).in("en").get("/notes");
    assertThat(page.body()).contains("lang=\"en\"", "<h1>Notes</h1>", teacher.name());
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
    assertThat(samen.as(teacher).get("/notes").body()).contains("<title>Notities – Samen</title>");
    assertThat(samen.as(teacher).get("/notes/nothing").body()).contains("Niet gevonden");
    assertThat(samen.anonymous().get("/notes/assets/samen.css").status()).isEqualTo(200);
    assertThat(samen.anonymous().get("/notes/assets/2.0.8/dist/htmx.min.js").status())
        .isEqualTo(200);
  }

  @Test
  void theTraceGoesOnFromTheRequestIntoTheEvent() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    Answer answer =
        samen
            .as(teacher)
            .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
            .post("/api/notes/notes", Map.of("text", "traced"));
    String id = answer.json().get("id").asString();
    samen.await(
        () ->
            assertThat(samen.heard("NoteWritten"))
                .filteredOn(each -> each.id().value().equals(id))
                .singleElement()
                .satisfies(each -> assertThat(each.trace()).contains(trace)));
  }

  @Test
  void healthIsOpenAndSaysNoMoreThanItMust() {
    assertThat(samen.anonymous().get("/actuator/health/readiness").body())
        .isEqualTo("{\"status\":\"UP\"}");
    assertThat(samen.anonymous().get("/actuator/env").status()).isEqualTo(401);
    assertThat(samen.anonymous().get("/api/notes/openapi.json").body())
        .contains("/api/notes/notes/{note}")
        .doesNotContain("\"access\"");
  }

  @Test
  void operatorsSeeEveryEndpointWithItsPolicy() {
    Client operator = samen.as(samen.person(Role.OPERATOR));
    assertThat(operator.get("/api/notes/operations/endpoints").body())
        .contains("/api/notes/forgotten")
        .contains("\"known\":false");
    assertThat(samen.as(teacher).get("/api/notes/operations/endpoints").status()).isEqualTo(403);
  }

  private Answer write(String text) {
    return samen.as(teacher).post("/api/notes/notes", Map.of("text", text));
  }
}
