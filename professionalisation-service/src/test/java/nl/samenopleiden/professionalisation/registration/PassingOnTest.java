package nl.samenopleiden.professionalisation.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import nl.samenopleiden.professionalisation.CourseWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Passing a seat on to a colleague, from the outside. */
@SamenTest
class PassingOnTest {

  @Autowired private Samen samen;
  private CourseWorld world;
  private String course;
  private Person giver;
  private Person first;

  @BeforeEach
  void aFullCourse() {
    world = new CourseWorld(samen);
    course = world.course(1);
    giver = world.teacher();
    first = world.teacher();
    assertThat(world.registered(giver, course)).isEqualTo("SEAT 1");
    assertThat(world.registered(first, course)).isEqualTo("WAITING 2, place 1");
  }

  @Test
  void aColleagueHasTheSeatAndWhoWaitsStillWaits() {
    String code = code();
    Person colleague = world.teacher();
    assertThat(samen.as(colleague).get(link(code)).body())
        .contains("Beeldcoaching in de klas", "Plaats overnemen");
    Answer taken = takeOver(colleague, code);
    assertThat(taken.status()).isEqualTo(200);
    assertThat(CourseWorld.place(taken)).isEqualTo("SEAT 3");
    assertThat(world.mine(giver, course)).isNull();
    assertThat(world.mine(first, course)).isEqualTo("WAITING 2, place 1");
    assertThat(takeOver(world.teacher(), code).status()).isEqualTo(404);
  }

  @Test
  void theSameCodeUntilTheSeatIsKeptAfterAll() {
    String code = code();
    assertThat(code()).isEqualTo(code);
    assertThat(
            samen
                .as(giver)
                .post(
                    CourseWorld.path(course) + "/registrations/mine/passing-on/withdrawal",
                    Map.of())
                .status())
        .isEqualTo(204);
    assertThat(takeOver(world.teacher(), code).status()).isEqualTo(404);
    assertThat(world.mine(giver, course)).isEqualTo("SEAT 1");
    assertThat(code()).isNotEqualTo(code);
  }

  @Test
  void aCodeIsWorthNothingAtAnotherSchoolOrBoardOrAfterCancelling() {
    String code = code();
    Person elsewhere =
        samen.person(Role.TEACHER).ofBoard(world.board()).atSchool(world.board() + "BB");
    assertThat(takeOver(elsewhere, code).status()).isEqualTo(404);
    assertThat(samen.as(elsewhere).get(link(code)).status()).isEqualTo(404);
    Person other = world.teacherOf(world.anotherBoard());
    assertThat(takeOver(other, code).status()).isEqualTo(404);
    assertThat(takeOver(world.teacher(), "0".repeat(32)).status()).isEqualTo(404);
    world.cancel(giver, course);
    assertThat(takeOver(world.teacher(), code).status()).isEqualTo(404);
  }

  @Test
  void whoHasNoSeatHasNothingToPassOnAndWhoHasOneNeedsNone() {
    Answer refused = offer(first);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().get("type").asString()).endsWith("not-registered");
    Answer own = takeOver(giver, code());
    assertThat(own.status()).isEqualTo(409);
    assertThat(own.json().get("type").asString()).endsWith("has-a-seat");
  }

  @Test
  void onThePagesALinkIsMadeAndUsed() {
    String page = CourseWorld.page(course) + "/registration/passing-on";
    assertThat(samen.as(giver).get(CourseWorld.page(course)).body()).contains(page);
    assertThat(samen.as(giver).get(page).body()).contains("Maak een link");
    String made = samen.as(giver).postForm(page, Map.of()).body();
    assertThat(made).contains(link(code()));
    Person colleague = world.teacher();
    Answer taken = samen.as(colleague).postForm(link(code()), Map.of());
    assertThat(taken.status()).isEqualTo(303);
    assertThat(world.mine(colleague, course)).isEqualTo("SEAT 3");
  }

  private String code() {
    Answer offered = offer(giver);
    assertThat(offered.status()).as(offered.body()).isEqualTo(200);
    return offered.json().get("code").asString();
  }

  private Answer offer(Person person) {
    return samen
        .as(person)
        .post(CourseWorld.path(course) + "/registrations/mine/passing-on", Map.of());
  }

  private Answer takeOver(Person person, String code) {
    return samen
        .as(person)
        .post(CourseWorld.path(course) + "/registrations/passed-on/" + code, Map.of());
  }

  private String link(String code) {
    return CourseWorld.page(course) + "/passed-on/" + code;
  }
}
