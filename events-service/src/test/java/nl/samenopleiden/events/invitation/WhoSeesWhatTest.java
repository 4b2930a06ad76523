package nl.samenopleiden.events.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.samenopleiden.events.EventsWorld;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Client;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SamenTest
class WhoSeesWhatTest {

  @Autowired Samen samen;

  private EventsWorld world;

  @BeforeEach
  void aWorld() {
    world = new EventsWorld(samen);
  }

  @Test
  void peopleOfABoardWithoutAPartnershipAreNeverInvited() {
    Person partner = world.teacher();
    Person stranger = samen.person(Role.TEACHER).ofBoard(samen.freshBoard());
    world.joined(stranger);
    Map<String, Object> everyone = Map.of("everyone", true);
    world.reaches(everyone, 1);
    String evening = world.announce(10, everyone);
    world.told(evening, 1);
    samen.await(() -> assertThat(world.heard("PersonInvited", evening)).hasSize(1));
    assertThat(world.heard("PersonInvited", evening).getFirst().owner())
        .isEqualTo(Owner.board(world.board));
    assertThat(samen.as(partner).get("/api/events/evenings/" + evening).status()).isEqualTo(200);
    assertThat(samen.as(stranger).get("/api/events/evenings/" + evening).status()).isEqualTo(404);

    Map<String, Object> theirs = Map.of("boards", List.of(String.valueOf(stranger.board())));
    Answer refused =
        world.organiser().post("/api/events/evenings", EventsWorld.evening(10, theirs));
    assertThat(refused.json().get("type").asString())
        .isEqualTo("urn:samen:problem:board-out-of-reach");
    assertThat(refused.json().get("field").asString()).isEqualTo("audience.boards");
    assertThat(
            world
                .organiser()
                .post("/api/events/evenings/reach", theirs)
                .json()
                .get("people")
                .asInt())
        .isZero();
  }

  @Test
  void whatEndsStaysOutOfSight() {
    world.teachers(3);
    String evening = world.invite(10, 3);
    samen.tell(
        "partnership",
        "partnership",
        new OwnedId(Owner.board(world.board), world.pabo),
        "PartnershipEnded",
        Map.of("pabo", world.pabo, "board", world.board));
    samen.await(
        () ->
            assertThat(
                    world
                        .organiser()
                        .get("/api/events/evenings/" + evening + "/invitations")
                        .json()
                        .get("total")
                        .asInt())
                .isZero());
  }

  @Test
  void toOthersAnEveningLooksLikeOneThatDoesNotExist() {
    Person invited = world.teachers(1).getFirst();
    String evening = world.invite(10, 1);
    String nothing = UUID.randomUUID().toString();
    EventsWorld elsewhere = new EventsWorld(samen);
    List<Person> others =
        List.of(
            samen.person(Role.TEACHER).ofBoard(world.board),
            samen.person(Role.BOARD_COORDINATOR).ofBoard(world.board),
            samen.person(Role.STUDENT).ofPabo(world.pabo),
            samen.person(Role.SUPERVISOR).ofPabo(world.pabo),
            elsewhere.lecturer,
            samen.person(Role.BOARD_COORDINATOR).ofBoard(elsewhere.board),
            invited.ofBoard(elsewhere.board),
            invited.ofPabo(world.pabo),
            samen.person(Role.OPERATOR),
            samen.person(Role.TEACHER).ofBoard(world.board).withEmail(""));
    for (Person other : others) {
      Client client = samen.as(other);
      same(client, "/api/events/evenings/", evening, nothing, "");
      same(client, "/events/evenings/", evening, nothing, "");
      Answer answer =
          client.post("/api/events/evenings/" + evening + "/answer", Map.of("answer", "YES"));
      Answer none =
          client.post("/api/events/evenings/" + nothing + "/answer", Map.of("answer", "YES"));
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body().replace(evening, "ID"))
          .isEqualTo(none.body().replace(nothing, "ID"));
      assertThat(
              client
                  .postForm("/events/evenings/" + evening + "/answer", Map.of("answer", "YES"))
                  .status())
          .isEqualTo(404);
    }
    Client coordinator = samen.as(samen.person(Role.BOARD_COORDINATOR).ofBoard(world.board));
    same(coordinator, "/api/events/evenings/", evening, nothing, "/invitations");
    same(samen.as(elsewhere.lecturer), "/api/events/evenings/", evening, nothing, "/invitations");
    same(samen.as(elsewhere.lecturer), "/events/evenings/", evening, nothing, "/progress");
    same(samen.as(elsewhere.lecturer), "/events/evenings/", evening, nothing, "/cancellation");
    assertThat(
            samen
                .as(elsewhere.lecturer)
                .post("/api/events/evenings/" + evening + "/cancellation", Map.of())
                .status())
        .isEqualTo(404);
    assertThat(samen.as(invited).get("/api/events/evenings/" + evening + "/invitations").status())
        .isEqualTo(403);
    assertThat(samen.as(invited).get("/api/events/evenings/nonsense").status()).isEqualTo(404);
  }

  @Test
  void whoIsInvitedSeesTheEveningAndNothingOfTheOthers() {
    List<Person> teachers = world.teachers(3);
    String evening = world.invite(10, 3);
    Answer seen = samen.as(teachers.getFirst()).get("/api/events/evenings/" + evening);
    assertThat(seen.json().get("title").asString()).isEqualTo("Kijken naar kinderen");
    assertThat(seen.json().get("myAnswer").asString()).isEqualTo("NONE");
    assertThat(seen.json().has("answers")).isFalse();
    assertThat(seen.json().has("audience")).isFalse();
    assertThat(seen.json().has("telling")).isFalse();
    assertThat(samen.as(teachers.getFirst()).get("/events/evenings/" + evening).body())
        .contains("Ja, ik kom")
        .doesNotContain(teachers.get(1).name());
    Answer mine = samen.as(teachers.getFirst()).get("/api/events/invitations/mine");
    assertThat(mine.json().get("total").asInt()).isEqualTo(1);
    assertThat(mine.json().get("items").get(0).get("evening").asString()).isEqualTo(evening);
  }

  @Test
  void theOrganiserSeesWhoComesByNameInPartsAndBySearching() {
    List<Person> teachers = world.teachers(5);
    String evening = world.invite(10, 5);
    world.answer(teachers.get(0), evening, "YES");
    world.answer(teachers.get(1), evening, "YES");
    world.answer(teachers.get(2), evening, "NO");
    String list = "/api/events/evenings/" + evening + "/invitations";
    Answer coming = world.organiser().get(list + "?answer=YES");
    assertThat(coming.json().get("total").asInt()).isEqualTo(2);
    assertThat(coming.body())
        .contains(teachers.get(0).name())
        .contains(teachers.get(1).name())
        .doesNotContain(teachers.get(0).email())
        .doesNotContain(teachers.get(2).name());
    assertThat(world.organiser().get(list + "?size=2").json().get("items").size()).isEqualTo(2);
    String word = teachers.get(3).name().substring("Persoon ".length());
    assertThat(world.organiser().get(list + "?q=" + word).json().get("total").asInt()).isEqualTo(1);

    Answer whole = world.organiser().get("/api/events/evenings/" + evening);
    var organisation = whole.json().get("answers").get("organisations").get(0);
    assertThat(organisation.get("owner").asString()).isEqualTo("board:" + world.board);
    assertThat(organisation.get("yes").asInt()).isEqualTo(2);
    assertThat(organisation.get("no").asInt()).isEqualTo(1);
    assertThat(organisation.get("none").asInt()).isEqualTo(2);
  }

  @Test
  void aBoardsCoordinatorOrganisesForItsPeopleAndTheStudentsOfItsPabos() {
    Person coordinator = samen.person(Role.BOARD_COORDINATOR).ofBoard(world.board);
    Person teacher = world.teacher();
    Person student = world.student();
    EventsWorld elsewhere = new EventsWorld(samen);
    elsewhere.teacher();
    samen.partners(world.pabo, elsewhere.board);
    Map<String, Object> everyone = Map.of("everyone", true);
    samen.await(
        () ->
            assertThat(
                    samen
                        .as(coordinator)
                        .post("/api/events/evenings/reach", everyone)
                        .json()
                        .get("people")
                        .asInt())
                .isEqualTo(2));
    Answer announced =
        samen.as(coordinator).post("/api/events/evenings", EventsWorld.evening(10, everyone));
    assertThat(announced.status()).as(announced.body()).isEqualTo(201);
    String evening = announced.json().get("id").asString();
    samen.await(
        () -> {
          assertThat(samen.as(teacher).get("/api/events/evenings/" + evening).status())
              .isEqualTo(200);
          assertThat(samen.as(student).get("/api/events/evenings/" + evening).status())
              .isEqualTo(200);
        });
    samen.await(
        () ->
            assertThat(samen.heard("EveningAnnounced"))
                .filteredOn(each -> each.id().value().equals(evening))
                .singleElement()
                .satisfies(each -> assertThat(each.owner()).isEqualTo(Owner.board(world.board))));
    assertThat(samen.as(coordinator).get("/api/events/evenings").json().get("total").asInt())
        .isEqualTo(1);
    assertThat(world.organiser().get("/api/events/evenings").json().get("total").asInt()).isZero();
  }

  private void same(Client client, String path, String one, String other, String rest) {
    Answer elses = client.get(path + one + rest);
    Answer none = client.get(path + other + rest);
    assertThat(elses.status()).as(path + rest).isEqualTo(404);
    assertThat(elses.body().replace(one, "ID")).isEqualTo(none.body().replace(other, "ID"));
  }
}
