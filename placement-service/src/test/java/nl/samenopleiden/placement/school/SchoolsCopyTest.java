package nl.samenopleiden.placement.school;

import static org.assertj.core.api.Assertions.assertThat;

import nl.samenopleiden.placement.World;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@SamenTest
class SchoolsCopyTest {

  @Autowired Samen samen;

  private World world;

  @BeforeEach
  void aWorldOfItsOwn() {
    world = World.of(samen);
  }

  @Test
  void aSchoolThatPartnershipTellsOfIsFoundByNameTownAndCode() {
    String code = world.school("Dé Regenboog");
    for (String words : new String[] {"regenboog", "ROTTERDAM", code, "de+regenboog+rotterdam"}) {
      assertThat(names(world.coordinator().get("/api/placement/schools?q=" + words)))
          .containsExactly("Dé Regenboog");
    }
    assertThat(names(world.manager().get("/api/placement/schools?q=regenboog")))
        .containsExactly("Dé Regenboog");
    assertThat(names(world.manager().get("/api/placement/schools?q=zonnebloem"))).isEmpty();
  }

  @Test
  void whatComesTwiceOrLateChangesNothing() {
    String code = "77AA01";
    tell(code, 1, "SchoolRegistered", "Eerst");
    tell(code, 1, "SchoolRegistered", "Eerst");
    tell(code, 2, "SchoolChanged", "Daarna");
    tell(code, 1, "SchoolRegistered", "Eerst");
    tell(code, 2, "SchoolChanged", "Nog eens");
    tell(code, 3, "SchoolChanged", "Ten slotte");
    tell(code, 2, "SchoolChanged", "Te laat");
    // All of one board and code go the same way, so when this one is there the others were read.
    tell(code, 4, "SchoolChanged", "Ten slotte!");
    samen.await(
        () ->
            assertThat(names(world.coordinator().get("/api/placement/schools")))
                .containsExactly("Ten slotte!"));
  }

  @Test
  void aClosedSchoolIsNoLongerListedButItsPlacesStayKnown() {
    String code = world.school("De Ark");
    world.offer(code, 3);
    world.tellSchool(code, "SchoolClosed", "De Ark");
    samen.await(() -> assertThat(world.free(code)).isZero());
    assertThat(names(world.coordinator().get("/api/placement/schools"))).isEmpty();
    assertThat(World.problem(world.place(world.student("Noor"), code))).isEqualTo("unknown-school");
  }

  @Test
  void aSchoolThatIsCalledOtherwiseOffersUnderItsNewName() {
    String code = world.school("De Ark");
    world.offer(code, 3);
    world.tellSchool(code, "SchoolChanged", "De Nieuwe Ark");
    samen.await(
        () ->
            assertThat(world.manager().get("/api/placement/capacity?q=nieuwe").body())
                .contains("De Nieuwe Ark"));
  }

  @Test
  void aSchoolThatWentOverToAnotherBoardIsFoundThere() {
    World other = World.of(samen);
    samen.partners(world.pabo, other.board);
    String code = world.school("De Ark");
    other.tellSchool(code, "SchoolRegistered", "De Ark");
    world.tellSchool(code, "SchoolClosed", "De Ark");
    samen.await(
        () -> {
          assertThat(names(other.coordinator().get("/api/placement/schools"))).hasSize(1);
          assertThat(names(world.coordinator().get("/api/placement/schools"))).isEmpty();
        });
    assertThat(other.offer(code, 1).status()).isEqualTo(200);
    assertThat(world.offer(code, 1).status()).isEqualTo(404);
    assertThat(world.place(world.student("Noor"), code).status()).isEqualTo(201);
  }

  @Test
  void aBoardSeesItsOwnSchoolsAndAPaboThoseOfItsPartners() {
    world.school("De Ark");
    World stranger = World.of(samen);
    assertThat(names(stranger.coordinator().get("/api/placement/schools"))).isEmpty();
    assertThat(names(stranger.manager().get("/api/placement/schools"))).isEmpty();
    assertThat(
            names(
                samen
                    .as(samen.person(Role.PARTNER).ofPabo(world.pabo))
                    .get("/api/placement/schools")))
        .containsExactly("De Ark");
    assertThat(
            samen
                .as(samen.person(Role.STUDENT).ofPabo(world.pabo))
                .get("/api/placement/schools")
                .status())
        .isEqualTo(403);
  }

  @Test
  void operatorsSeeHowManyThereAreAndNothingElse() {
    var operator = samen.as(samen.person(Role.OPERATOR));
    long before = operator.get("/api/placement/schools/count").json().get("count").asLong();
    world.school("De Ark");
    assertThat(operator.get("/api/placement/schools/count").json().get("count").asLong())
        .isGreaterThan(before);
    assertThat(operator.get("/api/placement/schools").status()).isEqualTo(403);
    assertThat(world.coordinator().get("/api/placement/schools/count").status()).isEqualTo(403);
  }

  private void tell(String code, long sequence, String type, String name) {
    OwnedId id = world.schoolId(code);
    samen.tell(
        "partnership",
        "school",
        id,
        sequence,
        type,
        JsonMapper.shared().writeValueAsString(World.fact(code, name)));
  }

  private static java.util.List<String> names(Answer answer) {
    return answer
        .json()
        .get("items")
        .valueStream()
        .map(each -> each.get("name").asString())
        .toList();
  }
}
