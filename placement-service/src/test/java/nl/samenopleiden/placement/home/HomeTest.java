package nl.samenopleiden.placement.home;

import static org.assertj.core.api.Assertions.assertThat;

import nl.samenopleiden.placement.World;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.test.Client;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SamenTest
class HomeTest {

  @Autowired Samen samen;

  @Test
  void everyRoleHasAFirstPageAndATile() {
    World world = World.of(samen);
    String ark = world.school("De Ark");
    for (Role role : Role.values()) {
      Client client =
          switch (role) {
            case OPERATOR -> samen.as(samen.person(role));
            case BOARD_COORDINATOR, SCHOOL_LEADER, SCHOOL_EDUCATOR, MENTOR, TEACHER ->
                world.at(ark, role);
            default -> samen.as(samen.person(role).ofPabo(world.pabo));
          };
      assertThat(client.get("/placement").body()).as(role.text()).contains("<h1>Plaatsing</h1>");
      String tile = client.in("en").get("/placement/fragments/home").body().strip();
      assertThat(tile)
          .as(role.text())
          .startsWith("<section class=\"tile\">")
          .endsWith("</section>")
          .contains("href=\"/placement\"")
          .doesNotContain("??", "th:");
    }
  }

  @Test
  void theTileSaysWhatIsToBeDone() {
    World world = World.of(samen);
    String ark = world.school("De Ark");
    world.student("Noor");
    world.student("Sem");
    assertThat(world.manager().get("/placement/fragments/home").body())
        .contains("<span class=\"number\">2</span>", "studenten zonder plaatsing, van 2");
    assertThat(world.at(ark, Role.SCHOOL_LEADER).get("/placement/fragments/home").body())
        .contains("Bied plaatsen aan voor de volgende periode");
  }
}
