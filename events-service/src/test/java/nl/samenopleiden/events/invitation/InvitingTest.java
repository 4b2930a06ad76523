package nl.samenopleiden.events.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.samenopleiden.events.EventsWorld;
import nl.samenopleiden.events.evening.Evening;
import nl.samenopleiden.events.evening.Evenings;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.ReceivedMail;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SamenTest
class InvitingTest {

  @Autowired Samen samen;
  @Autowired TellingEveryone telling;
  @Autowired Invitations invitations;
  @Autowired Evenings evenings;

  private EventsWorld world;

  @BeforeEach
  void aWorld() {
    world = new EventsWorld(samen);
  }

  @Test
  void everyoneWhomItConcernsGetsOneLetterWithACalendarEntryAndALink() {
    Person teacher = world.teacher("young-child");
    Person student = world.student("young-child");
    Person busyElsewhere = world.teacher("video-coaching");
    Map<String, Object> audience = Map.of("themes", List.of("young-child"));
    world.reaches(audience, 2);
    String evening = world.announce(50, audience);
    world.told(evening, 2);
    for (Person invited : List.of(teacher, student)) {
      samen.await(() -> assertThat(samen.mailsTo(invited.email())).hasSize(1));
      ReceivedMail letter = samen.mailsTo(invited.email()).getFirst();
      assertThat(letter.subject()).isEqualTo("Uitnodiging: Kijken naar kinderen");
      assertThat(letter.text())
          .contains("Beste " + invited.name())
          .contains("http://localhost:8080/events/evenings/" + evening)
          .contains("In English:")
          .doesNotContain("{");
      assertThat(letter.calendar())
          .contains("METHOD:REQUEST", "UID:" + evening, "SUMMARY:Kijken naar kinderen");
    }
    assertThat(world.heard("PersonInvited", evening))
        .allSatisfy(
            heard ->
                assertThat(heard.json().toString())
                    .doesNotContain("@test.example")
                    .doesNotContain("Persoon"));
    assertThat(samen.mailsTo(busyElsewhere.email())).isEmpty();
  }

  @Test
  void invitingGoesOnWhereItWasInterruptedAndInvitesNobodyTwice() {
    List<Person> teachers = world.teachers(60);
    world.reaches(EventsWorld.teachersOnly(), 60);
    telling.stop();
    String evening;
    try {
      evening = world.announce(40, EventsWorld.teachersOnly());
      OwnedId id = new OwnedId(Owner.pabo(world.pabo), evening);
      assertThat(telling.tellSome(id, 25)).isTrue();
      // The process falls over after it wrote the next part, and before it noted so.
      Evening.Announced now = (Evening.Announced) evenings.find(id).orElseThrow().state();
      assertThat(now.telling().finished()).isFalse();
      assertThat(now.telling().told()).isEqualTo(25);
      invitations.inviteAll(id, now.details(), telling.next(id.owner(), now, 20));
    } finally {
      telling.start();
    }
    world.told(evening, 60);
    samen.await(
        () -> assertThat(world.heard("PersonInvited", evening)).hasSizeGreaterThanOrEqualTo(60));
    assertThat(world.heard("PersonInvited", evening))
        .hasSize(60)
        .allSatisfy(heard -> assertThat(heard.sequence()).isEqualTo(1));
    var answers = world.organiser().get("/api/events/evenings/" + evening).json().get("answers");
    assertThat(answers.get("invited").asInt()).isEqualTo(60);
    assertThat(answers.get("none").asInt()).isEqualTo(60);
    for (Person teacher : teachers) {
      samen.await(() -> assertThat(samen.mailsTo(teacher.email())).hasSize(1));
    }
  }

  @Test
  void anEveningThatIsCalledOffWhilePeopleAreInvitedLeavesNobodyWaiting() {
    List<Person> teachers = world.teachers(20);
    world.reaches(EventsWorld.teachersOnly(), 20);
    telling.stop();
    String evening;
    try {
      evening = world.announce(50, EventsWorld.teachersOnly());
      OwnedId id = new OwnedId(Owner.pabo(world.pabo), evening);
      Evening.Announced before = (Evening.Announced) evenings.find(id).orElseThrow().state();
      List<nl.samenopleiden.events.people.Person> part = telling.next(id.owner(), before, 12);
      invitations.inviteAll(id, before.details(), part.subList(0, 6));
      world.organiser().post("/api/events/evenings/" + evening + "/cancellation", Map.of());
      while (telling.tellSome(id, 4)) {
        // until nobody is left
      }
      // Another instance was just writing this part, and has not heard yet.
      invitations.inviteAll(id, before.details(), part.subList(6, 12));
    } finally {
      telling.start();
    }
    samen.await(() -> assertThat(world.heard("InvitationCalledOff", evening)).hasSize(12));
    List<Person> told =
        teachers.stream().filter(each -> !samen.mailsTo(each.email()).isEmpty()).toList();
    samen.await(
        () ->
            assertThat(
                    teachers.stream()
                        .filter(each -> samen.mailsTo(each.email()).size() == 2)
                        .count())
                .isEqualTo(12));
    assertThat(told).hasSizeLessThanOrEqualTo(12);
    for (Person teacher : told) {
      assertThat(samen.mailsTo(teacher.email()).stream().map(ReceivedMail::calendar))
          .anySatisfy(text -> assertThat(text).contains("METHOD:CANCEL", "SEQUENCE:1"));
    }
    assertThat(world.answer(told.getFirst(), evening, "YES").json().get("type").asString())
        .isEqualTo("urn:samen:problem:evening-cancelled");
  }
}
