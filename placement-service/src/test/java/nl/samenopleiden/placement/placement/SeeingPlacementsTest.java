package nl.samenopleiden.placement.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.samenopleiden.placement.World;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Client;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SamenTest
class SeeingPlacementsTest {

  @Autowired Samen samen;

  private World world;
  private String ark = "";
  private String brug = "";
  private String noor = "";

  @BeforeEach
  void noorIsPlacedAtTheArk() {
    world = World.of(samen);
    ark = world.school("De Ark");
    brug = world.school("De Brug");
    world.offer(ark, 3);
    world.offer(brug, 2);
    noor = world.student("Noor de Wit", "noor@" + world.pabo + ".example");
    assertThat(world.place(noor, ark).status()).isEqualTo(201);
    samen.await(
        () -> assertThat(list(world.at(ark, Role.SCHOOL_LEADER)).body()).contains("Noor de Wit"));
  }

  @Test
  void thePaboSeesItsOwnStudents() {
    assertThat(list(world.manager()).body()).contains("Noor de Wit", "De Ark", "\"total\":1", noor);
    assertThat(world.manager().get("/api/placement/placements?q=ark&period=2026-2027-1").body())
        .contains("\"total\":1");
    assertThat(world.manager().get("/api/placement/placements?period=2026-2027-2").body())
        .contains("\"total\":0");
    assertThat(world.manager().get("/api/placement/placements?q=sem").body())
        .contains("\"total\":0");
  }

  @Test
  void thoseAtTheSchoolSeeWhoComesAndNothingMore() {
    for (Role role : List.of(Role.SCHOOL_LEADER, Role.SCHOOL_EDUCATOR, Role.MENTOR)) {
      assertThat(list(world.at(ark, role)).body())
          .contains("Noor de Wit", "\"year\":2")
          .doesNotContain("noor@", "\"number\":\"");
      assertThat(list(world.at(brug, role)).body()).contains("\"total\":0");
    }
    assertThat(list(samen.as(samen.person(Role.SCHOOL_LEADER).ofBoard(world.board))).body())
        .contains("\"total\":0");
    assertThat(list(world.at(ark, Role.TEACHER)).status()).isEqualTo(403);
  }

  @Test
  void theCoordinatorSeesNumbersPerSchoolAndPeriod() {
    Answer numbers = list(world.coordinator());
    assertThat(numbers.json().get("items").toString())
        .isEqualTo(
            "[{\"school\":\""
                + ark
                + "\",\"schoolName\":\"De Ark\",\"period\":\"2026-2027-1\",\"count\":1}]");
    assertThat(numbers.body()).doesNotContain("Noor", noor);
  }

  @Test
  void anotherPaboAndAnotherBoardSeeNothingOfTheStudent() {
    World stranger = World.of(samen);
    World other = world.withAnotherPabo();
    List<Client> nosy =
        List.of(
            other.manager(),
            stranger.manager(),
            stranger.coordinator(),
            stranger.at(ark, Role.SCHOOL_LEADER));
    for (Client client : nosy) {
      assertThat(list(client).body()).contains("\"total\":0").doesNotContain("Noor");
    }
    for (World each : List.of(other, stranger)) {
      assertThat(each.manager().get("/api/placement/students/" + noor).status()).isEqualTo(404);
      assertThat(each.manager().get("/placement/students/" + noor).status()).isEqualTo(404);
      assertThat(each.manager().get("/api/placement/students?q=noor").body())
          .contains("\"total\":0");
      assertThat(each.place(noor, ark).status()).isEqualTo(404);
      assertThat(each.end(noor).status()).isEqualTo(404);
      assertThat(
              each.manager()
                  .get("/placement/students/" + noor + "/placing?period=2026-2027-2")
                  .status())
          .isEqualTo(404);
    }
    assertThat(list(world.manager()).body()).contains("\"total\":1");
  }

  @Test
  void aStudentSeesOnlyItself() {
    String sem = world.student("Sem", "sem@" + world.pabo + ".example");
    Client self = samen.as(world.studentPerson("NOOR@" + world.pabo + ".example"));
    assertThat(self.get("/api/placement/students/me").body()).contains("Noor de Wit", "De Ark");
    assertThat(self.get("/api/placement/students/" + noor).status()).isEqualTo(200);
    assertThat(self.get("/api/placement/students/" + sem).status()).isEqualTo(404);
    assertThat(self.get("/api/placement/students").status()).isEqualTo(403);
    assertThat(self.get("/api/placement/placements").status()).isEqualTo(403);
    assertThat(self.get("/placement/mine").body())
        .contains("<h1>Mijn plaatsing</h1>", "De Ark", "2026-2027, periode 1");
    // The same address at another pabo is somebody else.
    Client elsewhere = samen.as(World.of(samen).studentPerson("noor@" + world.pabo + ".example"));
    assertThat(elsewhere.get("/api/placement/students/" + noor).status()).isEqualTo(404);
    assertThat(elsewhere.get("/placement/mine").body()).contains("nog niet bij ons bekend");
  }

  @Test
  void whenThePlacementEndsTheSchoolNoLongerSeesTheStudent() {
    world.end(noor);
    samen.await(
        () -> {
          assertThat(list(world.at(ark, Role.MENTOR)).body()).contains("\"total\":0");
          assertThat(list(world.manager()).body()).contains("\"total\":0");
          assertThat(list(world.coordinator()).body()).contains("\"total\":0");
        });
  }

  @Test
  void aNameThatChangesChangesForTheSchoolToo() {
    world.student("Noor van Dam", "noor@" + world.pabo + ".example");
    samen.await(
        () -> {
          assertThat(list(world.at(ark, Role.MENTOR)).body()).contains("Noor van Dam");
          assertThat(list(world.manager()).body()).contains("Noor van Dam");
        });
  }

  @Test
  void aFactThatComesTwiceOrLateChangesNothing() {
    OwnedId student = new OwnedId(Owner.pabo(world.pabo), noor);
    String fact =
        """
        {"placement":"%1$s~2026-2027-1","student":"%1$s","school":"%2$s","board":"%3$s",\
        "period":"2026-2027-1","kind":"PRACTICE","year":2}\
        """
            .formatted(noor, ark, world.board);
    world.end(noor);
    samen.await(() -> assertThat(list(world.at(ark, Role.MENTOR)).body()).contains("\"total\":0"));
    samen.tell("placement", "student", student, 2, "StudentPlaced", fact);
    world.student("Noor Marker", "noor@" + world.pabo + ".example");
    String sem = world.student("Sem");
    world.place(sem, ark);
    samen.await(() -> assertThat(list(world.at(ark, Role.MENTOR)).body()).contains("Sem"));
    assertThat(list(world.at(ark, Role.MENTOR)).body()).contains("\"total\":1");
  }

  @Test
  void theSupervisorFindsAFreePlaceAndPlacesOnPages() {
    String sem = world.student("Sem Bakker");
    Client supervisor = samen.as(samen.person(Role.SUPERVISOR).ofPabo(world.pabo));
    assertThat(supervisor.get("/placement/students?q=sem").body())
        .contains("Sem Bakker", "nog niet geplaatst", "/placement/students/" + sem);
    String choice =
        supervisor
            .get("/placement/students/" + sem + "/placing?period=2026-2027-1&kind=PRACTICE")
            .body();
    assertThat(choice)
        .contains(
            "Een plaats voor Sem Bakker", "De Ark", "2 van 3 vrij", "De Brug", "2 van 2 vrij");
    assertThat(
            supervisor
                .get("/placement/students/" + sem + "/placing?period=2026-2027-1&q=brug")
                .body())
        .contains("De Brug")
        .doesNotContain("De Ark");
    Answer placed =
        supervisor.postForm(
            "/placement/placements",
            Map.of("student", sem, "school", brug, "period", "2026-2027-1", "kind", "PRACTICE"));
    assertThat(placed.status()).isEqualTo(302);
    assertThat(placed.header("Location")).endsWith("/placement/students/" + sem + "?done=placed");
    assertThat(supervisor.get("/placement/students/" + sem + "?done=placed").body())
        .contains("De student is geplaatst.", "De Brug", "Plaatsing beëindigen");
    Answer refused =
        supervisor.postForm(
            "/placement/placements",
            Map.of("student", sem, "school", ark, "period", "2026-2027-1", "kind", "PRACTICE"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("Al geplaatst", "role=\"alert\"");
    Answer ended =
        supervisor.postForm("/placement/placements/" + sem + "~2026-2027-1/end", Map.of());
    assertThat(ended.header("Location")).contains("done=ended");
  }

  @Test
  void theListDrawsHowFullSchoolsAre() {
    assertThat(world.manager().get("/placement/placements").body())
        .contains("Noor de Wit", "1 van 3 bezet", "<meter");
    assertThat(world.coordinator().in("en").get("/placement/placements").body())
        .contains("Occupancy per school", "1 of 3 taken", "0 of 2 taken")
        .doesNotContain("Noor");
    assertThat(world.at(ark, Role.MENTOR).get("/placement/placements").body())
        .contains("Noor de Wit", "1 van 3 bezet")
        .doesNotContain("De Brug");
  }

  private static Answer list(Client client) {
    return client.get("/api/placement/placements");
  }
}
