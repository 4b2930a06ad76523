package nl.samenopleiden.placement.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.samenopleiden.placement.World;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Client;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SamenTest
class OfferingTest {

  @Autowired Samen samen;

  @Test
  void aSchoolLeaderOffersPlacesAndAPartnerPaboSeesThem() {
    World world = World.of(samen);
    String ark = world.school("De Ark");
    Answer offered = offer(world.at(ark, Role.SCHOOL_LEADER), ark, 4);
    assertThat(offered.status()).isEqualTo(200);
    assertThat(offered.json().get("places").asInt()).isEqualTo(4);
    assertThat(world.free(ark)).isEqualTo(4);
    samen.await(
        () ->
            assertThat(samen.heard("CapacityOffered"))
                .filteredOn(each -> each.owner().code().equals(world.board))
                .singleElement()
                .satisfies(
                    each -> {
                      assertThat(each.id().value()).isEqualTo(ark + "~2026-2027-1~PRACTICE");
                      assertThat(each.json().toString())
                          .isEqualTo(
                              "{\"school\":\""
                                  + ark
                                  + "\",\"period\":\"2026-2027-1\",\"kind\":\"PRACTICE\",\"places\":4}");
                    }));
  }

  @Test
  void whoWorksAtASchoolOffersForThatSchoolOnly() {
    World world = World.of(samen);
    String ark = world.school("De Ark");
    String brug = world.school("De Brug");
    assertThat(offer(world.at(ark, Role.SCHOOL_EDUCATOR), ark, 1).status()).isEqualTo(200);
    Answer other = offer(world.at(ark, Role.SCHOOL_LEADER), brug, 1);
    assertThat(other.status()).isEqualTo(403);
    assertThat(World.problem(other)).isEqualTo("not-your-school");
    assertThat(offer(world.coordinator(), brug, 1).status()).isEqualTo(200);
    assertThat(offer(world.at(ark, Role.MENTOR), ark, 1).status()).isEqualTo(403);
    assertThat(offer(world.manager(), ark, 1).status()).isEqualTo(403);
    World stranger = World.of(samen);
    assertThat(offer(stranger.coordinator(), ark, 1).status()).isEqualTo(404);
  }

  @Test
  void whatIsWrongIsToldByFieldInTheReadersLanguage() {
    World world = World.of(samen);
    String ark = world.school("De Ark");
    Map<String, Object> good = new HashMap<>();
    good.put("school", ark);
    good.put("period", "2026-2027-1");
    good.put("kind", "FINAL");
    good.put("places", 1);
    for (var wrong :
        Map.of("school", "", "period", "2026-2028-1", "kind", "HOLIDAY", "places", 51).entrySet()) {
      Map<String, Object> body = new HashMap<>(good);
      body.put(wrong.getKey(), wrong.getValue());
      Answer answer = world.coordinator().in("en").post("/api/placement/capacity", body);
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.json().get("field").asString()).isEqualTo(wrong.getKey());
      assertThat(answer.json().get("remedy").asString()).isNotBlank();
    }
    assertThat(world.coordinator().get("/api/placement/capacity?period=whenever").status())
        .isEqualTo(422);
  }

  @Test
  void fewerPlacesThanAreTakenIsRefusedWithTheNumber() {
    World world = World.of(samen);
    String ark = world.school("De Ark");
    world.offer(ark, 3);
    assertThat(world.place(world.student("Noor"), ark).status()).isEqualTo(201);
    assertThat(world.place(world.student("Sem"), ark).status()).isEqualTo(201);
    Answer refused = world.offer(ark, 1);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(World.problem(refused)).isEqualTo("fewer-places-than-taken");
    assertThat(refused.json().get("detail").asString())
        .isEqualTo("1 plaatsen kan niet: er zijn er al 2 bezet.");
    assertThat(world.offer(ark, 2).status()).isEqualTo(200);
  }

  @Test
  void aSchoolLeaderOffersOnAPageInWhichTheSchoolStandsAlready() {
    World world = World.of(samen);
    String ark = world.school("De Ark");
    Client leader = world.at(ark, Role.SCHOOL_LEADER);
    assertThat(leader.get("/placement/capacity").body())
        .contains("<h1>Plaatsen aanbieden</h1>", "De Ark", "value=\"" + ark + "\"")
        .doesNotContain("<select id=\"school\"");
    Answer answer =
        leader.postForm(
            "/placement/capacity",
            Map.of("school", ark, "period", "2026-2027-3", "kind", "PRACTICE", "places", "7"));
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).contains("done=offered");
    String location = answer.header("Location");
    String page = leader.in("en").get(location.substring(location.indexOf("/placement"))).body();
    assertThat(page)
        .contains("Saved. This is offered now.", "0 of 7 taken", "value=\"7\"", "<meter");
  }

  @Test
  void aFormThatIsRefusedComesBackWithWhatWasTyped() {
    World world = World.of(samen);
    String ark = world.school("De Ark");
    Answer again =
        world
            .at(ark, Role.SCHOOL_LEADER)
            .postForm(
                "/placement/capacity",
                Map.of("school", ark, "period", "2026-2027-3", "kind", "FINAL", "places", "51"));
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body())
        .contains("value=\"51\"", "aria-invalid=\"true\"", "places-error", "0 tot 50")
        .containsPattern("value=\"FINAL\"[^>]*checked")
        .containsPattern("value=\"2026-2027-3\"[^>]*selected");
  }

  @Test
  void theCoordinatorChoosesFromTheBoardsSchools() {
    World world = World.of(samen);
    String ark = world.school("De Ark");
    world.school("De Brug");
    assertThat(world.coordinator().get("/placement/capacity").body())
        .contains("<select id=\"school\"", "De Ark, Rotterdam", "De Brug, Rotterdam");
    assertThat(world.at(ark, Role.MENTOR).get("/placement/capacity").body())
        .contains("Aangeboden plaatsen")
        .doesNotContain("method=\"post\" action=\"/placement/capacity\"");
  }

  @Test
  void ofAnotherPabosStudentsAPaboSeesOnlyHowManyThereAre() {
    World world = World.of(samen);
    World other = world.withAnotherPabo();
    String ark = world.school("De Ark");
    world.offer(ark, 5);
    String noor = world.student("Noor");
    assertThat(world.place(noor, ark).status()).isEqualTo(201);
    String seen = other.manager().get("/api/placement/capacity?q=" + ark).body();
    assertThat(seen).contains("\"taken\":1", "\"free\":4", "\"mine\":0");
    assertThat(seen).doesNotContain(noor, world.pabo);
    assertThat(world.manager().get("/api/placement/capacity?q=" + ark).body())
        .contains("\"mine\":1");
    assertThat(world.coordinator().get("/api/placement/capacity?q=" + ark).body())
        .contains("\"taken\":1")
        .doesNotContain(noor);
  }

  private static Answer offer(Client by, String school, int places) {
    return by.post(
        "/api/placement/capacity",
        Map.of("school", school, "period", World.PERIOD, "kind", "PRACTICE", "places", places));
  }

  @Test
  void someoneWithoutAPartnershipSeesNothing() {
    World world = World.of(samen);
    String ark = world.school("De Ark");
    world.offer(ark, 5);
    World stranger = World.of(samen);
    for (Client client : List.of(stranger.manager(), stranger.coordinator())) {
      assertThat(client.get("/api/placement/capacity").json().get("total").asInt()).isZero();
    }
  }
}
