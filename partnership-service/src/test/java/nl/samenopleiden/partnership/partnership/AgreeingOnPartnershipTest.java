package nl.samenopleiden.partnership.partnership;

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
class AgreeingOnPartnershipTest {

  private static final String PARTNERSHIPS = "/api/partnership/partnerships";

  @Autowired Samen samen;
  World world;
  String board;
  String pabo;
  Client manager;
  Client coordinator;

  @BeforeEach
  void twoThatDoNotWorkTogetherYet() {
    world = new World(samen);
    board = world.tenant("Stichting Noord");
    pabo = world.pabo("Pabo Proef");
    manager = samen.as(world.manager(pabo));
    coordinator = samen.as(world.coordinator(board));
  }

  @Test
  void whatThePaboProposesTheBoardAccepts() {
    Answer proposed = manager.post(PARTNERSHIPS, Map.of("board", board));
    assertThat(proposed.status()).isEqualTo(201);
    assertThat(proposed.json().get("id").asString()).isEqualTo(board + "~" + pabo);
    assertThat(proposed.json().get("waitsFor").asString()).isEqualTo("BOARD");
    assertThat(schoolsSeenBy(manager)).as("nothing is in force yet").isZero();

    Answer own = manager.post(proposed.header("Location") + "/acceptance", Map.of());
    assertThat(own.status()).isEqualTo(409);
    assertThat(own.json().get("type").asString()).isEqualTo("urn:samen:problem:own-proposal");

    assertThat(
            coordinator
                .get(PARTNERSHIPS)
                .json()
                .get("items")
                .get(0)
                .get("yoursToAnswer")
                .asBoolean())
        .isTrue();
    Answer agreed = coordinator.post(proposed.header("Location") + "/acceptance", Map.of());
    assertThat(agreed.json().get("state").asString()).isEqualTo("IN_FORCE");
    samen.await(() -> assertThat(schoolsSeenBy(manager)).isEqualTo(1));
    samen.await(
        () ->
            assertThat(samen.heard("PartnershipAgreed"))
                .anyMatch(
                    each ->
                        each.owner().toString().equals("board:" + board)
                            && each.json().get("pabo").asString().equals(pabo)));
  }

  @Test
  void whatTheBoardProposesThePaboAccepts() {
    Answer proposed = coordinator.post(PARTNERSHIPS, Map.of("pabo", pabo));
    assertThat(proposed.json().get("waitsFor").asString()).isEqualTo("PABO");
    assertThat(coordinator.post(proposed.header("Location") + "/acceptance", Map.of()).status())
        .isEqualTo(409);
    assertThat(manager.get(PARTNERSHIPS).json().get("items").get(0).get("partnerName").asString())
        .as("the pabo sees the proposal of a board that it does not work with")
        .isEqualTo("Stichting Noord");
    Answer again = manager.post(PARTNERSHIPS, Map.of("board", board));
    assertThat(again.json().get("type").asString())
        .isEqualTo("urn:samen:problem:proposal-waits-for-you");
    assertThat(manager.post(proposed.header("Location") + "/acceptance", Map.of()).status())
        .isEqualTo(200);
  }

  @Test
  void eitherEndsItAndItCanBeProposedAgain() {
    world.partners(pabo, board);
    String id = PARTNERSHIPS + "/" + board + "~" + pabo;
    assertThat(coordinator.post(id + "/end", Map.of()).json().get("state").asString())
        .isEqualTo("ENDED");
    samen.await(() -> assertThat(schoolsSeenBy(manager)).isZero());
    assertThat(coordinator.post(id + "/acceptance", Map.of()).json().get("type").asString())
        .isEqualTo("urn:samen:problem:no-proposal");
    assertThat(coordinator.post(PARTNERSHIPS, Map.of("pabo", pabo)).status()).isEqualTo(201);
  }

  @Test
  void onlyWhoTakesPartCanBeProposedTo() {
    String registered = samen.freshBoard();
    world.importRegister(World.HEADER + World.row(registered, World.freshLocation(), "Een"));
    Answer answer = manager.post(PARTNERSHIPS, Map.of("board", registered));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("field").asString()).isEqualTo("board");
    assertThat(coordinator.post(PARTNERSHIPS, Map.of("pabo", "geen-pabo")).status()).isEqualTo(422);
    assertThat(manager.post(PARTNERSHIPS, Map.of()).status()).isEqualTo(422);
    assertThat(manager.get(PARTNERSHIPS + "/candidates").body()).contains(board);
  }

  @Test
  void aThirdOneNeitherSeesNorAnswersIt() {
    manager.post(PARTNERSHIPS, Map.of("board", board));
    String id = PARTNERSHIPS + "/" + board + "~" + pabo;
    Client otherBoard = samen.as(world.coordinator(world.tenant("Stichting Zuid")));
    Client otherPabo = samen.as(world.manager(world.pabo("Pabo Elders")));
    for (Client other : new Client[] {otherBoard, otherPabo}) {
      assertThat(other.get(PARTNERSHIPS).json().get("total").asInt()).isZero();
      assertThat(other.get(id).status()).isEqualTo(404);
      assertThat(other.post(id + "/acceptance", Map.of()).status()).isEqualTo(404);
      assertThat(other.post(id + "/end", Map.of()).status()).isEqualTo(404);
    }
    Client leader = samen.as(samen.person(Role.SCHOOL_LEADER).ofBoard(board));
    assertThat(leader.get(PARTNERSHIPS).json().get("total").asInt()).isEqualTo(1);
    assertThat(leader.post(id + "/acceptance", Map.of()).status()).isEqualTo(403);
  }

  @Test
  void thePageShowsBothWhatWaitsForWhom() {
    Answer proposed = manager.postForm("/partnership/partnerships", Map.of("partner", board));
    assertThat(proposed.status()).isEqualTo(302);
    assertThat(manager.get("/partnership/partnerships?done=proposed").body())
        .contains("Stichting Noord", "Wacht op het bestuur", "Voorstel terugnemen")
        .contains("Uw voorstel ligt nu bij de ander.")
        .doesNotContain("Ja, wij werken samen");
    assertThat(coordinator.in("en").get("/partnership/partnerships").body())
        .contains("Pabo Proef", "Waits for your answer", "Yes, we work together");
    assertThat(
            manager
                .postForm(
                    "/partnership/partnerships/" + board + "~" + pabo + "/acceptance", Map.of())
                .status())
        .isEqualTo(409);
    assertThat(
            coordinator
                .postForm(
                    "/partnership/partnerships/" + board + "~" + pabo + "/acceptance", Map.of())
                .status())
        .isEqualTo(302);
    assertThat(manager.get("/partnership/partnerships").body()).contains("Van kracht");
    assertThat(manager.get("/partnership/partnerships/" + board + "~" + pabo + "/end").body())
        .contains("De samenwerking met Stichting Noord beëindigen?");
  }

  private static int schoolsSeenBy(Client reader) {
    return reader.get("/api/partnership/schools").json().get("total").asInt();
  }
}
