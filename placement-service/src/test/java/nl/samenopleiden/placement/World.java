package nl.samenopleiden.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Client;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;

/** A board and a pabo that work together, which no other test knows. */
public final class World {

  /** The period that tests place in. */
  public static final String PERIOD = "2026-2027-1";

  private static final AtomicInteger SCHOOLS = new AtomicInteger();

  public final Samen samen;
  public final String board;
  public final String pabo;
  private final AtomicInteger students = new AtomicInteger();

  private World(Samen samen, String board, String pabo) {
    this.samen = samen;
    this.board = board;
    this.pabo = pabo;
  }

  /** A board and a pabo that are partners. */
  public static World of(Samen samen) {
    World world = new World(samen, samen.freshBoard(), samen.freshPabo());
    samen.partners(world.pabo, world.board);
    return world;
  }

  /** Another pabo that is a partner of the same board. */
  public World withAnotherPabo() {
    World other = new World(samen, board, samen.freshPabo());
    samen.partners(other.pabo, board);
    return other;
  }

  public Client manager() {
    return samen.as(samen.person(Role.PROGRAMME_MANAGER).ofPabo(pabo));
  }

  public Client coordinator() {
    return samen.as(samen.person(Role.BOARD_COORDINATOR).ofBoard(board));
  }

  public Client at(String school, Role role) {
    return samen.as(samen.person(role).ofBoard(board).atSchool(school));
  }

  public OwnedId schoolId(String code) {
    return new OwnedId(Owner.board(board), code);
  }

  /** A school of the board that partnership told of; its location code. */
  public String school(String name) {
    String code = "%02dAA00".formatted(SCHOOLS.incrementAndGet() % 100);
    tellSchool(code, "SchoolRegistered", name);
    samen.await(
        () ->
            assertThat(coordinator().get("/api/placement/schools?q=" + code).body())
                .contains(name));
    return code;
  }

  public void tellSchool(String code, String type, String name) {
    samen.tell("partnership", "school", schoolId(code), type, fact(code, name));
  }

  public static Map<String, String> fact(String code, String name) {
    return Map.of(
        "code", code,
        "brin", code.substring(0, 4),
        "name", name,
        "street", "Kerkstraat 1",
        "postcode", "3011 AA",
        "place", "Rotterdam",
        "municipality", "Rotterdam",
        "province", "Zuid-Holland",
        "denomination", "Openbaar");
  }

  public Answer offer(String school, int places) {
    return coordinator()
        .post(
            "/api/placement/capacity",
            Map.of("school", school, "period", PERIOD, "kind", "PRACTICE", "places", places));
  }

  /** A student of the pabo; its id. */
  public String student(String name) {
    return student(name, "s" + students.incrementAndGet() + "@" + pabo + ".example");
  }

  public String student(String name, String email) {
    Answer answer =
        manager()
            .post(
                "/api/placement/students",
                Map.of(
                    "number",
                    "n" + Math.abs(email.hashCode()),
                    "name",
                    name,
                    "email",
                    email,
                    "year",
                    2,
                    "themes",
                    List.of("young-child")));
    assertThat(answer.status()).as(answer.body()).isIn(200, 201);
    return answer.json().get("id").asString();
  }

  public Answer place(String student, String school) {
    return place(student, school, PERIOD);
  }

  public Answer place(String student, String school, String period) {
    return manager()
        .post(
            "/api/placement/placements",
            Map.of("student", student, "school", school, "period", period, "kind", "PRACTICE"));
  }

  public Answer end(String student) {
    return manager().post("/api/placement/placements/" + student + "~" + PERIOD + "/end", Map.of());
  }

  /** How many places of the school are free, as the pabo sees it. */
  public int free(String school) {
    return manager()
        .get("/api/placement/capacity?period=" + PERIOD + "&q=" + school)
        .json()
        .get("items")
        .get(0)
        .get("free")
        .asInt();
  }

  /** Somebody who is a student of this pabo with this address. */
  public Person studentPerson(String email) {
    return samen.person(Role.STUDENT).ofPabo(pabo).withEmail(email);
  }

  /** The stable name of the problem that was answered. */
  public static String problem(Answer answer) {
    return answer.json().get("type").asString().replace("urn:samen:problem:", "");
  }
}
