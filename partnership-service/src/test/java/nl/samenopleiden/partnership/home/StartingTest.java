package nl.samenopleiden.partnership.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.samenopleiden.partnership.World;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Client;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SamenTest
class StartingTest {

  @Autowired Samen samen;
  World world;

  @BeforeEach
  void world() {
    world = new World(samen);
  }

  @Test
  void everyRoleFindsSomethingToDoAndEveryLinkWorks() {
    String board = world.tenant("Stichting Start");
    String school =
        samen
            .as(world.coordinator(board))
            .get("/api/partnership/schools")
            .json()
            .get("items")
            .get(0)
            .get("code")
            .asString();
    for (Role role : Role.values()) {
      Person person =
          switch (role) {
            case OPERATOR -> samen.person(role);
            case PROGRAMME_MANAGER, SUPERVISOR, LECTURER, STUDENT, PARTNER ->
                samen.person(role).ofPabo("start");
            case BOARD_COORDINATOR, SCHOOL_LEADER, SCHOOL_EDUCATOR, MENTOR, TEACHER ->
                samen.person(role).ofBoard(board).atSchool(school);
          };
      Client client = samen.as(person);
      for (String language : new String[] {"nl", "en"}) {
        Answer start = client.in(language).get("/partnership");
        assertThat(start.status()).as(role.text()).isEqualTo(200);
        assertThat(start.body()).doesNotContain("??");
        Answer tile = client.in(language).get("/partnership/fragments/home");
        assertThat(tile.status()).isEqualTo(200);
        assertThat(tile.body().strip())
            .startsWith("<section class=\"tile\">")
            .endsWith("</section>")
            .doesNotContain("??");
        links(start.body())
            .forEach(
                link -> {
                  Answer page = client.in(language).get(link);
                  assertThat(page.status()).as(role.text() + " " + link).isEqualTo(200);
                  assertThat(page.body()).as(link).doesNotContain("??");
                });
      }
    }
  }

  @Test
  void theTileTellsWhatWaits() {
    String board = world.tenant("Stichting Tegel");
    String pabo = world.pabo("Pabo Tegel");
    Client coordinator = samen.as(world.coordinator(board));
    assertThat(coordinator.get("/partnership/fragments/home").body())
        .contains("Stel een samenwerking voor", "school");
    samen.as(world.manager(pabo)).post("/api/partnership/partnerships", Map.of("board", board));
    assertThat(coordinator.get("/partnership/fragments/home").body())
        .contains("Een voorstel wacht op uw antwoord");
    assertThat(coordinator.get("/partnership").body())
        .contains("Een voorstel wacht op uw antwoord");
  }

  private static java.util.List<String> links(String page) {
    return java.util.regex.Pattern.compile("href=\"(/partnership/[a-z][^\"]*)\"")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .filter(link -> !link.startsWith("/partnership/assets"))
        .toList();
  }
}
