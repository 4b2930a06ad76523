package nl.samenopleiden.placement.student;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.samenopleiden.placement.World;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Client;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@SamenTest
class ImportingStudentsTest {

  @Autowired Samen samen;

  private World world;

  @BeforeEach
  void aWorldOfItsOwn() {
    world = World.of(samen);
  }

  @Test
  void aListWithSemicolonsInWindows1252IsTakenIn() {
    JsonNode report =
        imported(
            "Studentnummer;Naam;E-mailadres;Leerjaar;Thema's\r\n1001;Zoë Müller;Zoe@Pabo.example;2;young-child|video-coaching\r\n"
                .getBytes(Charset.forName("windows-1252")));
    assertThat(report.get("added").asInt()).isEqualTo(1);
    assertThat(report.get("encoding").asString()).isEqualTo("Windows-1252");
    JsonNode zoe = only("zoe");
    assertThat(zoe.get("name").asString()).isEqualTo("Zoë Müller");
    assertThat(zoe.get("email").asString()).isEqualTo("zoe@pabo.example");
    assertThat(zoe.get("themes").toString()).isEqualTo("[\"video-coaching\",\"young-child\"]");
    samen.await(
        () ->
            assertThat(samen.heard("StudentEnrolled"))
                .filteredOn(each -> each.owner().equals(Owner.pabo(world.pabo)))
                .singleElement()
                .satisfies(
                    each -> assertThat(each.json().get("number").asString()).isEqualTo("1001")));
  }

  @Test
  void importingAgainChangesOnlyWhatChanged() {
    imported("number,name,email,year,themes\n1,Noor,noor@p.example,1,\n2,Sem,sem@p.example,1,\n");
    JsonNode same =
        imported(
            "number,name,email,year,themes\n1,Noor,noor@p.example,1,\n2,Sem,sem@p.example,1,\n");
    assertThat(numbers(same)).isEqualTo("added 0 changed 0 unchanged 2 rejected 0");
    JsonNode other =
        imported(
            "number,name,email,year,themes\n"
                + "1,Noor,noor@p.example,2,\n"
                + "2,Sem,sem@p.example,1,\n"
                + "3,Lot,lot@p.example,1,\n");
    assertThat(numbers(other)).isEqualTo("added 1 changed 1 unchanged 1 rejected 0");
    samen.await(
        () ->
            assertThat(samen.heard("StudentChanged"))
                .filteredOn(each -> each.owner().equals(Owner.pabo(world.pabo)))
                .hasSize(1));
  }

  @Test
  void badLinesAreToldOneByOneAndLoseNothingElse() {
    JsonNode report =
        imported(
            """
            number,name,email,year,themes
            1,Noor,noor@p.example,1,young-child
            ,Sem,sem@p.example,1,
            3,,lot@p.example,1,
            4,Mo,mo-at-p,1,
            5,Isa,isa@p.example,5,
            6,Tim,tim@p.example,1,dancing
            7,Noor,NOOR@p.example,1,
            1,Eva,eva@p.example,1,
            9,"Jan,jan@p.example,1,
            10,Fem,fem@p.example,4,"community-school, young-child"
            """);
    assertThat(numbers(report)).isEqualTo("added 2 changed 0 unchanged 0 rejected 8");
    Answer errors =
        world
            .manager()
            .in("en")
            .get("/api/placement/student-imports/" + report.get("id").asString() + "/errors");
    List<String> told = new ArrayList<>();
    errors
        .json()
        .get("items")
        .forEach(
            each -> {
              assertThat(each.get("message").asString()).isNotBlank();
              told.add(
                  each.get("line").asInt()
                      + " "
                      + each.get("column").asString("")
                      + " "
                      + each.get("code").asString());
            });
    assertThat(told)
        .containsExactly(
            "3 number bad-student-number",
            "4 name bad-name",
            "5 email bad-email",
            "6 year bad-year",
            "7 themes unknown-theme",
            "8 email duplicate-student",
            "9 number number-in-use",
            "10  open-quote");
  }

  @Test
  void aFileThatIsNoListIsRefusedAsAWhole() {
    assertThat(imported("number,name,year\n1,Noor,1\n").get("refusal").get("code").asString())
        .isEqualTo("missing-column");
    assertThat(imported("\n").get("refusal").get("code").asString()).isEqualTo("empty-file");
    assertThat(world.manager().get("/api/placement/students").json().get("total").asInt()).isZero();
  }

  @Test
  void aPlacedStudentKeepsThePlacementWhenImportedAgain() {
    String ark = world.school("De Ark");
    world.offer(ark, 1);
    String noor = world.student("Noor", "noor@p.example");
    world.place(noor, ark);
    imported("number,name,email,year\nx1,Noor de Wit,noor@p.example,3\n");
    JsonNode found = only("wit");
    assertThat(found.get("id").asString()).isEqualTo(noor);
    assertThat(found.get("placements")).hasSize(1);
  }

  @Test
  void sixHundredStudentsTakeLessThanThreeSeconds() {
    StringBuilder file = new StringBuilder("number,name,email,year,themes\n");
    for (int i = 0; i < 600; i++) {
      file.append(
          "%d,Student %d,student%d@p.example,%d,young-child\n".formatted(i, i, i, 1 + i % 4));
    }
    JsonNode report = imported(file.toString());
    assertThat(report.get("added").asInt()).isEqualTo(600);
    Duration took =
        Duration.between(
            Instant.parse(report.get("startedAt").asString()),
            Instant.parse(report.get("finishedAt").asString()));
    System.out.println("600 students imported in " + took.toMillis() + " ms");
    assertThat(took).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void onlyThePabosOwnPeopleImportAndSeeTheReport() {
    String id = imported("number,name,email,year\n1,Noor,noor@p.example,1\n").get("id").asString();
    World other = world.withAnotherPabo();
    assertThat(other.manager().get("/api/placement/student-imports/" + id).status()).isEqualTo(404);
    assertThat(other.manager().get("/api/placement/student-imports/" + id + "/errors").status())
        .isEqualTo(404);
    assertThat(other.manager().get("/placement/student-imports/" + id).status()).isEqualTo(404);
    for (Client client :
        List.of(
            world.coordinator(),
            samen.as(samen.person(Role.LECTURER).ofPabo(world.pabo)),
            samen.as(samen.person(Role.STUDENT).ofPabo(world.pabo)))) {
      assertThat(
              client
                  .send("POST", "/api/placement/student-imports", "text/csv", new byte[] {1})
                  .status())
          .isEqualTo(403);
    }
    assertThat(
            samen
                .as(samen.person(Role.SUPERVISOR).ofPabo(world.pabo))
                .get("/api/placement/student-imports/" + id)
                .status())
        .isEqualTo(200);
  }

  @Test
  void theReportIsAPageToo() {
    Client manager = world.manager();
    assertThat(manager.get("/placement/student-imports").body())
        .contains("<h1>Studenten importeren</h1>", "type=\"file\"", "Er is nog niets ingelezen");
    Answer begun =
        manager.upload(
            "/placement/student-imports",
            "studenten.csv",
            "number,name,email,year\n1,Noor,noor@p.example,1\n2,Sem,sem,1\n"
                .getBytes(StandardCharsets.UTF_8));
    assertThat(begun.status()).isEqualTo(302);
    String path = begun.header("Location");
    String report = path.substring(path.indexOf("/placement"));
    samen.await(
        () ->
            assertThat(manager.get(report).body())
                .contains("studenten.csv", "‘sem’ is geen e-mailadres.", "Overgeslagen regels"));
    assertThat(manager.get(report + "/progress").body().strip()).startsWith("<div id=\"report\"");
    assertThat(manager.get("/placement/student-imports").body()).contains("studenten.csv");
    assertThat(manager.upload("/placement/student-imports", "", new byte[0]).status())
        .isEqualTo(422);
  }

  @Test
  void aSingleStudentIsAddedOnAPage() {
    Client manager = world.manager();
    assertThat(manager.get("/placement/students/new").body()).contains("Het jonge kind");
    Answer wrong =
        manager.postForm(
            "/placement/students",
            Map.of(
                "number",
                "1",
                "name",
                "Noor",
                "email",
                "noor",
                "year",
                "2",
                "themes",
                "young-child"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("value=\"Noor\"", "id=\"email-error\"")
        .containsPattern("value=\"young-child\"[^>]*checked");
    Answer right =
        manager.postForm(
            "/placement/students",
            Map.of("number", "1", "name", "Noor", "email", "noor@p.example", "year", "2"));
    assertThat(right.header("Location")).endsWith("?done=enrolled");
    Answer taken =
        manager.postForm(
            "/placement/students",
            Map.of("number", "1", "name", "Eva", "email", "eva@p.example", "year", "2"));
    assertThat(taken.status()).isEqualTo(409);
  }

  private JsonNode imported(String file) {
    return imported(file.getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode imported(byte[] file) {
    Client manager = world.manager();
    Answer begun =
        manager.send("POST", "/api/placement/student-imports?fileName=s.csv", "text/csv", file);
    assertThat(begun.status()).as(begun.body()).isEqualTo(202);
    samen.await(
        () ->
            assertThat(manager.get(begun.header("Location")).json().get("state").asString())
                .isNotEqualTo("RUNNING"));
    return manager.get(begun.header("Location")).json();
  }

  private JsonNode only(String words) {
    JsonNode items = world.manager().get("/api/placement/students?q=" + words).json().get("items");
    assertThat(items).hasSize(1);
    return items.get(0);
  }

  private static String numbers(JsonNode report) {
    return "added %d changed %d unchanged %d rejected %d"
        .formatted(
            report.get("added").asInt(),
            report.get("changed").asInt(),
            report.get("unchanged").asInt(),
            report.get("rejected").asInt());
  }
}
