package nl.samenopleiden.partnership.school;

import static org.assertj.core.api.Assertions.assertThat;

import nl.samenopleiden.partnership.World;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.test.Client;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@SamenTest
class FindingSchoolsTest {

  private static final String SCHOOLS = "/api/partnership/schools";

  @Autowired Samen samen;
  World world;
  String board;
  String other;
  String zebra;
  String anker;
  String theirs;

  @BeforeEach
  void twoBoards() {
    world = new World(samen);
    board = samen.freshBoard();
    other = samen.freshBoard();
    zebra = World.freshLocation();
    anker = World.freshLocation();
    theirs = World.freshLocation();
    world.importRegister(
        World.HEADER
            + World.row(board, zebra, "De Zébra")
            + World.row(board, anker, "Het Anker").replace("3011 AA", "9876 ZX")
            + World.row(other, theirs, "De Zebra"));
    world.onboard(board, "Stichting Zoek");
  }

  @Test
  void peopleOfABoardFindTheirOwnByNameCodePlaceAndPostcode() {
    Client teacher = samen.as(samen.person(Role.TEACHER).ofBoard(board));
    assertThat(codes(teacher.get(SCHOOLS))).isEqualTo(zebra + " " + anker);
    assertThat(codes(teacher.get(SCHOOLS + "?q=zebra"))).isEqualTo(zebra);
    assertThat(codes(teacher.get(SCHOOLS + "?q=" + anker.toLowerCase(java.util.Locale.ROOT))))
        .isEqualTo(anker);
    assertThat(codes(teacher.get(SCHOOLS + "?q=gravenhage%20anker"))).isEqualTo(anker);
    assertThat(codes(teacher.get(SCHOOLS + "?q=9876zx"))).isEqualTo(anker);
    assertThat(codes(teacher.get(SCHOOLS + "?size=1&page=1"))).isEqualTo(anker);
    assertThat(teacher.get(SCHOOLS + "?size=1").json().get("total").asInt()).isEqualTo(2);
  }

  @Test
  void anotherBoardsSchoolsAreNotThere() {
    Client teacher = samen.as(samen.person(Role.TEACHER).ofBoard(board));
    assertThat(teacher.get(SCHOOLS + "/" + theirs).status()).isEqualTo(404);
    assertThat(teacher.get("/partnership/schools/" + theirs).status()).isEqualTo(404);
    assertThat(teacher.get(SCHOOLS + "?board=" + other).status()).isEqualTo(404);
    assertThat(teacher.get("/api/partnership/boards/" + other).status()).isEqualTo(404);
    assertThat(teacher.get("/partnership/boards/" + other).status()).isEqualTo(404);
    assertThat(teacher.get(SCHOOLS + "?board=../" + other).status()).isEqualTo(404);
  }

  @Test
  void peopleOfAPaboFindThoseOfItsPartnersOnly() {
    String pabo = world.pabo("Pabo Zoek");
    Client lecturer = samen.as(samen.person(Role.LECTURER).ofPabo(pabo));
    assertThat(codes(lecturer.get(SCHOOLS))).isEmpty();
    assertThat(lecturer.get(SCHOOLS + "/" + zebra).status()).isEqualTo(404);
    world.partners(pabo, board);
    samen.await(() -> assertThat(codes(lecturer.get(SCHOOLS))).isEqualTo(zebra + " " + anker));
    JsonNode school = lecturer.get(SCHOOLS + "/" + zebra).json();
    assertThat(school.get("boardName").asString()).isEqualTo("Stichting Zoek");
    assertThat(school.get("street").asString()).isEqualTo("Dorpsstraat 1");
    assertThat(lecturer.get(SCHOOLS + "/" + theirs).status()).isEqualTo(404);
    assertThat(lecturer.get(SCHOOLS + "?board=" + other).status()).isEqualTo(404);
    assertThat(lecturer.get("/partnership/schools").body()).contains("De Zébra", "Stichting Zoek");
    assertThat(lecturer.get("/partnership/schools/" + zebra).body())
        .contains("Dorpsstraat 1", "3011 AA", "Openbaar");
    assertThat(lecturer.get("/partnership/boards").body()).contains("Stichting Zoek");
    assertThat(lecturer.get("/partnership/boards/" + board).body())
        .contains("Het Anker")
        .doesNotContain("Kiezen als deelnemer");
  }

  @Test
  void operatorsFindAllAndByBoard() {
    Client operator = samen.as(world.operator());
    assertThat(codes(operator.get(SCHOOLS + "?board=" + other))).isEqualTo(theirs);
    assertThat(codes(operator.get(SCHOOLS + "?q=zebra%20" + theirs))).isEqualTo(theirs);
    assertThat(operator.get("/partnership/boards/" + other).body())
        .contains("De Zebra", "Kiezen als deelnemer");
    assertThat(operator.get(SCHOOLS + "/99ZZ99").status()).isEqualTo(404);
  }

  @Test
  void whoBelongsNowhereFindsNothing() {
    Client nobody = samen.as(samen.person(Role.TEACHER));
    assertThat(codes(nobody.get(SCHOOLS))).isEmpty();
    assertThat(nobody.get(SCHOOLS + "/" + zebra).status()).isEqualTo(404);
  }

  private static String codes(nl.samenopleiden.platform.test.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    StringBuilder codes = new StringBuilder();
    answer
        .json()
        .get("items")
        .forEach(each -> codes.append(each.get("code").asString()).append(' '));
    return codes.toString().strip();
  }
}
