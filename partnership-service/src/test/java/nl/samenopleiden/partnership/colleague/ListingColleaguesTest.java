package nl.samenopleiden.partnership.colleague;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.samenopleiden.partnership.World;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Client;
import nl.samenopleiden.platform.test.Heard;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@SamenTest
class ListingColleaguesTest {

  private static final String HEADER = "name,email,school,roles,themes\n";
  private static final String COLLEAGUES = "/api/partnership/colleagues";

  @Autowired Samen samen;
  World world;
  String board;
  String school;
  String otherSchool;
  Person coordinator;

  @BeforeEach
  void aBoardWithTwoSchools() {
    world = new World(samen);
    board = samen.freshBoard();
    school = World.freshLocation();
    otherSchool = World.freshLocation();
    world.importRegister(
        World.HEADER + World.row(board, school, "Een") + World.row(board, otherSchool, "Twee"));
    coordinator = world.coordinator(board);
  }

  @Test
  void aListIsTakenInAndTold() {
    JsonNode done =
        imported(
            HEADER
                + "Noor Bakker,noor.bakker@x.example,%s,teacher|mentor,young-child\n"
                    .formatted(school)
                + "Zoë Smit,zoe@x.example,,board-coordinator,\n");
    assertThat(done.get("added").asInt()).isEqualTo(2);
    JsonNode found = samen.as(coordinator).get(COLLEAGUES + "?q=bakker").json();
    assertThat(found.get("total").asInt()).isEqualTo(1);
    assertThat(found.get("items").get(0).get("school").asString()).isEqualTo(school);
    samen.await(() -> assertThat(told("ColleagueJoined")).hasSize(2));
    JsonNode fact =
        told("ColleagueJoined").stream()
            .map(Heard::json)
            .filter(each -> each.get("name").asString().equals("Noor Bakker"))
            .findFirst()
            .orElseThrow();
    assertThat(fact.get("id").asString()).isEqualTo(Colleague.idOf("noor.bakker@x.example"));
    assertThat(fact.get("roles").toString()).isEqualTo("[\"mentor\",\"teacher\"]");
    assertThat(fact.get("themes").toString()).isEqualTo("[\"young-child\"]");
  }

  @Test
  void semicolonsInWindows1252AreTakenToo() {
    JsonNode done =
        world.importColleagues(
            coordinator,
            "Naam;E-mailadres;Vestiging;Rollen;Thema's\r\nZoë;zoe@x.example;%s;leerkracht;\r\n"
                .formatted(school)
                .getBytes(Charset.forName("windows-1252")));
    assertThat(done.get("encoding").asString()).isEqualTo("Windows-1252");
    assertThat(samen.as(coordinator).get(COLLEAGUES + "?q=zoe").body()).contains("Zoë");
  }

  @Test
  void takingItInAgainChangesOnlyWhatChanged() {
    String stays = "Blijft,blijft@x.example,%s,teacher,\n".formatted(school);
    imported(HEADER + stays + "Oud,oud@x.example,%s,teacher,\n".formatted(school));
    JsonNode done =
        imported(
            HEADER
                + stays
                + "Nieuw,OUD@x.example,%s,teacher,\n".formatted(school)
                + "Komt,komt@x.example,%s,teacher,\n".formatted(otherSchool));
    assertThat(done.get("added").asInt()).isEqualTo(1);
    assertThat(done.get("changed").asInt()).isEqualTo(1);
    assertThat(done.get("unchanged").asInt()).isEqualTo(1);
    samen.await(() -> assertThat(told("ColleagueJoined")).hasSize(3));
    samen.await(() -> assertThat(told("ColleagueChanged")).hasSize(1));
  }

  @Test
  void badRowsAreNamedAndLoseNothingElse() {
    String foreign = World.freshLocation();
    world.importRegister(World.HEADER + World.row(samen.freshBoard(), foreign, "Van een ander"));
    JsonNode done =
        imported(
            HEADER
                + "Een,een@x.example,%s,teacher,\n".formatted(school)
                + "Twee,twee@x.example,%s,teacher,\n".formatted(foreign)
                + "Drie,drie,%s,teacher,\n".formatted(school)
                + "Een,EEN@x.example,%s,teacher,\n".formatted(school)
                + "Vijf,vijf@x.example,%s,teacher,\n".formatted(otherSchool));
    assertThat(done.get("added").asInt()).isEqualTo(2);
    assertThat(done.get("rejected").asInt()).isEqualTo(3);
    Answer errors =
        samen
            .as(coordinator)
            .get("/api/partnership/colleague-imports/" + done.get("id").asString() + "/errors");
    List<String> codes = new ArrayList<>();
    errors
        .json()
        .get("items")
        .forEach(each -> codes.add(each.get("line").asInt() + " " + each.get("code").asString()));
    assertThat(codes).containsExactly("3 unknown-school", "4 bad-email", "5 duplicate-colleague");
  }

  @Test
  void fiveHundredRowsTakeLessThanThreeSeconds() {
    byte[] file =
        IntStream.range(0, 500)
            .mapToObj(
                i ->
                    "Persoon %d,p%d@x.example,%s,teacher,young-child"
                        .formatted(i, i, i % 2 == 0 ? school : otherSchool))
            .collect(Collectors.joining("\n", HEADER, "\n"))
            .getBytes(StandardCharsets.UTF_8);
    Instant start = Instant.now();
    JsonNode done = world.importColleagues(coordinator, file);
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(3));
    assertThat(done.get("added").asInt()).isEqualTo(500);
    assertThat(samen.as(coordinator).get(COLLEAGUES + "?size=10").json().get("total").asInt())
        .isEqualTo(500);
  }

  @Test
  void peopleOfASchoolSeeThoseOfTheirSchoolAndAnotherBoardSeesNobody() {
    JsonNode done =
        imported(
            HEADER
                + "Hier,hier@x.example,%s,teacher,\n".formatted(school)
                + "Daar,daar@x.example,%s,teacher,\n".formatted(otherSchool));
    for (Role role : new Role[] {Role.SCHOOL_LEADER, Role.SCHOOL_EDUCATOR}) {
      Client reader = samen.as(samen.person(role).ofBoard(board).atSchool(school));
      assertThat(reader.get(COLLEAGUES).body()).contains("Hier").doesNotContain("Daar");
      assertThat(reader.get("/partnership/colleagues").body())
          .contains("hier@x.example")
          .doesNotContain("daar@x.example", "Werkt hier niet meer");
    }
    Client teacher = samen.as(samen.person(Role.TEACHER).ofBoard(board).atSchool(school));
    assertThat(teacher.get(COLLEAGUES).status()).isEqualTo(403);
    assertThat(samen.as(samen.person(Role.SCHOOL_LEADER).ofBoard(board)).get(COLLEAGUES).status())
        .isEqualTo(404);
    Client other = samen.as(world.coordinator(samen.freshBoard()));
    assertThat(other.get(COLLEAGUES).json().get("total").asInt()).isZero();
    String id = done.get("id").asString();
    assertThat(other.get("/api/partnership/colleague-imports/" + id).status()).isEqualTo(404);
    assertThat(other.get("/api/partnership/colleague-imports/" + id + "/errors").status())
        .isEqualTo(404);
    assertThat(other.get("/partnership/colleague-imports/" + id).status()).isEqualTo(404);
    String hier = Colleague.idOf("hier@x.example");
    assertThat(other.post(COLLEAGUES + "/" + hier + "/leaving", Map.of()).status()).isEqualTo(404);
  }

  @Test
  void whoLeavesIsForgottenAndMayComeBack() {
    String file = HEADER + "Gaat,gaat@x.example,%s,teacher,\n".formatted(school);
    imported(file);
    String id = Colleague.idOf("gaat@x.example");
    Client client = samen.as(coordinator);
    assertThat(client.get("/partnership/colleagues/" + id + "/leaving").body())
        .contains("Werkt Gaat hier niet meer?");
    assertThat(client.postForm("/partnership/colleagues/" + id + "/leaving", Map.of()).status())
        .isEqualTo(302);
    assertThat(client.get(COLLEAGUES).json().get("total").asInt()).isZero();
    assertThat(client.get("/partnership/colleagues/" + id + "/leaving").status()).isEqualTo(404);
    samen.await(() -> assertThat(told("ColleagueLeft")).hasSize(1));
    assertThat(imported(file).get("added").asInt()).isEqualTo(1);
    samen.await(() -> assertThat(told("ColleagueJoined")).hasSize(2));
  }

  @Test
  void thePageTakesAFileInAndReports() {
    Client client = samen.as(coordinator);
    assertThat(client.get("/partnership/colleague-imports").body())
        .contains("Er is nog niets ingelezen.");
    Answer begun =
        client.upload(
            "/partnership/colleague-imports",
            "mensen.csv",
            (HEADER + "Een,een@y.example,%s,baas,\n".formatted(school))
                .getBytes(StandardCharsets.UTF_8));
    assertThat(begun.status()).isEqualTo(302);
    String page = begun.header("Location").replaceFirst("^https?://[^/]+", "");
    world.end(coordinator, "/api" + page);
    assertThat(client.get(page).body())
        .contains("mensen.csv", "‘baas’ is geen rol die wij kennen.", "Overgeslagen regels");
    assertThat(client.get(page + "/progress").body()).contains("‘baas’").doesNotContain("<html");
  }

  private JsonNode imported(String file) {
    return world.importColleagues(coordinator, file.getBytes(StandardCharsets.UTF_8));
  }

  private List<Heard> told(String type) {
    return samen.heard(type).stream().filter(each -> each.owner().code().equals(board)).toList();
  }
}
