package nl.samenopleiden.partnership.participation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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
import nl.samenopleiden.platform.web.Moments;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@SamenTest
class ParticipationTest {

  private static final String COURSES = "/api/partnership/courses";
  private static final Instant SOON =
      Instant.now().plus(20, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

  @Autowired Samen samen;
  @Autowired Clock clock;
  World world;
  String board;
  String brug;
  String linde;
  String pabo;
  Client coordinator;

  @BeforeEach
  void aBoardWithTwoSchoolsAndItsPabo() {
    world = new World(samen);
    board = samen.freshBoard();
    brug = World.freshLocation();
    linde = World.freshLocation();
    world.importRegister(
        World.HEADER + World.row(board, brug, "De Brug") + World.row(board, linde, "De Linde"));
    world.onboard(board, "Stichting Deelname");
    pabo = world.pabo("Pabo Deelname");
    world.partners(pabo, board);
    coordinator = samen.as(world.coordinator(board));
  }

  @Test
  void aCourseShowsSeatsWaitingAndTheSchoolsThatAreReached() {
    OwnedId course = published("Beeldcoaching", "video-coaching");
    OwnedId seated = registration(course);
    OwnedId waits = registration(course);
    tell(seated, "SeatConfirmed", course, brug);
    tell(registration(course), "SeatConfirmed", course, "");
    tell(waits, "PlacedOnWaitingList", course, linde);
    samen.await(() -> assertThat(lines(coordinator)).containsExactly("Beeldcoaching 2+1 2/2"));

    tell(seated, "RegistrationCancelled", course, brug);
    tell(waits, "PromotedFromWaitingList", course, linde);
    samen.await(() -> assertThat(lines(coordinator)).containsExactly("Beeldcoaching 2+0 1/2"));
    JsonNode line = coordinator.get(COURSES).json().get("items").get(0);
    assertThat(line.get("startsAt").asString()).isEqualTo(SOON.toString());
    assertThat(line.get("offered").asInt()).isEqualTo(20);
    assertThat(line.get("themes").get(0).asString()).isEqualTo("video-coaching");

    JsonNode detail = coordinator.get(COURSES + "/" + course.value()).json();
    assertThat(schools(detail)).containsExactly("De Brug 0+0", "De Linde 1+0");
    assertThat(detail.get("elsewhere").get("seats").asInt()).isEqualTo(1);
    assertThat(schools(coordinator.get(COURSES + "/" + course.value() + "?reached=false").json()))
        .containsExactly("De Brug 0+0");
    assertThat(schools(coordinator.get(COURSES + "/" + course.value() + "?q=linde").json()))
        .containsExactly("De Linde 1+0");
    assertThat(coordinator.get("/partnership/courses/" + course.value()).body())
        .contains("1 van 2 scholen bereikt", "nog niet bereikt", "1 met een plaats, 0 op de");
    assertThat(coordinator.in("en").get("/partnership/courses").body())
        .contains("2 with a seat, 0 on the waiting list", "1 of 2 schools reached")
        .doesNotContain("??");

    told(course, "CourseCancelled", Map.of("id", course.value()));
    samen.await(
        () ->
            assertThat(coordinator.get("/partnership/courses").body()).contains("gaat niet door"));
  }

  @Test
  void whatComesTwiceLateOrBeforeItsCourseCountsOnce() {
    OwnedId course = new OwnedId(Owner.pabo(pabo), UUID.randomUUID().toString());
    OwnedId id = registration(course);
    String fact =
        "{\"course\":\"%s\",\"title\":\"Eerst\",\"number\":1,\"school\":\"%s\"}"
            .formatted(course.value(), brug);
    samen.tell("professionalisation", "registration", id, 1, "PlacedOnWaitingList", fact);
    samen.tell("professionalisation", "registration", id, 1, "PlacedOnWaitingList", fact);
    samen.await(() -> assertThat(lines(coordinator)).containsExactly("Eerst 0+1 1/2"));
    samen.tell("professionalisation", "registration", id, 2, "PromotedFromWaitingList", fact);
    samen.tell("professionalisation", "registration", id, 1, "PlacedOnWaitingList", fact);
    samen.tell("professionalisation", "registration", id, 2, "PromotedFromWaitingList", fact);
    told(course, "CoursePublished", offer(course, "Daarna", "young-child"));
    samen.await(() -> assertThat(lines(coordinator)).containsExactly("Daarna 1+0 1/2"));
    assertThat(thisMonth(coordinator)).isEqualTo(1);

    samen.tell("professionalisation", "registration", id, 3, "RegistrationCancelled", fact);
    samen.tell("professionalisation", "registration", id, 2, "PromotedFromWaitingList", fact);
    samen.tell("professionalisation", "registration", id, 4, "SeatConfirmed", fact);
    samen.tell("professionalisation", "registration", id, 3, "RegistrationCancelled", fact);
    samen.await(() -> assertThat(thisMonth(coordinator)).isEqualTo(2));
    assertThat(lines(coordinator)).containsExactly("Daarna 1+0 1/2");
  }

  @Test
  void coursesAreFoundByWordsAndThemeAndComeInPages() {
    published("Kijken naar kleuters", "young-child");
    published("Beeldcoaching voor beginners", "video-coaching");
    published("Beeldcoaching voor gevorderden", "video-coaching");
    samen.await(() -> assertThat(lines(coordinator)).hasSize(3));
    assertThat(titles(coordinator.get(COURSES + "?q=BEELD%20begin")))
        .containsExactly("Beeldcoaching voor beginners");
    assertThat(titles(coordinator.get(COURSES + "?theme=young-child")))
        .containsExactly("Kijken naar kleuters");
    Answer second = coordinator.get(COURSES + "?theme=video-coaching&size=1&page=1");
    assertThat(titles(second)).containsExactly("Beeldcoaching voor gevorderden");
    assertThat(second.json().get("total").asInt()).isEqualTo(2);
    assertThat(coordinator.get("/partnership/courses?size=1&q=beeld&theme=video-coaching").body())
        .contains("page=1&amp;q=beeld", "theme=video-coaching");
    assertThat(titles(coordinator.get(COURSES + "?q=onvindbaar"))).isEmpty();
  }

  @Test
  void aSchoolSeesItselfAndNoOther() {
    OwnedId course = published("Samen beoordelen", "assessing-together");
    tell(registration(course), "SeatConfirmed", course, brug);
    tell(registration(course), "SeatConfirmed", course, linde);
    tell(registration(course), "PlacedOnWaitingList", course, linde);
    samen.await(() -> assertThat(lines(coordinator)).containsExactly("Samen beoordelen 2+1 2/2"));
    for (Role role : new Role[] {Role.SCHOOL_LEADER, Role.SCHOOL_EDUCATOR}) {
      Client atBrug = samen.as(samen.person(role).ofBoard(board).atSchool(brug));
      assertThat(lines(atBrug)).containsExactly("Samen beoordelen 1+0 1/1");
      assertThat(thisMonth(atBrug)).isEqualTo(1);
      Answer detail = atBrug.get(COURSES + "/" + course.value());
      assertThat(detail.json().has("schools")).isFalse();
      assertThat(detail.json().has("elsewhere")).isFalse();
      assertThat(atBrug.get("/partnership/courses").body()).contains("De Brug");
      assertThat(atBrug.get("/partnership/courses/" + course.value()).body())
          .contains("1 met een plaats, 0 op de wachtlijst")
          .doesNotContain("De Linde", linde);
      assertThat(atBrug.get("/partnership/fragments/home").body())
          .contains(">1</span>", "plaats in een komende cursus", "/partnership/courses");
    }
    Client nowhere = samen.as(samen.person(Role.SCHOOL_LEADER).ofBoard(board));
    assertThat(nowhere.get(COURSES).status()).isEqualTo(404);
  }

  @Test
  void aPaboSeesPartnerBoardsAsAWholeAndOnlyInItsOwnCourses() {
    OwnedId course = published("Van deze pabo", "young-child");
    tell(registration(course), "SeatConfirmed", course, brug);
    OwnedId others = new OwnedId(Owner.pabo(world.pabo("Pabo Anders")), UUID.randomUUID() + "");
    told(others, "CoursePublished", offer(others, "Van een andere pabo", "young-child"));
    tell(registration(others), "SeatConfirmed", others, brug);
    samen.await(() -> assertThat(lines(coordinator)).hasSize(2));

    Client manager = samen.as(world.manager(pabo));
    String of = "?board=" + board;
    assertThat(titles(manager.get(COURSES + of))).containsExactly("Van deze pabo");
    assertThat(
            manager.get(COURSES + "/trend" + of).json().get("months").get(11).get("registrations"))
        .hasToString("1");
    JsonNode detail = manager.get(COURSES + "/" + course.value() + of).json();
    assertThat(detail.get("course").get("seats").asInt()).isEqualTo(1);
    assertThat(detail.has("schools")).isFalse();
    assertThat(manager.get(COURSES + "/" + others.value() + of).status()).isEqualTo(404);
    assertThat(manager.get("/partnership/courses").body())
        .contains("Stichting Deelname", "<select", "?board=" + board)
        .doesNotContain("De Brug");
    assertThat(manager.get("/partnership/courses/" + course.value() + of).body())
        .contains("1 van 2 scholen bereikt")
        .doesNotContain("De Brug", "De Linde");
    Answer unnamed = manager.get(COURSES);
    assertThat(unnamed.status()).isEqualTo(422);
    assertThat(unnamed.json().get("field").asString()).isEqualTo("board");
  }

  @Test
  void anotherBoardsLooksLikeWhatDoesNotExistAndNobodyElseGetsIn() {
    OwnedId course = published("Alleen voor partners", "young-child");
    tell(registration(course), "SeatConfirmed", course, brug);
    samen.await(() -> assertThat(lines(coordinator)).hasSize(1));
    String none = UUID.randomUUID().toString();
    Client other = samen.as(world.coordinator(samen.freshBoard()));
    assertThat(titles(other.get(COURSES))).isEmpty();
    Answer theirs = other.get(COURSES + "/" + course.value());
    assertThat(theirs.status()).isEqualTo(404);
    assertThat(theirs.body().replace(course.value(), "id"))
        .isEqualTo(other.get(COURSES + "/" + none).body().replace(none, "id"));
    assertThat(other.get(COURSES + "?board=" + board).body())
        .isEqualTo(other.get(COURSES + "?board=99999999").body());
    assertThat(other.get("/partnership/courses/" + course.value()).status()).isEqualTo(404);
    assertThat(other.get("/partnership/courses?board=" + board).status()).isEqualTo(404);
    Client stranger = samen.as(world.manager(world.pabo("Pabo Ver")));
    assertThat(stranger.get(COURSES + "?board=" + board).status()).isEqualTo(404);
    assertThat(stranger.get(COURSES + "/trend?board=" + board).status()).isEqualTo(404);
    for (Role role : new Role[] {Role.TEACHER, Role.MENTOR}) {
      Client one = samen.as(samen.person(role).ofBoard(board).atSchool(brug));
      assertThat(one.get(COURSES).status()).isEqualTo(403);
      assertThat(one.get(COURSES + "/trend").status()).isEqualTo(403);
      assertThat(one.get("/partnership/courses").status()).isEqualTo(403);
    }
    assertThat(samen.as(samen.person(Role.LECTURER).ofPabo(pabo)).get(COURSES).status())
        .isEqualTo(403);
    assertThat(
            samen
                .as(samen.person(Role.BOARD_COORDINATOR).ofPabo(pabo))
                .get(COURSES + "?board=" + board)
                .status())
        .isEqualTo(404);
  }

  @Test
  void theBoardsPagesLeadThere() {
    assertThat(coordinator.get("/partnership/overview").body())
        .contains("href=\"/partnership/courses?board=" + board + "\"");
    assertThat(coordinator.get("/partnership/boards/" + board).body())
        .contains("href=\"/partnership/courses?board=" + board + "\"");
    assertThat(coordinator.get("/partnership/courses?board=" + board).status()).isEqualTo(200);
    assertThat(
            samen
                .as(samen.person(Role.TEACHER).ofBoard(board).atSchool(brug))
                .get("/partnership/boards/" + board)
                .body())
        .doesNotContain("/partnership/courses");
    assertThat(samen.anonymous().get("/api/partnership/openapi.json").body())
        .contains("CourseLine", "CourseDetail", "Trend");
  }

  private OwnedId published(String title, String theme) {
    OwnedId course = new OwnedId(Owner.pabo(pabo), UUID.randomUUID().toString());
    told(course, "CoursePublished", offer(course, title, theme));
    return course;
  }

  private static Map<String, Object> offer(OwnedId course, String title, String theme) {
    return Map.of(
        "id",
        course.value(),
        "title",
        title,
        "themes",
        List.of(theme),
        "startsAt",
        SOON.toString(),
        "seats",
        20);
  }

  private void told(OwnedId course, String type, Map<String, Object> fact) {
    samen.tell("professionalisation", "course", course, type, fact);
  }

  private OwnedId registration(OwnedId course) {
    return new OwnedId(Owner.board(board), course.value() + "~" + UUID.randomUUID());
  }

  private void tell(OwnedId registration, String type, OwnedId course, String school) {
    samen.tell(
        "professionalisation",
        "registration",
        registration,
        type,
        school.isEmpty()
            ? Map.of("course", course.value(), "title", "Cursus", "number", 1)
            : Map.of("course", course.value(), "title", "Cursus", "number", 1, "school", school));
  }

  /** How many registrations were made in this month, as this reader sees it. */
  private int thisMonth(Client reader) {
    JsonNode last = reader.get(COURSES + "/trend").json().get("months").get(11);
    assertThat(last.get("month").asString())
        .isEqualTo(YearMonth.now(clock.withZone(Moments.ZONE)).toString());
    return last.get("registrations").asInt();
  }

  private static List<String> lines(Client reader) {
    List<String> lines = new ArrayList<>();
    reader
        .get(COURSES)
        .json()
        .get("items")
        .forEach(
            each ->
                lines.add(
                    "%s %d+%d %d/%d"
                        .formatted(
                            each.get("title").asString(),
                            each.get("seats").asInt(),
                            each.get("waiting").asInt(),
                            each.get("reached").asInt(),
                            each.get("schools").asInt())));
    return lines;
  }

  private static List<String> titles(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    List<String> titles = new ArrayList<>();
    answer.json().get("items").forEach(each -> titles.add(each.get("title").asString()));
    return titles;
  }

  private static List<String> schools(JsonNode detail) {
    List<String> schools = new ArrayList<>();
    detail
        .get("schools")
        .get("items")
        .forEach(
            each ->
                schools.add(
                    "%s %d+%d"
                        .formatted(
                            each.get("name").asString(),
                            each.get("seats").asInt(),
                            each.get("waiting").asInt())));
    return schools;
  }
}
