package nl.samenopleiden.professionalisation.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Client;
import nl.samenopleiden.platform.test.Heard;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import nl.samenopleiden.professionalisation.CourseWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SamenTest
class RegisteringTest {

  @Autowired private Samen samen;
  private CourseWorld world;

  @BeforeEach
  void aPaboWithAPartner() {
    world = new CourseWorld(samen);
  }

  @Test
  void whoComesFirstGetsTheSeatAndTheOthersWaitInOrder() {
    String course = world.course(1);
    assertThat(world.registered(world.teacher(), course)).isEqualTo("SEAT 1");
    assertThat(world.registered(world.teacher(), course)).isEqualTo("WAITING 2, place 1");
    assertThat(world.registered(world.teacher(), course)).isEqualTo("WAITING 3, place 2");
    Answer seen = samen.as(world.teacher()).get(CourseWorld.path(course));
    assertThat(seen.json().get("free").asInt()).isZero();
    assertThat(seen.json().get("waiting").asInt()).isEqualTo(2);
  }

  @Test
  void registeringAgainIsTheSameRegistration() {
    String course = world.course(1);
    Person teacher = world.teacher();
    Answer first = world.register(teacher, course);
    Answer again = world.register(teacher, course);
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.header("Location"))
        .isEqualTo(CourseWorld.path(course) + "/registrations/mine");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(samen.as(teacher).get("/api/professionalisation/registrations/mine").json())
        .hasSize(1);
  }

  @Test
  void aCancelledSeatGoesToTheFirstOnTheWaitingList() {
    String course = world.course(1);
    List<Person> people = world.teachers(3);
    people.forEach(each -> world.register(each, course));
    assertThat(world.cancel(people.get(0), course).status()).isEqualTo(200);
    assertThat(world.mine(people.get(0), course)).isNull();
    assertThat(world.mine(people.get(1), course)).isEqualTo("SEAT 2");
    assertThat(world.mine(people.get(2), course)).isEqualTo("WAITING 3, place 1");
    samen.await(
        () ->
            assertThat(factsOf(course))
                .containsExactlyInAnyOrder(
                    "SeatConfirmed 1",
                    "PlacedOnWaitingList 2",
                    "PlacedOnWaitingList 3",
                    "RegistrationCancelled 1",
                    "PromotedFromWaitingList 2"));
  }

  @Test
  void whoLeavesTheWaitingListLetsTheOthersMoveUp() {
    String course = world.course(1);
    List<Person> people = world.teachers(4);
    people.forEach(each -> world.register(each, course));
    world.cancel(people.get(1), course);
    assertThat(world.mine(people.get(3), course)).isEqualTo("WAITING 4, place 2");
    assertThat(world.registered(people.get(1), course)).isEqualTo("WAITING 5, place 3");
  }

  @Test
  void theFactsNameNobodyAndBelongToTheTeachersBoard() {
    String course = world.course(1);
    Person teacher = world.teacher();
    world.register(teacher, course);
    samen.await(() -> assertThat(heard(course)).hasSize(1));
    Heard fact = heard(course).getFirst();
    assertThat(fact.type()).isEqualTo("SeatConfirmed");
    assertThat(fact.owner().toString()).isEqualTo("board:" + world.board());
    assertThat(fact.json().get("title").asString()).isEqualTo("Beeldcoaching in de klas");
    assertThat(fact.json().get("school").asString()).isEqualTo(teacher.school());
    assertThat(fact.json().toString()).doesNotContain(teacher.name()).doesNotContain("@");
    assertThat(fact.trace()).as("the trace of the request goes on in the fact").isNotEmpty();
  }

  @Test
  void fiveHundredPeopleOnTwentySeatsAtOnce() throws Exception {
    String course = world.course(20);
    List<Client> people = world.teachers(500).stream().map(samen::as).toList();
    try (ExecutorService rush = Executors.newFixedThreadPool(100, Thread.ofVirtual().factory())) {
      List<Future<String>> places =
          people.stream()
              .map(
                  each ->
                      rush.submit(
                          () ->
                              CourseWorld.place(
                                  each.post(
                                      CourseWorld.path(course) + "/registrations", Map.of()))))
              .toList();
      List<String> told = new ArrayList<>();
      for (Future<String> place : places) {
        told.add(place.get());
      }
      assertThat(told).doesNotHaveDuplicates();
      assertThat(told.stream().filter(each -> each.startsWith("SEAT"))).hasSize(20);
      assertThat(told.stream().map(each -> Integer.parseInt(each.split("[ ,]")[1])))
          .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 500).boxed().toList());
      assertThat(told)
          .filteredOn(each -> each.startsWith("WAITING"))
          .allSatisfy(
              each -> {
                int number = Integer.parseInt(each.split("[ ,]")[1]);
                assertThat(each).isEqualTo("WAITING " + number + ", place " + (number - 20));
              });
    }
  }

  @Test
  void thePabosOwnPeopleCanComeToo() {
    String course = world.course(2);
    Person student = samen.person(Role.STUDENT).ofPabo(world.pabo());
    assertThat(world.registered(student, course)).isEqualTo("SEAT 1");
  }

  @Test
  void registeringBeforeItOpensIsRefusedWithTheTimeInWords() {
    Map<String, Object> offer = world.offer(1);
    offer.put("startsAt", "2035-01-10T18:30:00Z");
    offer.put("registrationOpensAt", "2035-01-02T18:30:00Z");
    String course = world.publish(offer);
    Answer refused = world.register(world.teacher(), course);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().get("type").asString())
        .isEqualTo("urn:samen:problem:registration-not-open");
    assertThat(refused.json().get("detail").asString())
        .contains("dinsdag 2 januari 2035, 19.30 uur");
    Answer english =
        samen
            .as(world.teacher())
            .in("en")
            .post(CourseWorld.path(course) + "/registrations", Map.of());
    assertThat(english.json().get("detail").asString()).contains("Tuesday 2 January 2035, 19:30");
  }

  @Test
  void aCancelledCourseTakesNobodyAndLetsGoOfEverybody() {
    String course = world.course(1);
    List<Person> people = world.teachers(3);
    people.forEach(each -> world.register(each, course));
    Answer cancelled =
        samen.as(world.lecturer()).post(CourseWorld.path(course) + "/cancellation", Map.of());
    assertThat(cancelled.status()).isEqualTo(200);
    samen.await(() -> assertThat(people).allMatch(each -> world.mine(each, course) == null));
    Answer refused = world.register(world.teacher(), course);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().get("type").asString())
        .isEqualTo("urn:samen:problem:course-cancelled");
    samen.await(
        () ->
            assertThat(factsOf(course))
                .contains(
                    "RegistrationCancelled 1", "RegistrationCancelled 2", "RegistrationCancelled 3")
                .doesNotContain("PromotedFromWaitingList 2"));
  }

  @Test
  void moreSeatsGoToThoseWhoWait() {
    String course = world.course(1);
    List<Person> people = world.teachers(4);
    people.forEach(each -> world.register(each, course));
    Answer changed =
        samen.as(world.lecturer()).post(CourseWorld.path(course) + "/seats", Map.of("seats", 3));
    assertThat(changed.status()).isEqualTo(200);
    assertThat(world.mine(people.get(2), course)).isEqualTo("SEAT 3");
    assertThat(world.mine(people.get(3), course)).isEqualTo("WAITING 4, place 1");
  }

  @Test
  void cancellingWhatOneDoesNotHaveIsRefused() {
    String course = world.course(1);
    Answer refused = world.cancel(world.teacher(), course);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().get("type").asString()).isEqualTo("urn:samen:problem:not-registered");
  }

  @Test
  void peopleOfABoardWithoutPartnershipDoNotSeeTheCourse() {
    String course = world.course(1);
    Person stranger = world.teacherOf(samen.freshBoard());
    assertThat(samen.as(stranger).get(CourseWorld.path(course)).status()).isEqualTo(404);
    assertThat(world.register(stranger, course).status()).isEqualTo(404);
    assertThat(world.cancel(stranger, course).status()).isEqualTo(404);
    Person otherPabo = samen.person(Role.LECTURER).ofPabo(samen.freshPabo());
    for (String path : List.of("", "/registrations")) {
      assertThat(samen.as(otherPabo).get(CourseWorld.path(course) + path).status()).isEqualTo(404);
    }
    assertThat(
            samen.as(otherPabo).post(CourseWorld.path(course) + "/cancellation", Map.of()).status())
        .isEqualTo(404);
  }

  @Test
  void onlyThePaboSeesWhoComes() {
    String course = world.course(1);
    Person teacher = world.teacher();
    world.register(teacher, course);
    String path = CourseWorld.path(course) + "/registrations";
    assertThat(samen.as(teacher).get(path).status()).isEqualTo(403);
    Person coordinator = samen.person(Role.BOARD_COORDINATOR).ofBoard(world.board());
    assertThat(samen.as(coordinator).get(path).status()).isEqualTo(403);
    assertThat(world.register(coordinator, course).status()).isEqualTo(403);
    Answer participants = samen.as(world.lecturer()).get(path);
    assertThat(participants.json().get("items").get(0).get("name").asString())
        .isEqualTo(teacher.name());
    assertThat(participants.body()).doesNotContain(teacher.email()).doesNotContain(teacher.sub());
  }

  @Test
  void aSeatAppearsToOthersWithinASecondOfCancelling() {
    String course = world.course(1);
    List<Person> people = world.teachers(2);
    people.forEach(each -> world.register(each, course));
    Instant before = Instant.now();
    world.cancel(people.getFirst(), course);
    samen.await(() -> assertThat(samen.mailsTo(people.get(1).email())).hasSize(2));
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
  }

  private List<Heard> heard(String course) {
    return samen.heard().stream()
        .filter(each -> each.source().equals("/professionalisation/registration"))
        .filter(each -> each.json().get("course").asString().equals(course))
        .toList();
  }

  private List<String> factsOf(String course) {
    return heard(course).stream()
        .map(each -> each.type() + " " + each.json().get("number").asLong())
        .toList();
  }
}
