package nl.samenopleiden.partnership.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import nl.samenopleiden.partnership.World;
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
import tools.jackson.databind.JsonNode;

@SamenTest
class OverviewTest {

  private static final String OVERVIEW = "/api/partnership/overview";

  @Autowired Samen samen;
  World world;
  String board;
  String school;
  String pabo;
  Client coordinator;

  @BeforeEach
  void aBoardAndItsPabo() {
    world = new World(samen);
    board = samen.freshBoard();
    school = World.freshLocation();
    world.importRegister(World.HEADER + World.row(board, school, "De Brug"));
    world.onboard(board, "Stichting Overzicht");
    pabo = world.pabo("Pabo Overzicht");
    world.partners(pabo, board);
    coordinator = samen.as(world.coordinator(board));
  }

  @Test
  void registrationsAreCountedPerCourseAndFollowTheWaitingList() {
    String course = UUID.randomUUID().toString();
    OwnedId one = registration(course);
    OwnedId two = registration(course);
    OwnedId three = registration(course);
    Map<String, Object> fact =
        Map.of("course", course, "title", "Beeldcoaching", "number", 1, "school", school);
    registered(one, "SeatConfirmed", fact);
    registered(two, "PlacedOnWaitingList", fact);
    registered(three, "PlacedOnWaitingList", fact);
    samen.await(() -> assertThat(courses()).isEqualTo("Beeldcoaching 1 2"));

    registered(one, "RegistrationCancelled", Map.of("course", course, "had", "SEAT"));
    registered(two, "PromotedFromWaitingList", fact);
    samen.await(() -> assertThat(courses()).isEqualTo("Beeldcoaching 1 1"));

    samen.tell(
        "professionalisation",
        "course",
        new OwnedId(Owner.pabo(pabo), course),
        "CoursePublished",
        Map.of("id", course, "title", "Beeldcoaching voor beginners"));
    samen.await(() -> assertThat(courses()).isEqualTo("Beeldcoaching voor beginners 1 1"));
  }

  @Test
  void whatComesTwiceOrLateCountsOnce() {
    String course = UUID.randomUUID().toString();
    OwnedId id = registration(course);
    String fact = "{\"course\":\"%s\",\"title\":\"Dubbel\",\"number\":1}".formatted(course);
    String cancelled = "{\"course\":\"%s\",\"had\":\"SEAT\"}".formatted(course);
    String source = "registration";
    samen.tell("professionalisation", source, id, 1, "SeatConfirmed", fact);
    samen.tell("professionalisation", source, id, 1, "SeatConfirmed", fact);
    samen.await(() -> assertThat(courses()).isEqualTo("Dubbel 1 0"));
    samen.tell("professionalisation", source, id, 2, "RegistrationCancelled", cancelled);
    samen.tell("professionalisation", source, id, 1, "SeatConfirmed", fact);
    OwnedId marker = registration(course);
    samen.tell("professionalisation", source, marker, 1, "PlacedOnWaitingList", fact);
    samen.await(() -> assertThat(courses()).isEqualTo("Dubbel 0 1"));
  }

  @Test
  void placementsAreCountedPerSchoolAndPeriodAgainstThePlacesOffered() {
    samen.tell(
        "placement",
        "capacity",
        new OwnedId(Owner.board(board), school + "~2026-2027-1~PRACTICE"),
        "CapacityOffered",
        Map.of("school", school, "period", "2026-2027-1", "kind", "PRACTICE", "places", 4));
    OwnedId student = new OwnedId(Owner.pabo(pabo), UUID.randomUUID().toString());
    OwnedId other = new OwnedId(Owner.pabo(pabo), UUID.randomUUID().toString());
    placed(student, "p1");
    placed(other, "p2");
    samen.await(() -> assertThat(placements()).isEqualTo("De Brug 2026-2027-1 2"));
    JsonNode capacity = overview().get("capacity").get(0);
    assertThat(capacity.get("places").asInt()).isEqualTo(4);
    assertThat(capacity.get("placed").asInt()).isEqualTo(2);
    samen.tell(
        "placement",
        "student",
        student,
        "PlacementEnded",
        Map.of(
            "placement",
            "p1",
            "student",
            student.value(),
            "school",
            school,
            "board",
            board,
            "period",
            "2026-2027-1"));
    samen.await(() -> assertThat(placements()).isEqualTo("De Brug 2026-2027-1 1"));
  }

  @Test
  void eveningsShowHowManyWereInvitedAndWhatTheyAnswered() {
    String evening = UUID.randomUUID().toString();
    OwnedId yes = invitation(evening);
    OwnedId no = invitation(evening);
    OwnedId open = invitation(evening);
    for (OwnedId each : new OwnedId[] {yes, no, open}) {
      samen.tell(
          "events",
          "invitation",
          each,
          "PersonInvited",
          Map.of("evening", evening, "title", "Jonge kind", "startsAt", "2026-11-24T18:30:00Z"));
    }
    answered(yes, evening, "YES");
    answered(no, evening, "YES");
    answered(no, evening, "NO");
    samen.await(
        () -> {
          JsonNode its = overview().get("evenings").get(0);
          assertThat(its.get("invited").asInt()).isEqualTo(3);
          assertThat(its.get("yes").asInt()).isEqualTo(1);
          assertThat(its.get("no").asInt()).isEqualTo(1);
          assertThat(its.get("startsAt").asString()).isEqualTo("2026-11-24T18:30:00Z");
        });
    assertThat(coordinator.get("/partnership/overview").body())
        .contains("dinsdag 24 november 2026, 19.30 uur")
        .contains("3 uitgenodigd: 1 komen, 1 komen niet, 1 nog geen antwoord");
    samen.tell(
        "events",
        "evening",
        new OwnedId(Owner.pabo(pabo), evening),
        "EveningAnnounced",
        Map.of("id", evening, "title", "Het jonge kind", "startsAt", "2026-11-25T18:30:00Z"));
    samen.tell(
        "events",
        "evening",
        new OwnedId(Owner.pabo(pabo), evening),
        "EveningCancelled",
        Map.of("id", evening));
    samen.await(
        () -> {
          JsonNode its = overview().get("evenings").get(0);
          assertThat(its.get("title").asString()).isEqualTo("Het jonge kind");
          assertThat(its.get("cancelled").asBoolean()).isTrue();
        });
  }

  @Test
  void itIsTheCoordinatorsAndThePartnersOnly() {
    assertThat(overview().get("name").asString()).isEqualTo("Stichting Overzicht");
    assertThat(overview().get("schools").asInt()).isEqualTo(1);
    Client manager = samen.as(world.manager(pabo));
    assertThat(manager.get(OVERVIEW + "?board=" + board).status()).isEqualTo(200);
    Answer without = manager.get(OVERVIEW);
    assertThat(without.status()).isEqualTo(422);
    assertThat(without.json().get("field").asString()).isEqualTo("board");
    assertThat(manager.get("/partnership/overview").body())
        .contains("Overzicht van Stichting Overzicht", "<select");
    Client stranger = samen.as(world.manager(world.pabo("Pabo Vreemd")));
    assertThat(stranger.get(OVERVIEW + "?board=" + board).status()).isEqualTo(404);
    assertThat(stranger.get("/partnership/overview?board=" + board).status()).isEqualTo(404);
    assertThat(stranger.get("/partnership/overview").body())
        .contains("nog geen samenwerking van kracht");
    Client otherBoard = samen.as(world.coordinator(samen.freshBoard()));
    assertThat(otherBoard.get(OVERVIEW + "?board=" + board).status()).isEqualTo(404);
    Client teacher = samen.as(samen.person(Role.TEACHER).ofBoard(board));
    assertThat(teacher.get(OVERVIEW).status()).isEqualTo(403);
  }

  private JsonNode overview() {
    return coordinator.get(OVERVIEW).json();
  }

  private String courses() {
    StringBuilder text = new StringBuilder();
    overview()
        .get("courses")
        .forEach(
            each ->
                text.append(each.get("title").asString())
                    .append(' ')
                    .append(each.get("seats").asInt())
                    .append(' ')
                    .append(each.get("waiting").asInt()));
    return text.toString();
  }

  private String placements() {
    StringBuilder text = new StringBuilder();
    overview()
        .get("placements")
        .forEach(
            each ->
                text.append(each.get("schoolName").asString())
                    .append(' ')
                    .append(each.get("period").asString())
                    .append(' ')
                    .append(each.get("count").asInt()));
    return text.toString();
  }

  private OwnedId registration(String course) {
    return new OwnedId(Owner.board(board), course + "~" + UUID.randomUUID());
  }

  private OwnedId invitation(String evening) {
    return new OwnedId(Owner.board(board), evening + "~" + UUID.randomUUID());
  }

  private void registered(OwnedId id, String type, Map<String, Object> fact) {
    samen.tell("professionalisation", "registration", id, type, fact);
  }

  private void placed(OwnedId student, String placement) {
    samen.tell(
        "placement",
        "student",
        student,
        "StudentPlaced",
        Map.of(
            "placement",
            placement,
            "student",
            student.value(),
            "school",
            school,
            "board",
            board,
            "period",
            "2026-2027-1",
            "kind",
            "PRACTICE",
            "year",
            2));
  }

  private void answered(OwnedId id, String evening, String answer) {
    samen.tell(
        "events",
        "invitation",
        id,
        "InvitationAnswered",
        Map.of("evening", evening, "title", "Jonge kind", "answer", answer));
  }
}
