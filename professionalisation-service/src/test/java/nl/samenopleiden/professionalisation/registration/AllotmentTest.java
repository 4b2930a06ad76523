package nl.samenopleiden.professionalisation.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import nl.samenopleiden.professionalisation.CourseWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Draws and kept seats, from the outside. */
@SamenTest
class AllotmentTest {

  /** Long enough for a few people to register. */
  private static final Duration SOON = Duration.ofSeconds(6);

  @Autowired private Samen samen;
  private CourseWorld world;

  @BeforeEach
  void world() {
    world = new CourseWorld(samen);
  }

  @Test
  void whoeverEntersIsDrawnAndAnybodyCanDoTheDrawAgain() throws Exception {
    String course = drawn(2, Instant.now().plus(SOON));
    List<Person> people = world.teachers(5);
    List<String> told = new ArrayList<>();
    for (Person each : people) {
      told.add(world.registered(each, course));
    }
    assertThat(told)
        .containsExactly("IN_DRAW 1", "IN_DRAW 2", "IN_DRAW 3", "IN_DRAW 4", "IN_DRAW 5");
    Person anybody = people.getFirst();
    var before = samen.as(anybody).get(CourseWorld.path(course) + "/draw").json();
    assertThat(before.get("seed").isNull()).isTrue();
    assertThat(
            samen
                .as(anybody)
                .get(CourseWorld.path(course) + "/draw/results")
                .json()
                .get("total")
                .asInt())
        .isZero();
    assertThat(samen.as(anybody).get(CourseWorld.page(course)).body())
        .contains("uw lotnummer is 1");
    assertThat(samen.as(world.teacher()).get(CourseWorld.page(course)).body())
        .contains("5 mensen doen mee", "Meedoen met de loting");
    world.cancel(people.get(4), course);

    samen.await(() -> assertThat(world.mine(anybody, course)).doesNotStartWith("IN_DRAW"));
    samen.await(
        () ->
            assertThat(
                    samen
                        .as(anybody)
                        .get(CourseWorld.path(course) + "/draw")
                        .json()
                        .get("entries")
                        .asInt())
                .isEqualTo(4));

    var after = samen.as(anybody).get(CourseWorld.path(course) + "/draw").json();
    String seed = after.get("seed").asString();
    assertThat(sha256(seed)).isEqualTo(before.get("commitment").asString());
    List<Long> expected = new ArrayList<>(List.of(1L, 2L, 3L, 4L));
    expected.sort(Comparator.comparing(entry -> sha256(seed + ":" + entry)));
    assertThat(
            samen
                .as(anybody)
                .get(CourseWorld.path(course) + "/draw/results")
                .json()
                .get("items")
                .valueStream()
                .map(each -> each.get("entry").asLong())
                .toList())
        .isEqualTo(expected);
    for (int turn = 0; turn < 4; turn++) {
      Person drawn = people.get((int) (expected.get(turn) - 1));
      assertThat(world.mine(drawn, course))
          .startsWith(turn < 2 ? "SEAT" : "WAITING")
          .endsWith(turn < 2 ? "" : "place " + (turn - 1));
    }
    assertThat(samen.as(anybody).get(CourseWorld.page(course) + "/draw").body())
        .contains(seed, "Uw lotnummer was 1.");
    assertThat(world.registered(world.teacher(), course)).endsWith("place 3");
  }

  @Test
  void theSeedIsNowhereBeforeTheDraw() {
    String course = drawn(2, Instant.now().plus(Duration.ofDays(1)));
    var draw = samen.as(world.lecturer()).get(CourseWorld.path(course) + "/draw").json();
    assertThat(draw.propertyNames())
        .containsExactlyInAnyOrder("at", "commitment", "seed", "entries");
    assertThat(samen.as(world.lecturer()).get(CourseWorld.path(course)).body())
        .doesNotContain("seed");
    samen.await(
        () ->
            assertThat(samen.heard("CoursePublished"))
                .anyMatch(each -> each.id().value().equals(course)));
    assertThat(samen.heard("CoursePublished").stream().map(each -> each.json().toString()))
        .noneMatch(each -> each.contains("seed"));
  }

  @Test
  void aCourseWithoutADrawHasNoneForAnybodyAndAnothersDrawIsNotThere() {
    String course = world.course(3);
    Answer none = samen.as(world.teacher()).get(CourseWorld.path(course) + "/draw");
    assertThat(none.status()).isEqualTo(404);
    String drawn = drawn(2, Instant.now().plus(Duration.ofDays(1)));
    Person stranger = new CourseWorld(samen).teacher();
    Answer hidden = samen.as(stranger).get(CourseWorld.path(drawn) + "/draw");
    assertThat(hidden.status()).isEqualTo(404);
    assertThat(samen.as(stranger).get(CourseWorld.path(drawn) + "/draw/results").status())
        .isEqualTo(404);
    assertThat(samen.as(stranger).get(CourseWorld.page(drawn) + "/draw").status()).isEqualTo(404);
  }

  @Test
  void seatsOfABoardAreKeptForItAndFlowBack() {
    String other = world.anotherBoard();
    Map<String, Object> offer = world.offer(2);
    offer.put(
        "allotment",
        Map.of(
            "shares", List.of(Map.of("board", other, "seats", 1)),
            "sharesUntil", Instant.now().plus(SOON).toString()));
    String course = world.publish(offer);
    assertThat(world.registered(world.teacher(), course)).isEqualTo("SEAT 1");
    Person waits = world.teacher();
    assertThat(samen.as(waits).get(CourseWorld.path(course)).json().get("free").asInt()).isZero();
    assertThat(
            samen
                .as(world.teacherOf(other))
                .get(CourseWorld.path(course))
                .json()
                .get("free")
                .asInt())
        .isEqualTo(1);
    assertThat(world.registered(waits, course)).isEqualTo("WAITING 2, place 1");
    samen.await(() -> assertThat(world.mine(waits, course)).isEqualTo("SEAT 2"));
  }

  @Test
  void aShareGoesToItsBoardHoweverManyWait() {
    String other = world.anotherBoard();
    Map<String, Object> offer = world.offer(2);
    offer.put(
        "allotment",
        Map.of(
            "shares", List.of(Map.of("board", other, "seats", 1)),
            "sharesUntil", Instant.now().plus(Duration.ofDays(2)).toString()));
    String course = world.publish(offer);
    world.teachers(3).forEach(each -> world.register(each, course));
    assertThat(world.registered(world.teacherOf(other), course)).isEqualTo("SEAT 4");
    assertThat(world.registered(world.teacherOf(other), course)).isEqualTo("WAITING 5, place 3");
  }

  @Test
  void seatsAreKeptForPartnersOnlyAndWhatDoesNotFitIsSaidNextToItsField() {
    Map<String, Object> offer = world.offer(2);
    offer.put(
        "allotment",
        Map.of(
            "shares", List.of(Map.of("board", samen.freshBoard(), "seats", 1)),
            "sharesUntil", Instant.now().plus(Duration.ofDays(2)).toString()));
    Answer refused = samen.as(world.lecturer()).post("/api/professionalisation/courses", offer);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("type").asString()).endsWith("unknown-board");
    assertThat(refused.json().get("field").asString()).isEqualTo("shares");
  }

  private String drawn(int seats, Instant at) {
    Map<String, Object> offer = new HashMap<>(world.offer(seats));
    offer.put("allotment", Map.of("drawsAt", at.toString()));
    return world.publish(offer);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }
}
