package nl.samenopleiden.partnership.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.samenopleiden.partnership.World;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Client;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SamenTest
class OnboardingTest {

  @Autowired Samen samen;
  World world;
  String board;
  Client operator;

  @BeforeEach
  void aBoardOfTheRegister() {
    world = new World(samen);
    board = samen.freshBoard();
    operator = samen.as(world.operator());
    world.importRegister(World.HEADER + World.row(board, World.freshLocation(), "Een"));
  }

  @Test
  void anOperatorChoosesABoardAsATenantAndItIsTold() {
    Answer answer = onboard("Stichting Nieuw");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("onboarded").asBoolean()).isTrue();
    assertThat(answer.json().get("schools").asInt()).isEqualTo(1);
    samen.await(
        () ->
            assertThat(samen.heard("BoardOnboarded"))
                .anyMatch(
                    each ->
                        each.id().toString().equals("platform:operator/" + board)
                            && each.json().get("name").asString().equals("Stichting Nieuw")));
    assertThat(onboard("Stichting Nieuw").status()).as("again is once").isEqualTo(200);
    Answer other = onboard("Andere naam");
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.json().get("detail").asString()).contains("Stichting Nieuw");
  }

  @Test
  void aNameIsNeeded() {
    Answer answer = onboard("  ");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("field").asString()).isEqualTo("name");
    Answer page =
        operator.postForm("/partnership/boards/" + board + "/onboarding", Map.of("name", " "));
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body()).contains("aria-invalid=\"true\"", "name-error");
    Answer missing =
        operator.post("/api/partnership/boards/40404040/onboarding", Map.of("name", "X"));
    assertThat(missing.status()).isEqualTo(404);
  }

  @Test
  void theFormLeadsBackToTheBoardAndSaysThatItIsDone() {
    Answer done =
        operator.postForm(
            "/partnership/boards/" + board + "/onboarding", Map.of("name", "Stichting Vorm"));
    assertThat(done.status()).isEqualTo(302);
    String page = done.header("Location").replaceFirst("^https?://[^/]+", "");
    assertThat(operator.get(page).body())
        .contains("Stichting Vorm", "Het bestuur doet nu mee.", "Doet mee sinds")
        .doesNotContain("Kiezen als deelnemer");
  }

  @Test
  void aRegisterThatIsImportedAgainLeavesTheTenantsNameAlone() {
    onboard("Stichting Blijft");
    world.importRegister(World.HEADER + World.row(board, World.freshLocation(), "Twee"));
    assertThat(operator.get("/api/partnership/boards/" + board).json().get("name").asString())
        .isEqualTo("Stichting Blijft");
    assertThat(operator.get("/api/partnership/boards/" + board).json().get("schools").asInt())
        .isEqualTo(2);
    assertThat(
            operator
                .get("/api/partnership/boards?onboarded=true&q=" + board)
                .json()
                .get("total")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void onlyAnOperatorMay() {
    Client coordinator = samen.as(world.coordinator(board));
    assertThat(
            coordinator
                .post("/api/partnership/boards/" + board + "/onboarding", Map.of("name", "X"))
                .status())
        .isEqualTo(403);
    assertThat(coordinator.post("/api/partnership/pabos", Map.of("code", "x")).status())
        .isEqualTo(403);
    assertThat(coordinator.get("/api/partnership/boards").json().get("total").asInt())
        .as("a board finds itself")
        .isEqualTo(1);
    assertThat(samen.as(samen.person(Role.STUDENT).ofPabo("x")).get("/partnership/pabos").status())
        .isEqualTo(403);
  }

  @Test
  void pabosAreRegisteredOnce() {
    String code = samen.freshPabo();
    Map<String, String> wanted = Map.of("code", code, "name", "Pabo Een");
    assertThat(operator.post("/api/partnership/pabos", wanted).status()).isEqualTo(201);
    assertThat(operator.post("/api/partnership/pabos", wanted).status()).isEqualTo(201);
    assertThat(
            operator
                .post("/api/partnership/pabos", Map.of("code", code, "name", "Pabo Twee"))
                .status())
        .isEqualTo(409);
    Answer bad = operator.post("/api/partnership/pabos", Map.of("code", "Pabo X", "name", "X"));
    assertThat(bad.json().get("field").asString()).isEqualTo("code");
    assertThat(operator.get("/partnership/pabos").body()).contains("Pabo Een");
    Answer form =
        operator.postForm("/partnership/pabos", Map.of("code", "a/b", "name", "Typte ik"));
    assertThat(form.status()).isEqualTo(422);
    assertThat(form.body()).contains("Typte ik", "code-error");
    samen.await(
        () ->
            assertThat(samen.heard("PaboRegistered"))
                .filteredOn(each -> each.id().value().equals(code))
                .hasSize(1));
  }

  private Answer onboard(String name) {
    return operator.post("/api/partnership/boards/" + board + "/onboarding", Map.of("name", name));
  }
}
