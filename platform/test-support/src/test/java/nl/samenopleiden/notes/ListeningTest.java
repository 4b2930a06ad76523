package nl.samenopleiden.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.samenopleiden.notes.Notes.School;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.test.Client;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SamenTest
class ListeningTest {

  @Autowired Samen samen;
  @Autowired Notes notes;

  private OwnedId school = OwnedId.fresh(Owner.OPERATOR);

  @BeforeEach
  void aSchoolOfItsOwn() {
    school = OwnedId.fresh(Owner.board(samen.freshBoard()));
  }

  @Test
  void aCopyFollowsWhatIsTold() {
    tell(1, "SchoolRegistered", "De Linde");
    tell(2, "SchoolChanged", "De Eik");
    samen.await(() -> assertThat(name()).isEqualTo("De Eik"));
  }

  @Test
  void whatComesTwiceOrLateChangesNothing() {
    tell(1, "SchoolRegistered", "De Linde");
    tell(2, "SchoolChanged", "De Eik");
    tell(1, "SchoolRegistered", "De Linde");
    tell(2, "SchoolChanged", "something else under the same number");
    tell(3, "SchoolChanged", "De Beuk");
    tell(1, "SchoolRegistered", "De Linde");
    OwnedId last = marker();
    samen.await(() -> assertThat(notes.schools.find(Scope.of(last.owner()), last)).isPresent());
    assertThat(name()).isEqualTo("De Beuk");
  }

  @Test
  void whatCannotBeReadIsSetAsideWithWhatFollowsItAndReadLater() {
    notes.readsPoison.set(false);
    tell(1, "SchoolRegistered", "De Linde");
    tell(2, "SchoolChanged", "poison");
    tell(3, "SchoolChanged", "De Beuk");
    Client operator = samen.as(samen.person(Role.OPERATOR));
    samen.await(
        () -> {
          String letters = operator.get("/api/notes/operations/dead-letters?size=200").body();
          assertThat(letters).contains(school.toString(), "cannot be read yet", "waits behind");
        });
    assertThat(name()).isEqualTo("De Linde");
    OwnedId other = marker();
    samen.await(() -> assertThat(notes.schools.find(Scope.of(other.owner()), other)).isPresent());

    notes.readsPoison.set(true);
    assertThat(operator.post("/api/notes/operations/dead-letters/replay", Map.of()).status())
        .isEqualTo(200);
    assertThat(name()).isEqualTo("De Beuk");
    assertThat(operator.get("/api/notes/operations/dead-letters?size=200").body())
        .doesNotContain(school.toString());
    tell(4, "SchoolChanged", "De Es");
    samen.await(() -> assertThat(name()).isEqualTo("De Es"));
  }

  @Test
  void anEventThatIsNotJsonStopsNobodyElse() {
    samen.tell("partnership", "school", school, 1, "SchoolRegistered", "{not json");
    OwnedId other = marker();
    samen.await(() -> assertThat(notes.schools.find(Scope.of(other.owner()), other)).isPresent());
  }

  @Test
  void aPartnershipOpensTheDoorAndItsEndClosesIt() {
    String pabo = samen.freshPabo();
    String board = school.owner().code();
    samen.partners(pabo, board);
    Client lecturer = samen.as(samen.person(Role.LECTURER).ofPabo(pabo));
    Client teacher = samen.as(samen.person(Role.TEACHER).ofBoard(board));
    String note =
        teacher.post("/api/notes/notes", Map.of("text", "shared")).json().get("id").asString();
    samen.await(() -> assertThat(lecturer.get("/api/notes/notes/" + note).status()).isEqualTo(200));

    samen.tell(
        "partnership",
        "partnership",
        new OwnedId(school.owner(), pabo),
        "PartnershipEnded",
        Map.of("pabo", pabo, "board", board));
    samen.await(() -> assertThat(lecturer.get("/api/notes/notes/" + note).status()).isEqualTo(404));
  }

  private OwnedId marker() {
    OwnedId other = OwnedId.fresh(Owner.board(samen.freshBoard()));
    samen.tell("partnership", "school", other, "SchoolRegistered", Map.of("name", "De Marker"));
    return other;
  }

  private void tell(long sequence, String type, String name) {
    samen.tell(
        "partnership", "school", school, sequence, type, "{\"name\":\"" + name + "\",\"new\":1}");
  }

  private String name() {
    return notes.schools.find(Scope.of(school.owner()), school).map(School::name).orElse("");
  }
}
