package nl.samenopleiden.partnership.register;

import static nl.samenopleiden.partnership.World.HEADER;
import static nl.samenopleiden.partnership.World.freshLocation;
import static nl.samenopleiden.partnership.World.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.samenopleiden.partnership.World;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Client;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * Schools that a national file does not hold are reported, and closed only when somebody says so.
 */
@SamenTest
class ClosingTest {

  private static final String IMPORTS = "/api/partnership/school-imports/";

  @Autowired Samen samen;
  World world;
  Client operator;
  String board;
  String gone;
  List<String> others;

  @BeforeEach
  void aRegister() {
    world = new World(samen);
    operator = samen.as(world.operator());
    board = samen.freshBoard();
    gone = freshLocation();
    others = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      others.add(freshLocation());
    }
    world.importRegister(HEADER + rows(others) + row(board, gone, "Gaat dicht"));
  }

  @Test
  void aMissingSchoolStaysOpenUntilAnOperatorClosesIt() {
    JsonNode done = world.importRegister(HEADER + rows(others) + everythingElse());
    assertThat(done.get("missing").asInt()).isEqualTo(1);
    String id = done.get("id").asString();
    assertThat(isOpen(gone)).isTrue();
    assertThat(operator.get(IMPORTS + id + "/missing").body()).contains(gone);
    assertThat(operator.get("/partnership/school-imports/" + id + "/missing").body())
        .contains("Eén school die wij kennen staat niet in het bestand.", "Deze scholen sluiten");

    Answer closed = operator.post(IMPORTS + id + "/closing", Map.of());
    assertThat(closed.json().get("closed").asInt()).isEqualTo(1);
    assertThat(isOpen(gone)).isFalse();
    assertThat(operator.get("/api/partnership/boards/" + board).json().get("schools").asInt())
        .isEqualTo(3);
    samen.await(
        () ->
            assertThat(samen.heard("SchoolClosed"))
                .anyMatch(each -> each.id().toString().equals("board:" + board + "/" + gone)));
    assertThat(operator.post(IMPORTS + id + "/closing", Map.of()).json().get("closed").asInt())
        .as("again closes nothing more")
        .isEqualTo(1);

    JsonNode back = world.importRegister(HEADER + row(board, gone, "Weer open"));
    assertThat(back.get("added").asInt()).isEqualTo(1);
    assertThat(isOpen(gone)).isTrue();
  }

  @Test
  void aPartOfTheRegisterSaysNothingOfTheRest() {
    JsonNode done = world.importRegister(HEADER + row(board, others.getFirst(), "Een"));
    assertThat(done.has("missing")).isFalse();
    Answer refused = operator.post(IMPORTS + done.get("id").asString() + "/closing", Map.of());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().get("type").asString())
        .isEqualTo("urn:samen:problem:nothing-to-close");
  }

  @Test
  void aBrokenRowOfAKnownSchoolIsNotAMissingSchool() {
    String broken = row(board, gone, "Gaat dicht").replace("3011 AA", "geen");
    JsonNode done = world.importRegister(HEADER + rows(others) + everythingElse() + broken);
    assertThat(done.get("rejected").asInt()).isEqualTo(1);
    assertThat(done.get("missing").asInt()).isZero();
  }

  @Test
  void nothingIsClosedWhileARowCannotBeRead() {
    JsonNode done =
        world.importRegister(
            HEADER + rows(others) + everythingElse() + "onleesbaar;" + gone + "\n");
    assertThat(done.get("missing").asInt()).isEqualTo(1);
    String id = done.get("id").asString();
    Answer refused = operator.post(IMPORTS + id + "/closing", Map.of());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().get("type").asString())
        .isEqualTo("urn:samen:problem:closing-with-unreadable-rows");
    assertThat(operator.get("/partnership/school-imports/" + id + "/missing").body())
        .contains("Eerst de overgeslagen regels")
        .doesNotContain("Deze scholen sluiten");
    assertThat(isOpen(gone)).isTrue();
  }

  private boolean isOpen(String code) {
    return operator.get("/api/partnership/schools/" + code).json().get("open").asBoolean();
  }

  private String rows(List<String> codes) {
    StringBuilder rows = new StringBuilder();
    codes.forEach(code -> rows.append(row(board, code, "School " + code)));
    return rows.toString();
  }

  /** Every school that other tests have registered: a national file holds them all. */
  private String everythingElse() {
    StringBuilder rows = new StringBuilder();
    for (int page = 0; ; page++) {
      JsonNode found =
          operator.get("/api/partnership/schools?size=200&page=" + page).json().get("items");
      found.forEach(
          each -> {
            if (!each.get("board").asString().equals(board)) {
              rows.append(
                  row(
                      each.get("board").asString(),
                      each.get("code").asString(),
                      each.get("name").asString().replaceAll("[\";]", "")));
            }
          });
      if (found.size() < 200) {
        return rows.toString();
      }
    }
  }
}
