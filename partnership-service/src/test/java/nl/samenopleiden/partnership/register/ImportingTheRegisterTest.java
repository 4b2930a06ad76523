package nl.samenopleiden.partnership.register;

import static nl.samenopleiden.partnership.World.HEADER;
import static nl.samenopleiden.partnership.World.freshLocation;
import static nl.samenopleiden.partnership.World.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.samenopleiden.partnership.World;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Heard;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@SamenTest
class ImportingTheRegisterTest {

  @Autowired Samen samen;
  World world;

  @BeforeEach
  void world() {
    world = new World(samen);
  }

  @Test
  void schoolsAreRegisteredUnderTheirBoardsAndTold() {
    String board = samen.freshBoard();
    String one = freshLocation();
    String two = freshLocation();
    JsonNode done =
        world.importRegister(
            (HEADER + row(board, one, "De Zeeën") + row(board, two, "Het Anker"))
                .getBytes(Charset.forName("windows-1252")));
    assertThat(done.get("state").asString()).isEqualTo("DONE");
    assertThat(done.get("encoding").asString()).isEqualTo("Windows-1252");
    assertThat(done.get("separator").asString()).isEqualTo(";");
    assertThat(numbers(done)).isEqualTo("rows 2 done 2 added 2 changed 0 unchanged 0 rejected 0");
    samen.await(() -> assertThat(told(one)).hasSize(1));
    Heard fact = told(one).getFirst();
    assertThat(fact.type()).isEqualTo("SchoolRegistered");
    assertThat(fact.owner().toString()).isEqualTo("board:" + board);
    assertThat(fact.json().get("name").asString()).isEqualTo("De Zeeën");
    assertThat(fact.json().get("place").asString()).isEqualTo("'s-Gravenhage");
    JsonNode found = samen.as(world.operator()).get("/api/partnership/boards/" + board).json();
    assertThat(found.get("schools").asInt()).isEqualTo(2);
    assertThat(found.get("name").asString()).isEqualTo("Bestuur " + board);
    assertThat(found.get("places").get(0).asString()).isEqualTo("'s-Gravenhage");
  }

  @Test
  void newerEditionsAreTakenToo() {
    String board = samen.freshBoard();
    String location = freshLocation();
    String file =
        "\uFEFFPROVINCIE,BEVOEGD GEZAG NUMMER,INSTELLINGSCODE,VESTIGINGSCODE,VESTIGINGSNAAM,"
            + "STRAATNAAM,HUISNUMMER-TOEVOEGING,POSTCODE,PLAATSNAAM\r\n"
            + "Utrecht,%s,%s,%s,\"De Brug, West\",Kade,3,3511AB,UTRECHT\r\n"
                .formatted(board, location.substring(0, 4), location);
    JsonNode done = world.importRegister(file);
    assertThat(done.get("encoding").asString()).isEqualTo("UTF-8 (BOM)");
    assertThat(done.get("separator").asString()).isEqualTo(",");
    assertThat(done.get("added").asInt()).isEqualTo(1);
    assertThat(school(location).get("name").asString()).isEqualTo("De Brug, West");
  }

  @Test
  void importingAgainChangesOnlyWhatChangedAndSaysSo() {
    String board = samen.freshBoard();
    String stays = freshLocation();
    String changes = freshLocation();
    String comes = freshLocation();
    world.importRegister(HEADER + row(board, stays, "Blijft") + row(board, changes, "Oud"));
    JsonNode done =
        world.importRegister(
            HEADER
                + row(board, stays, "Blijft")
                + row(board, changes, "Nieuw")
                + row(board, comes, "Komt"));
    assertThat(numbers(done)).isEqualTo("rows 3 done 3 added 1 changed 1 unchanged 1 rejected 0");
    samen.await(() -> assertThat(told(comes)).hasSize(1));
    samen.await(
        () ->
            assertThat(told(changes).stream().map(Heard::type))
                .containsExactly("SchoolRegistered", "SchoolChanged"));
    assertThat(told(stays)).hasSize(1);
  }

  @Test
  void aSchoolThatGoesToAnotherBoardIsClosedThereAndRegisteredHere() {
    String from = samen.freshBoard();
    String to = samen.freshBoard();
    String location = freshLocation();
    world.importRegister(HEADER + row(from, location, "Verhuist"));
    JsonNode done = world.importRegister(HEADER + row(to, location, "Verhuist"));
    assertThat(done.get("moved").asInt()).isEqualTo(1);
    assertThat(done.get("changed").asInt()).isEqualTo(1);
    samen.await(() -> assertThat(told(location)).hasSize(3));
    assertThat(told(location).stream().map(each -> each.type() + " " + each.owner()))
        .containsExactlyInAnyOrder(
            "SchoolRegistered board:" + from,
            "SchoolClosed board:" + from,
            "SchoolRegistered board:" + to);
    assertThat(school(location).get("board").asString()).isEqualTo(to);
    assertThat(schoolsOf(from)).isZero();
    assertThat(schoolsOf(to)).isEqualTo(1);
  }

  @Test
  void badLinesAreNamedAndLoseNothingElse() {
    String board = samen.freshBoard();
    List<String> good = List.of(freshLocation(), freshLocation(), freshLocation());
    String bad = freshLocation();
    JsonNode done =
        world.importRegister(
            HEADER
                + row(board, good.get(0), "Een")
                + row(board, bad, "Postcode").replace("3011 AA", "99")
                + "half;een;rij\n"
                + row(board, good.get(1), "Twee")
                + row(board, good.get(0), "Nog eens een")
                + row(board, bad, "\"Open")
                + row(board, good.get(2), "Drie"));
    assertThat(numbers(done)).isEqualTo("rows 7 done 7 added 3 changed 0 unchanged 0 rejected 4");
    good.forEach(code -> assertThat(school(code).get("open").asBoolean()).isTrue());
    String errors = "/api/partnership/school-imports/" + done.get("id").asString() + "/errors";
    JsonNode dutch = samen.as(world.operator()).in("nl").get(errors).json();
    assertThat(dutch.get("total").asInt()).isEqualTo(4);
    List<String> seen = new ArrayList<>();
    dutch
        .get("items")
        .forEach(each -> seen.add(each.get("line").asInt() + " " + each.get("code").asString()));
    assertThat(seen)
        .containsExactly(
            "3 bad-postcode", "4 wrong-number-of-values", "6 duplicate-location", "7 open-quote");
    assertThat(dutch.get("items").get(0).get("column").asString()).isEqualTo("POSTCODE");
    assertThat(dutch.get("items").get(0).get("message").asString())
        .isEqualTo("‘99’ is geen postcode (zoals 3011 AA).");
    assertThat(
            samen
                .as(world.operator())
                .in("en")
                .get(errors)
                .json()
                .get("items")
                .get(2)
                .get("message")
                .asString())
        .isEqualTo(
            "Location %s stands on line 2 already; only that one was imported."
                .formatted(good.get(0)));
  }

  @Test
  void aFileThatIsNoRegisterIsRefusedAsAWholeWithItsReason() {
    assertThat(refusal("")).isEqualTo("empty-file");
    assertThat(refusal(HEADER)).isEqualTo("no-rows");
    assertThat(refusal("een brief\nzonder kolommen\n")).isEqualTo("not-csv");
    assertThat(refusal(HEADER.replace("POSTCODE", "POST") + "x\n")).isEqualTo("missing-column");
    JsonNode refused = world.importRegister(HEADER.getBytes(StandardCharsets.UTF_16));
    assertThat(refused.get("state").asString()).isEqualTo("REFUSED");
    assertThat(refused.get("refusal").get("code").asString()).isEqualTo("not-text");
    assertThat(refused.get("refusal").get("remedy").asString()).contains("CSV UTF-8");
  }

  @Test
  void aFileThatIsTooLargeIsNotTaken() {
    Answer answer =
        samen
            .as(world.operator())
            .send(
                "POST",
                "/api/partnership/school-imports",
                "text/csv",
                new byte[5 * 1024 * 1024 + 1]);
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.json().get("type").asString()).isEqualTo("urn:samen:problem:file-too-large");
  }

  @Test
  void aFormWithoutAFileIsShownAgain() {
    Answer api =
        samen.as(world.operator()).upload("/api/partnership/school-imports", "", new byte[0]);
    assertThat(api.status()).isEqualTo(422);
    assertThat(api.json().get("field").asString()).isEqualTo("file");
    Answer page = samen.as(world.operator()).upload("/partnership/school-imports", "", new byte[0]);
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body()).contains("Er is geen bestand gekozen.");
  }

  @Test
  void thePageOfAnImportComesAgainWhileItRunsAndShowsTheReport() {
    String board = samen.freshBoard();
    String file = HEADER + row(board, freshLocation(), "Een") + "half\n";
    Answer begun =
        samen
            .as(world.operator())
            .upload(
                "/partnership/school-imports",
                "register <2026>.csv",
                file.getBytes(StandardCharsets.UTF_8));
    assertThat(begun.status()).isEqualTo(302);
    String page = begun.header("Location").replaceFirst("^https?://[^/]+", "");
    world.end(world.operator(), "/api" + page);
    Answer report = samen.as(world.operator()).get(page);
    assertThat(report.status()).isEqualTo(200);
    assertThat(report.body())
        .contains("Inlezen van het register", "register &lt;2026&gt;.csv", "puntkomma", "UTF-8")
        .contains("Deze regel heeft 1 waarden; het bestand heeft 11 kolommen.")
        .doesNotContain("hx-get");
    assertThat(samen.as(world.operator()).in("en").get(page).body())
        .contains("Import of the register – Samen", "semicolon");
    assertThat(samen.as(world.operator()).get("/partnership/school-imports").body())
        .contains("register &lt;2026&gt;.csv");
  }

  @Test
  void onlyOperatorsImport() {
    for (Role role :
        new Role[] {Role.BOARD_COORDINATOR, Role.PROGRAMME_MANAGER, Role.TEACHER, Role.STUDENT}) {
      assertThat(
              samen
                  .as(samen.person(role).ofBoard("1"))
                  .send("POST", "/api/partnership/school-imports", "text/csv", new byte[0])
                  .status())
          .isEqualTo(403);
    }
    assertThat(samen.anonymous().post("/api/partnership/school-imports", Map.of()).status())
        .isEqualTo(401);
  }

  private JsonNode school(String code) {
    return samen.as(world.operator()).get("/api/partnership/schools/" + code).json();
  }

  private int schoolsOf(String board) {
    return samen
        .as(world.operator())
        .get("/api/partnership/boards/" + board)
        .json()
        .get("schools")
        .asInt();
  }

  private String refusal(String file) {
    JsonNode done = world.importRegister(file);
    assertThat(done.get("state").asString()).isEqualTo("REFUSED");
    assertThat(done.get("refusal").get("message").asString()).isNotBlank();
    return done.get("refusal").get("code").asString();
  }

  private List<Heard> told(String location) {
    return samen.heard().stream()
        .filter(each -> each.source().equals("/partnership/school"))
        .filter(each -> each.id().value().equals(location))
        .toList();
  }

  private static String numbers(JsonNode done) {
    StringBuilder text = new StringBuilder();
    for (String each : List.of("rows", "done", "added", "changed", "unchanged", "rejected")) {
      text.append(each).append(' ').append(done.get(each).asInt()).append(' ');
    }
    return text.toString().strip();
  }
}
