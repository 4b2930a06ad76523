package nl.samenopleiden.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** Builds what tests need with a few words: files, imports, boards, pabos, partnerships. */
public final class World {

  public static final String HEADER =
      "PROVINCIE;BEVOEGD GEZAG NUMMER;BRIN NUMMER;VESTIGINGSNUMMER;VESTIGINGSNAAM;STRAATNAAM;"
          + "HUISNUMMER-TOEVOEGING;POSTCODE;PLAATSNAAM;GEMEENTENAAM;DENOMINATIE\n";

  private static final AtomicInteger LOCATIONS = new AtomicInteger();

  private final Samen samen;

  public World(Samen samen) {
    this.samen = samen;
  }

  /** A location code that nothing else uses, in no real register. */
  public static String freshLocation() {
    int number = LOCATIONS.getAndIncrement();
    return "%02d%c%c%02d"
        .formatted(
            80 + number / 67_600, 'A' + number / 2_600 % 26, 'A' + number / 100 % 26, number % 100);
  }

  /** The row of a school. */
  public static String row(String board, String location, String name) {
    return "Zuid-Holland;%s;%s;%s;%s;Dorpsstraat;1;3011 AA;'S-GRAVENHAGE;'S-GRAVENHAGE;Openbaar\n"
        .formatted(board, location.substring(0, 4), location, name);
  }

  public Person operator() {
    return samen.person(Role.OPERATOR);
  }

  /** Imports a register file and waits for its end. */
  public JsonNode importRegister(String file) {
    return importRegister(file.getBytes(StandardCharsets.UTF_8));
  }

  /** Imports a register file and waits for its end. */
  public JsonNode importRegister(byte[] file) {
    Answer begun =
        samen
            .as(operator())
            .send("POST", "/api/partnership/school-imports?fileName=proef.csv", "text/csv", file);
    assertThat(begun.status()).as(begun.body()).isEqualTo(202);
    return end(operator(), begun.header("Location"));
  }

  /** Imports a list of colleagues and waits for its end. */
  public JsonNode importColleagues(Person coordinator, byte[] file) {
    Answer begun =
        samen.as(coordinator).send("POST", "/api/partnership/colleague-imports", "text/csv", file);
    assertThat(begun.status()).as(begun.body()).isEqualTo(202);
    return end(coordinator, begun.header("Location"));
  }

  /** The import at this address, when it has ended. */
  public JsonNode end(Person reader, String location) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> samen.as(reader).get(location).json(),
            each -> !each.get("state").asString().equals("RUNNING"));
  }

  /** A board with one school that takes part; gives the board's number. */
  public String tenant(String name) {
    String board = samen.freshBoard();
    importRegister(HEADER + row(board, freshLocation(), "School van " + name));
    onboard(board, name);
    return board;
  }

  public void onboard(String board, String name) {
    Answer answer =
        samen
            .as(operator())
            .post("/api/partnership/boards/" + board + "/onboarding", Map.of("name", name));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  /** A pabo that takes part; gives its short name. */
  public String pabo(String name) {
    String code = samen.freshPabo();
    Answer answer =
        samen.as(operator()).post("/api/partnership/pabos", Map.of("code", code, "name", name));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return code;
  }

  public Person coordinator(String board) {
    return samen.person(Role.BOARD_COORDINATOR).ofBoard(board);
  }

  public Person manager(String pabo) {
    return samen.person(Role.PROGRAMME_MANAGER).ofPabo(pabo);
  }

  /** Both agree, and the service knows it. */
  public void partners(String pabo, String board) {
    Answer proposed =
        samen.as(manager(pabo)).post("/api/partnership/partnerships", Map.of("board", board));
    assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
    Answer accepted =
        samen.as(coordinator(board)).post(proposed.header("Location") + "/acceptance", Map.of());
    assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
    samen.await(
        () ->
            assertThat(samen.as(manager(pabo)).get("/api/partnership/boards/" + board).status())
                .isEqualTo(200));
  }
}
